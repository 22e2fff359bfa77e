import './styles/scale.css'
import { FieldWords } from './fields'
import { useFormField } from './form-state'

type ScaleProps = {
  name: string
  legend: string
  /** The words at both ends, and for an answer that is left open. */
  low: string
  high: string
  open: string
}

const numbers = ['1', '2', '3', '4', '5']

/** A number from 1 to 5, with words at both ends. It begins open, and can be left open again. */
export function Scale({ name, legend, low, high, open }: ScaleProps) {
  const { id, value, error, register } = useFormField(name)
  const held = [value ?? ''].flat()[0] ?? ''
  const ends: Record<string, string> = { '1': low, '5': high }
  return (
    <fieldset className={error ? 'field bad scale' : 'field scale'}>
      <legend>{legend}</legend>
      <FieldWords id={id} error={error} />
      <div className="numbers">
        {numbers.map((number) => (
          <label key={number}>
            <input
              {...register}
              type="radio"
              id={number === '1' ? id : undefined}
              value={number}
              defaultChecked={held === number}
            />
            <span>
              {number}
              {ends[number] ? <span className="sr">, {ends[number]}</span> : null}
            </span>
          </label>
        ))}
      </div>
      <p className="ends" aria-hidden="true">
        <span>{low}</span>
        <span>{high}</span>
      </p>
      <label className="left-open">
        <input {...register} type="radio" value="" defaultChecked={held === ''} />
        {open}
      </label>
    </fieldset>
  )
}
