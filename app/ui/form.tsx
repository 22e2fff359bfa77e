import { zodResolver } from '@hookform/resolvers/zod'
import { useFormAction, useLocation, useNavigation, useSubmit } from '@remix-run/react'
import {
  createContext,
  type FormEvent,
  type ReactNode,
  useContext,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react'
import { type FieldErrors, type FieldValues, type UseFormReturn, useForm } from 'react-hook-form'
import type { $ZodType } from 'zod/v4/core'
import { ErrorSummary } from './error-summary'
import { Notice } from './notice'

export type FieldValue = string | string[]

/** What an action answers when a form cannot be taken as it is. The key '' stands for the form as a whole. */
export type FormAnswer = {
  errors?: Record<string, string>
  values?: Record<string, FieldValue>
  notice?: string
  /** After a lost race: what stands now, by field name, so that both texts are kept. */
  theirs?: Record<string, string>
}

/** Random, from the root loader: with it and its place on the page, every form has its own submission id. */
export const SubmissionSeed = createContext('')

type FormProps = {
  /** Checked in the browser too; the server checks again. */
  schema?: $ZodType<FieldValues, FieldValues>
  /** What the action returned. */
  answer?: FormAnswer | undefined
  /** What the fields hold at first, by name. A typed value in `answer` wins. */
  values?: Record<string, FieldValue | null | undefined> | undefined
  action?: string
  /** Set when the form carries files. */
  multipart?: boolean
  /** Posts as a whole document, for actions that lead out of the app or set the session anew. */
  document?: boolean
  id?: string
  className?: string
  /** Names the form for screen readers where a page has several. */
  label?: string
  children: ReactNode
}

/** The one form. It is a plain form first; in the browser it also answers in place and is sent once. */
export function Form(props: FormProps) {
  const { pathname } = useLocation()
  const [taken, setTaken] = useState(0)
  // Taken by the server, or about another record: in both cases the fields start afresh.
  return <FormBody key={`${pathname} ${taken}`} {...props} onTaken={() => setTaken(taken + 1)} />
}

function FormBody(props: FormProps & { onTaken: () => void }) {
  const { schema, answer, multipart, document: asDocument } = props
  const prefix = useId().replace(/[^A-Za-z0-9]/g, '')
  const submission = `${useContext(SubmissionSeed)}.${prefix}`.replace(/[^A-Za-z0-9.-]/g, '')
  const form = useRef<HTMLFormElement>(null)
  const summary = useRef<HTMLDivElement>(null)
  const passing = useRef(false)
  const fallbackAction = useFormAction()
  const submit = useSubmit()
  const pending = usePending(submission)

  const methods = useForm<FieldValues>({
    resolver: (values, context, options) =>
      schema && form.current
        ? zodResolver(schema)(fieldsOf(form.current), context, options)
        : { values, errors: {} },
    errors: useMemo(() => asFieldErrors(answer?.errors), [answer]),
    shouldFocusError: false,
  })
  const errors = listErrors(methods.formState.errors, prefix)

  useEffect(() => {
    if (answer?.errors && Object.keys(answer.errors).length) summary.current?.focus()
  }, [answer])
  useTaken(pending, answer, props.onTaken)

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    if (passing.current) {
      passing.current = false
      return
    }
    event.preventDefault()
    if (pending) return
    const submitter = (event.nativeEvent as SubmitEvent).submitter
    methods.handleSubmit(
      () => send(submitter),
      () => requestAnimationFrame(() => summary.current?.focus()),
    )(event)
  }

  function send(submitter: HTMLElement | null) {
    if (!form.current) return
    if (asDocument) {
      passing.current = true
      form.current.requestSubmit(submitter)
      return
    }
    submit(isButton(submitter) ? submitter : form.current, { preventScrollReset: true })
  }

  return (
    <FormContext.Provider value={{ prefix, submission, methods, values: valuesOf(props) }}>
      <form
        ref={form}
        id={props.id}
        method="post"
        action={props.action ?? fallbackAction}
        encType={multipart ? 'multipart/form-data' : undefined}
        className={props.className ?? 'form'}
        aria-label={props.label}
        noValidate
        onSubmit={onSubmit}
      >
        <input type="hidden" name="_submission" value={submission} autoComplete="off" />
        <ErrorSummary ref={summary} errors={errors} />
        {answer?.notice && !errors.length ? <Notice live>{answer.notice}</Notice> : null}
        {props.children}
      </form>
    </FormContext.Provider>
  )
}

type FormState = {
  prefix: string
  submission: string
  methods: UseFormReturn<FieldValues>
  values: Record<string, FieldValue>
}

const FormContext = createContext<FormState | null>(null)

/** One field's id, value and error. Outside of a Form (a search box) there is only the id. */
export function useFormField(name: string) {
  const own = useId().replace(/[^A-Za-z0-9]/g, '')
  const form = useContext(FormContext)
  if (!form) return { id: `${own}-${name}`, value: undefined, error: undefined, register: { name } }
  // No ref: the page holds the values, and what is checked is what would be posted.
  const { onChange, onBlur } = form.methods.register(name)
  const error = form.methods.formState.errors[name]?.message
  return {
    id: `${form.prefix}-${name}`,
    value: form.values[name],
    error: typeof error === 'string' ? error : undefined,
    register: { name, onChange, onBlur },
  }
}

/** Whether this form is on its way, and by which button. */
export function useFormPending(button?: { name?: string | undefined; value?: string | undefined }) {
  const form = useContext(FormContext)
  const navigation = useNavigation()
  if (!form || navigation.formData?.get('_submission') !== form.submission) return false
  return !button?.name || navigation.formData.get(button.name) === (button.value ?? '')
}

function usePending(submission: string): boolean {
  const navigation = useNavigation()
  return navigation.formData?.get('_submission') === submission
}

/** Calls back once a post of this form has come home without errors. */
function useTaken(pending: boolean, answer: FormAnswer | undefined, onTaken: () => void) {
  const was = useRef(false)
  useEffect(() => {
    if (was.current && !pending && !answer?.errors) onTaken()
    was.current = pending
  }, [pending, answer, onTaken])
}

function fieldsOf(form: HTMLFormElement): FieldValues {
  const fields: Record<string, FormDataEntryValue | FormDataEntryValue[]> = Object.create(null)
  for (const [name, value] of new FormData(form)) {
    const known = fields[name]
    if (known === undefined) fields[name] = value
    else fields[name] = Array.isArray(known) ? [...known, value] : [known, value]
  }
  return fields
}

function valuesOf({ values, answer }: FormProps): Record<string, FieldValue> {
  const all = Object.entries({ ...values, ...answer?.values })
  return Object.fromEntries(all.filter((entry): entry is [string, FieldValue] => entry[1] != null))
}

function asFieldErrors(errors: FormAnswer['errors'] = {}): FieldErrors {
  return Object.fromEntries(
    Object.entries(errors).map(([name, message]) => [name, { type: 'server', message }]),
  )
}

function listErrors(errors: FieldErrors, prefix: string) {
  return Object.entries(errors).flatMap(([name, error]) => {
    const message = error?.message
    if (typeof message !== 'string') return []
    return [{ message, ...(name === '' || name === 'root' ? {} : { href: `#${prefix}-${name}` }) }]
  })
}

function isButton(element: HTMLElement | null): element is HTMLButtonElement {
  return element instanceof HTMLButtonElement
}
