import '~/ui/styles/workspace.css'
import { begunFields } from '~/domain/applications/begun-form'
import type { Begun } from '~/domain/applications/evidence-aside.server'
import {
  AcknowledgementForm,
  AttestationForm,
  ContactForm,
  ConversationForm,
  CountForm,
  FileForm,
  PolicyEvidenceForm,
  RegisterCheckForm,
} from '~/domain/applications/forms'
import { Button } from '~/ui/button'
import { type Choice, HiddenField } from '~/ui/fields'
import { Form, type FormAnswer } from '~/ui/form'
import { Notice } from '~/ui/notice'
import { SavesItself } from '~/ui/saves-itself'
import { sendDraft } from '~/ui/send-draft'
import { EvidenceFields } from './evidence-fields'

export type EvidenceFormProps = {
  kind: string
  statement: string
  policies: Choice[]
  /** The sections of a chosen policy, to point to one of them. */
  sections?: Choice[]
  /** Its file, to point to a page of it. */
  file?: { name: string; pages: number | null } | null
  today: string
  /** How much room the venue's files take. */
  room?: string
  action: string
  answer?: FormAnswer | undefined
  /** What a new one takes the place of, as this page found it. */
  replaces?: string
  /** What is in the form already, where it is one that is kept half filled; and where it is kept. */
  begun?: Begun | null
  keepTo?: string
  values?: Record<string, string>
}

const keepRoute = 'routes/venue.$venueId.standards.$code.begun.$kind'

const schemas = {
  policy: PolicyEvidenceForm,
  attestation: AttestationForm,
  count: CountForm,
  contact: ContactForm,
  conversation: ConversationForm,
  acknowledgement: AcknowledgementForm,
  register_check: RegisterCheckForm,
  photo: FileForm,
  blank_form: FileForm,
} as const

const buttons: Record<keyof typeof schemas, string> = {
  policy: 'Use this policy',
  attestation: 'Sign this statement',
  count: 'Save this count',
  contact: 'Save this contact',
  conversation: 'Save this talk',
  acknowledgement: 'Save this note',
  register_check: 'Save this check',
  photo: 'Add this photo',
  blank_form: 'Add this form',
}

/** The form for one kind of evidence; on the standard's page, and on a page of its own. */
export function EvidenceForm(props: EvidenceFormProps) {
  const { kind, action, answer, today, values, replaces, begun, keepTo = '' } = props
  const theirs = answer?.theirs
  if (!isKind(kind)) return null
  const isFile = kind === 'photo' || kind === 'blank_form'
  const held: Record<string, string> & { replaces: string } = {
    ...{ happenedOn: today, ...begun?.fields, ...values },
    replaces: theirs?.replaces ?? carried(answer, 'replaces') ?? replaces ?? '',
  }
  return (
    <Form
      key={theirs && `${theirs.replaces} ${theirs.revision}`}
      schema={schemas[kind]}
      action={action}
      answer={answer}
      multipart={isFile}
      label={buttons[kind]}
      values={held}
    >
      {theirs?.words ? (
        <Notice tone="warning" title="What stands there now">
          <blockquote className="own-words">{theirs.words}</blockquote>
        </Notice>
      ) : null}
      <EvidenceFields {...props} />
      {replaces === undefined ? null : <HiddenField name="replaces" value={held.replaces} />}
      {begun ? (
        <SavesItself
          held={Object.fromEntries(
            [...(begunFields[kind] ?? []), 'replaces'].map((name) => [name, held[name] ?? '']),
          )}
          revision={theirs?.revision ?? carried(answer, 'revision') ?? begun.revision}
          waits={answer?.values !== undefined}
          send={(fields, revision) =>
            sendDraft({ action: keepTo, route: keepRoute, fields, revision, shows: 'words' })
          }
          before={begun.said}
          button={buttons[kind]}
          look="quiet"
          keepTo={keepTo}
        />
      ) : (
        <div className="actions">
          <Button pending={isFile ? 'Sending the file…' : 'Saving…'}>{buttons[kind]}</Button>
        </div>
      )}
    </Form>
  )
}

/** A form that came back keeps what it started from, so that nobody's is put aside unread. */
function carried(answer: FormAnswer | undefined, name: string): string | undefined {
  const value = answer?.values?.[name]
  return typeof value === 'string' ? value : undefined
}

function isKind(kind: string): kind is keyof typeof schemas {
  return Object.hasOwn(schemas, kind)
}
