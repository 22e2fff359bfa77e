import './styles/forms.css'
import type { ReactNode } from 'react'
import { type Choice, FieldWords } from './fields'
import { useFormField } from './form-state'

type CheckboxProps = {
  name: string
  label: ReactNode
  hint?: ReactNode
  /** What is posted when it is ticked. */
  value?: string
  defaultChecked?: boolean
}

/** One tick. Without it the field is absent from what is posted. */
export function Checkbox({ name, label, hint, value = 'yes', defaultChecked }: CheckboxProps) {
  const { id, value: held, error, register } = useFormField(name)
  const checked = held === undefined ? defaultChecked : [held].flat().includes(value)
  const described = [error ? `${id}-error` : '', hint ? `${id}-hint` : ''].filter(Boolean).join(' ')
  return (
    <div className={error ? 'field bad' : 'field'}>
      <div className="choice">
        <input
          {...register}
          type="checkbox"
          id={id}
          value={value}
          defaultChecked={checked}
          aria-invalid={error ? true : undefined}
          aria-describedby={described || undefined}
        />
        <label htmlFor={id}>{label}</label>
        <FieldWords id={id} hint={hint} error={error} />
      </div>
    </div>
  )
}

type GroupProps = {
  name: string
  legend: ReactNode
  hint?: ReactNode
  choices: Choice[]
  defaultValue?: string | string[] | undefined
  /** Side by side, where a choice is a word or two. */
  chips?: boolean
}

/** Choose one. */
export function RadioGroup(props: GroupProps) {
  return <ChoiceGroup type="radio" {...props} />
}

/** Choose any number: each ticked value is posted under the same name. */
export function CheckboxGroup(props: GroupProps) {
  return <ChoiceGroup type="checkbox" {...props} />
}

/** More than these stand in columns where the screen has room. */
const manyChoices = 8

function ChoiceGroup({ type, ...props }: GroupProps & { type: 'radio' | 'checkbox' }) {
  const { name, legend, hint, choices, defaultValue, chips } = props
  const { id, value, error, register } = useFormField(name)
  const held = [value ?? defaultValue ?? []].flat()
  const described = [error ? `${id}-error` : '', hint ? `${id}-hint` : ''].filter(Boolean).join(' ')
  return (
    <fieldset className={error ? 'field bad' : 'field'} aria-describedby={described || undefined}>
      <legend>{legend}</legend>
      <FieldWords id={id} hint={hint} error={error} />
      <div className={chips ? 'chips' : choices.length > manyChoices ? 'choices' : undefined}>
        {choices.map((choice, index) => (
          <div className="choice" key={choice.value}>
            <input
              {...register}
              type={type}
              // The first one carries the field's own id, so that the error summary leads to it.
              id={index === 0 ? id : `${id}-${index}`}
              value={choice.value}
              defaultChecked={held.includes(choice.value)}
              aria-invalid={error && type === 'checkbox' ? true : undefined}
              aria-describedby={choice.hint ? `${id}-${index}-hint` : undefined}
            />
            <label htmlFor={index === 0 ? id : `${id}-${index}`}>{choice.label}</label>
            <FieldWords id={`${id}-${index}`} hint={choice.hint} />
          </div>
        ))}
      </div>
    </fieldset>
  )
}
