import { useNavigation } from '@remix-run/react'
import { createContext, useContext, useId } from 'react'

export type FieldValue = string | string[]

/** Random, from the root loader: with it and its place on the page, every form has its own submission id. */
export const SubmissionSeed = createContext('')

export type FormState = {
  prefix: string
  submission: string
  values: Record<string, FieldValue>
  errorOf: (name: string) => string | undefined
  register: (name: string) => object
}

/** What a form tells its fields. It lives apart from the form, so that a page without one loads none. */
export const FormContext = createContext<FormState | null>(null)

/** One field's id, value and error. Outside of a Form (a search box) there is only the id. */
export function useFormField(name: string) {
  const own = useId().replace(/[^A-Za-z0-9]/g, '')
  const form = useContext(FormContext)
  if (!form) return { id: `${own}-${name}`, value: undefined, error: undefined, register: { name } }
  return {
    id: `${form.prefix}-${name}`,
    value: form.values[name],
    error: form.errorOf(name),
    register: { name, ...form.register(name) },
  }
}

/** Whether the form around it is on its way, and by this button. */
export function useFormPending({
  name,
  value,
}: {
  name?: string | undefined
  value?: string | undefined
}) {
  const form = useContext(FormContext)
  const pending = usePending(form?.submission)
  const { formData } = useNavigation()
  return pending && (!name || formData?.get(name) === (value ?? ''))
}

/** Whether the form with this submission id is on its way. */
export function usePending(submission: string | undefined): boolean {
  const { formData } = useNavigation()
  return submission !== undefined && formData?.get('_submission') === submission
}
