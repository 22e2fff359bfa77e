import { zodResolver } from '@hookform/resolvers/zod'
import { useFormAction, useLocation, useSubmit } from '@remix-run/react'
import {
  type FormEvent,
  type ReactNode,
  useContext,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react'
import { type FieldErrors, type FieldValues, get, set, useForm } from 'react-hook-form'
import type { $ZodType } from 'zod/v4/core'
import { ErrorSummary } from './error-summary'
import { formFields } from './form-fields'
import { type FieldValue, FormContext, SubmissionSeed, usePending } from './form-state'
import { Notice } from './notice'

/** What an action answers when a form cannot be taken as it is. The key '' stands for the form as a whole. */
export type FormAnswer = {
  errors?: Record<string, string>
  values?: Record<string, FieldValue>
  notice?: string
  /** After a lost race: what stands now, by field name, so that both texts are kept. */
  theirs?: Record<string, string>
}

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
        ? zodResolver(schema, undefined, { mode: 'sync' })(
            formFields(form.current),
            context,
            options,
          )
        : { values, errors: {} },
    errors: useMemo(() => asFieldErrors(answer?.errors), [answer]),
    shouldFocusError: false,
  })
  const errors = listErrors(methods.formState.errors, prefix)

  const { register, formState } = methods
  const state = {
    prefix,
    submission,
    values: valuesOf(props),
    errorOf: (name: string) => messageOf(get(formState.errors, name)),
    // No ref: the page holds the values, and what is checked is what would be posted.
    register: (name: string) => {
      const { onChange, onBlur } = register(name)
      return { onChange, onBlur }
    },
  }

  // The answer's errors reach the page one rendering after the answer itself.
  const answered = useRef<FormAnswer>()
  useEffect(() => {
    if (answered.current === answer || (answer?.errors && !summary.current)) return
    answered.current = answer
    if (answer?.errors) summary.current?.focus()
  })
  useTaken(pending, answer, props.onTaken)

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    if (passing.current) {
      passing.current = false
      return
    }
    event.preventDefault()
    if (pending) return
    const submitter = (event.nativeEvent as SubmitEvent).submitter
    if (isButton(submitter) && submitter.formNoValidate) {
      send(submitter)
      return
    }
    methods.handleSubmit(
      () => send(submitter),
      () => requestAnimationFrame(() => summary.current?.focus()),
    )(event)
  }

  function send(submitter: HTMLElement | null) {
    if (!form.current) return
    if (asDocument) {
      // The browser refuses a second submit while it still hands out the first.
      setTimeout(() => {
        passing.current = true
        form.current?.requestSubmit(submitter)
      })
      return
    }
    submit(isButton(submitter) ? submitter : form.current)
  }

  return (
    <FormContext.Provider value={state}>
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
        <input type="hidden" name="_submission" value={submission} />
        <ErrorSummary ref={summary} errors={errors} />
        {answer?.notice ? <Notice live>{answer.notice}</Notice> : null}
        {props.children}
      </form>
    </FormContext.Provider>
  )
}

/** Calls back once a post of this form has come home without errors. */
function useTaken(pending: boolean, answer: FormAnswer | undefined, onTaken: () => void) {
  const was = useRef(false)
  useEffect(() => {
    if (was.current && !pending && !answer?.errors) onTaken()
    was.current = pending
  }, [pending, answer, onTaken])
}

function valuesOf({ values, answer }: FormProps): Record<string, FieldValue> {
  const all = Object.entries({ ...values, ...answer?.values })
  return Object.fromEntries(all.filter((entry): entry is [string, FieldValue] => entry[1] != null))
}

function asFieldErrors(answered: FormAnswer['errors'] = {}): FieldErrors {
  const errors: FieldErrors = {}
  for (const [name, message] of Object.entries(answered)) {
    const error = { type: 'server', message }
    if (name) set(errors, name, error)
    else errors[''] = error
  }
  return errors
}

function messageOf(error: unknown): string | undefined {
  const known = typeof error === 'object' && error !== null && 'message' in error
  return known && typeof error.message === 'string' ? error.message : undefined
}

type Listed = { message: string; href?: string }

/** The errors in the order of the fields, each with the address of its own. */
function listErrors(errors: object, prefix: string, path = ''): Listed[] {
  return Object.entries(errors).flatMap(([key, error]) => {
    if (typeof error !== 'object' || error === null) return []
    const name = path ? `${path}.${key}` : key
    const message = messageOf(error)
    if (message === undefined) return listErrors(error, prefix, name)
    return [{ message, ...(name ? { href: `#${prefix}-${name}` } : {}) }]
  })
}

function isButton(element: HTMLElement | null): element is HTMLButtonElement {
  return element instanceof HTMLButtonElement
}
