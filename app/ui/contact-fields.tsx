import { begunByNames, contactKindNames } from '~/words/en/contacts'
import { type ContactSide, contactKinds, contactSides } from '~db/vocabulary'
import { Button, ButtonLink } from './button'
import { Checkbox, RadioGroup } from './choices'
import { DateField, TextField } from './fields'

type ContactFieldsProps = { side: ContactSide; today: string; back: string }

/** A contact in three taps: how, who began it, save. Today stands there already, and words are optional. */
export function ContactFields({ side, today, back }: ContactFieldsProps) {
  return (
    <>
      <RadioGroup
        name="kind"
        legend="How were you in contact?"
        chips
        choices={contactKinds.map((value) => ({ value, label: contactKindNames[value] }))}
      />
      <RadioGroup
        name="begunBy"
        legend="Who began it?"
        chips
        choices={contactSides.map((value) => ({ value, label: begunByNames[side][value] }))}
      />
      <Checkbox name="enforcement" label="This was enforcement" />
      <DateField name="happenedOn" label="Day" max={today} defaultValue={today} />
      <TextField
        name="topic"
        label="About"
        hint="A few words, such as “New ID guidebook”. No names of guests."
        notice="here"
        maxLength={120}
        autoComplete="off"
        optional
      />
      <div className="actions">
        <Button look="go" pending="Saving…">
          Save this contact
        </Button>
        <ButtonLink to={back}>Back</ButtonLink>
      </div>
    </>
  )
}
