import './styles/forms.css'
import { type HTMLInputTypeAttribute, type ReactNode, useContext } from 'react'
import { notices } from '~/words/en/notices'
import { FormContext, useFormField } from './form-state'
import { TextLimit } from './text-limit'

type FieldProps = {
  name: string
  label: ReactNode
  hint?: ReactNode
  /** Outside of a Form, or where the form's values do not hold it. */
  defaultValue?: string | undefined
  /** An error from elsewhere than the form. */
  error?: string | undefined
  /** The width tells how much is expected: s, m, or full. */
  width?: 's' | 'm' | 'full' | 'code'
  /** Says "(optional)" after the label. What is not optional is asked for. */
  optional?: boolean
}

type TextFieldProps = FieldProps & {
  type?: Extract<HTMLInputTypeAttribute, 'text' | 'email' | 'tel' | 'url' | 'password' | 'search'>
  autoComplete?: string
  inputMode?: 'text' | 'numeric' | 'decimal' | 'email' | 'tel' | 'search'
  maxLength?: number
  spellCheck?: boolean
  autoCapitalize?: 'none' | 'characters' | 'words' | 'sentences'
  /** Set where the line takes a sentence of one's own. */
  notice?: FreeText
}

export function TextField(props: TextFieldProps) {
  const { type = 'text', autoComplete, inputMode, maxLength, spellCheck, autoCapitalize } = props
  const field = useWiredField(props, [], props.notice)
  return (
    <Field {...field} {...props}>
      <input
        {...field.control}
        type={type}
        defaultValue={field.text}
        autoComplete={autoComplete}
        inputMode={inputMode}
        maxLength={maxLength}
        spellCheck={spellCheck}
        autoCapitalize={autoCapitalize}
      />
    </Field>
  )
}

type TextAreaProps = FieldProps & {
  rows?: number
  /** Counts down once the end is near. The server says so too when it is too long. */
  limit?: number
  notice?: FreeText
}

/**
 * Where the notice stands that asks people to leave out incidents, birth dates and the like: at the box
 * itself, or once in its form (FreeTextNotice). A box without one says why it takes no sentence.
 */
type FreeText = 'here' | 'in form' | { none: string }

/** The notice for all boxes of a form that name it with `notice="in form"`. */
export function FreeTextNotice({ more }: { more?: string }) {
  const form = useContext(FormContext)
  return (
    <p className="soft" id={`${form?.prefix}-free-text`}>
      {more ? `${more} ` : ''}
      {notices.noIncidents}
    </p>
  )
}

export function TextArea(props: TextAreaProps) {
  const { rows = 5, limit, notice = 'here' } = props
  const field = useWiredField(props, limit ? ['count'] : [], notice)
  return (
    <Field {...field} {...props} notice={notice}>
      <textarea {...field.control} rows={rows} defaultValue={field.text} />
      {limit ? <TextLimit id={`${field.id}-count`} of={field.id} limit={limit} /> : null}
    </Field>
  )
}

/** A native date. The hint says what it is for; the browser shows it in the reader's own order. */
export function DateField(props: FieldProps & { min?: string; max?: string }) {
  const field = useWiredField({ ...props, width: props.width ?? 's' })
  return (
    <Field {...field} {...props}>
      <input
        {...field.control}
        type="date"
        defaultValue={field.text}
        min={props.min}
        max={props.max}
      />
    </Field>
  )
}

/** A native time of day, posted as "19:30"; the browser shows it as the reader's clock does. */
export function TimeField(props: FieldProps) {
  const field = useWiredField({ ...props, width: props.width ?? 's' })
  return (
    <Field {...field} {...props}>
      <input {...field.control} type="time" defaultValue={field.text} />
    </Field>
  )
}

type FileFieldProps = Omit<FieldProps, 'defaultValue'> & { accept?: string; multiple?: boolean }

export function FileField(props: FileFieldProps) {
  const field = useWiredField(props)
  return (
    <Field {...field} {...props}>
      <input {...field.control} type="file" accept={props.accept} multiple={props.multiple} />
    </Field>
  )
}

export function HiddenField({ name, value }: { name: string; value: string }) {
  return <input type="hidden" name={name} value={value} />
}

export type Choice = { value: string; label: string; hint?: string }

type SelectProps = FieldProps & {
  choices: Choice[]
  /** The first, empty choice: "Choose a district". Leave out where something is always chosen. */
  prompt?: string
}

export function Select(props: SelectProps) {
  const field = useWiredField({ ...props, width: props.width ?? 'm' })
  return (
    <Field {...field} {...props}>
      <select {...field.control} defaultValue={field.text ?? ''}>
        {props.prompt === undefined ? null : <option value="">{props.prompt}</option>}
        {props.choices.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </Field>
  )
}

/** What a control and its words need to find each other. */
function useWiredField(props: FieldProps, alsoDescribedBy: string[] = [], notice?: FreeText) {
  const form = useContext(FormContext)
  const field = useFormField(props.name)
  const error = props.error ?? field.error
  const text = Array.isArray(field.value) ? field.value[0] : field.value
  const describedBy = [
    ...(error ? [`${field.id}-error`] : []),
    ...(props.hint ? [`${field.id}-hint`] : []),
    ...(notice === 'here' ? [`${field.id}-notice`] : []),
    ...(notice === 'in form' ? [`${form?.prefix}-free-text`] : []),
    ...alsoDescribedBy.map((part) => `${field.id}-${part}`),
  ]
  return {
    id: field.id,
    error,
    text: text ?? props.defaultValue,
    control: {
      ...field.register,
      id: field.id,
      className: `box${props.width ? ` ${props.width}` : ''}`,
      'aria-invalid': error ? (true as const) : undefined,
      'aria-describedby': describedBy.join(' ') || undefined,
    },
  }
}

type FieldFrameProps = {
  id: string
  error?: string | undefined
  label: ReactNode
  hint?: ReactNode
  optional?: boolean
  notice?: FreeText
  children: ReactNode
}

function Field({ id, error, label, hint, optional, notice, children }: FieldFrameProps) {
  return (
    <div className={error ? 'field bad' : 'field'}>
      <label htmlFor={id}>
        {label}
        {optional ? <span className="soft"> (optional)</span> : null}
      </label>
      <FieldWords id={id} hint={hint} error={error} />
      {notice === 'here' ? (
        <p className="hint" id={`${id}-notice`}>
          {notices.noIncidents}
        </p>
      ) : null}
      {children}
    </div>
  )
}

type FieldWordsProps = { id: string; hint?: ReactNode; error?: string | undefined }

/** The hint and the error of a field, under the ids that the control names. */
export function FieldWords({ id, hint, error }: FieldWordsProps) {
  return (
    <>
      {hint ? (
        <div className="hint" id={`${id}-hint`}>
          {hint}
        </div>
      ) : null}
      {error ? (
        <p className="error" id={`${id}-error`}>
          <span className="sr">Error: </span>
          {error}
        </p>
      ) : null}
    </>
  )
}
