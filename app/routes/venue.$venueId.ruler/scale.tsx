import '~/ui/styles/forms.css'
import './scale.css'
import { FieldWords } from '~/ui/fields'
import { useFormField } from '~/ui/form-state'

type ScaleProps = { name: string; legend: string; low: string; high: string }

const numbers = Array.from({ length: 11 }, (_, number) => String(number))

/** One number from 0 to 10, or none: radio buttons, so that arrow keys move along it. */
export function Scale({ name, legend, low, high }: ScaleProps) {
  const { id, value, error, register } = useFormField(name)
  const held = typeof value === 'string' ? value : ''
  return (
    <fieldset
      className={error ? 'field bad' : 'field'}
      aria-describedby={[`${id}-hint`, error ? `${id}-error` : ''].filter(Boolean).join(' ')}
    >
      <legend>{legend}</legend>
      <FieldWords id={id} hint={`${low}, ${high}.`} error={error} />
      <div className="scale">
        {numbers.map((number, index) => (
          <label key={number}>
            <input
              {...register}
              type="radio"
              id={index === 0 ? id : undefined}
              value={number}
              defaultChecked={held === number}
            />
            {number}
          </label>
        ))}
      </div>
      <div className="choice">
        <input {...register} type="radio" id={`${id}-open`} value="" defaultChecked={held === ''} />
        <label htmlFor={`${id}-open`}>Leave this open</label>
      </div>
    </fieldset>
  )
}
