import { Checkbox, RadioGroup } from '~/ui/choices'
import { DateField, FileField, HiddenField, Select, TextArea, TextField } from '~/ui/fields'
import type { EvidenceFormProps } from './evidence-form'

/** The fields of one kind of evidence. */
export function EvidenceFields({
  kind,
  statement,
  policies,
  sections,
  file,
  today,
  room,
  values,
}: EvidenceFormProps) {
  switch (kind) {
    case 'policy':
      return (
        <PolicyFields
          policies={policies}
          sections={sections}
          file={file}
          policyId={values?.policyId}
        />
      )
    case 'attestation':
      return (
        <>
          <blockquote className="statement">
            <p>{statement}</p>
          </blockquote>
          <Signature />
          <DateField name="happenedOn" label="Date" max={today} />
          <Words label="Anything that you would like to add" />
        </>
      )
    case 'count':
      return (
        <>
          <p>{statement}</p>
          <TextField name="total" label="People on your team" inputMode="numeric" width="s" />
          <TextField
            name="count"
            label="Of these, how many have read your policies"
            inputMode="numeric"
            width="s"
          />
          <DateField name="happenedOn" label="Counted on" max={today} />
          <Signature />
        </>
      )
    case 'contact':
      return (
        <>
          <TextField name="name" label="Name or role" autoComplete="off" />
          <TextField
            name="reach"
            label="Phone number or email address"
            hint="Your liaison reads this once you share."
            autoComplete="off"
          />
        </>
      )
    case 'conversation':
      return (
        <>
          <TextField name="name" label="Whom did you talk with?" autoComplete="off" />
          <DateField name="happenedOn" label="Date of the talk" max={today} />
          <Words label="What you took from it" />
        </>
      )
    case 'acknowledgement':
      return (
        <>
          <Checkbox
            name="know"
            label="Our door team knows where rides stop near us, and at which hours"
          />
          <DateField name="happenedOn" label="Since" max={today} />
          <Words label="How they heard of it" />
        </>
      )
    case 'register_check':
      return (
        <>
          <DateField name="happenedOn" label="Checked on" max={today} />
          <Words label="What you checked" />
        </>
      )
    default:
      return <FileFields kind={kind} room={room} />
  }
}

type PolicyFieldsProps = Pick<EvidenceFormProps, 'policies' | 'sections' | 'file'> & {
  policyId: string | undefined
}

function PolicyFields({ policies, sections = [], file, policyId }: PolicyFieldsProps) {
  if (!policyId) {
    return <Select name="policyId" label="Policy" prompt="Choose a policy" choices={policies} />
  }
  const written = sections.length > 0
  return (
    <>
      <HiddenField name="policyId" value={policyId} />
      {written ? (
        <RadioGroup
          name="pointer"
          legend="Which section shows it?"
          choices={[...sections, { value: '', label: 'The whole policy' }]}
        />
      ) : null}
      {file ? (
        <TextField
          name="page"
          label={
            written
              ? `Or on which page of “${file.name}” does it stand?`
              : 'On which page does it stand?'
          }
          hint={file.pages ? `A number from 1 to ${file.pages}.` : 'A number, such as 3.'}
          inputMode="numeric"
          width="s"
          optional={written}
        />
      ) : null}
      <Words label="What you would like your liaison to notice" />
    </>
  )
}

function FileFields({ kind, room = '' }: Pick<EvidenceFormProps, 'kind' | 'room'>) {
  const isPhoto = kind === 'photo'
  return (
    <>
      <FileField
        name="file"
        label={isPhoto ? 'Photo' : 'Blank form'}
        hint={
          isPhoto
            ? `JPEG or PNG, up to 25 MB. Is nobody in the picture? Please take it without people. Where and when it was taken is removed, and a large picture is made smaller. ${room}`
            : `PDF, JPEG or PNG, up to 25 MB. Please choose an empty form, with nobody’s details on it. ${room}`
        }
        accept={isPhoto ? 'image/jpeg,image/png' : 'application/pdf,image/jpeg,image/png'}
      />
      <Words label="What it shows" />
    </>
  )
}

function Signature() {
  return (
    <TextField
      name="signedBy"
      label="Your name, as you would sign"
      autoComplete="name"
      hint="Your liaison reads it once you share."
    />
  )
}

function Words({ label }: { label: string }) {
  return <TextArea name="words" label={label} rows={3} optional />
}
