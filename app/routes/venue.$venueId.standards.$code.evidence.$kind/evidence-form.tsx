import '~/ui/styles/workspace.css'
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
import type { Choice } from '~/ui/fields'
import { Form, type FormAnswer } from '~/ui/form'
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
  values?: Record<string, string>
}

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
  const { kind, action, answer, today, values } = props
  if (!isKind(kind)) return null
  const isFile = kind === 'photo' || kind === 'blank_form'
  return (
    <Form
      schema={schemas[kind]}
      action={action}
      answer={answer}
      multipart={isFile}
      label={buttons[kind]}
      values={{ happenedOn: today, ...values }}
    >
      <EvidenceFields {...props} />
      <div className="actions">
        <Button pending={isFile ? 'Sending the file…' : 'Saving…'}>{buttons[kind]}</Button>
      </div>
    </Form>
  )
}

function isKind(kind: string): kind is keyof typeof schemas {
  return Object.hasOwn(schemas, kind)
}
