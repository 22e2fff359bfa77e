import type { $ZodType } from 'zod/v4/core'
import { Button, ButtonLink } from './button'
import { RadioGroup } from './choices'
import { DateField, HiddenField, TimeField } from './fields'
import { Form, type FormAnswer } from './form'

type Times = { days: readonly string[]; today: string }

const ordinals = ['First', 'Second', 'Third']

/** Three days, each with its hour. */
export function ThreeTimes({ days, today }: Times) {
  return (
    <>
      {ordinals.map((ordinal, at) => (
        <fieldset key={ordinal}>
          <legend>
            <strong>{ordinal} time</strong>
          </legend>
          <div className="pair">
            <DateField name={`times.${at}.day`} label="Day" min={today} defaultValue={days[at]} />
            <TimeField name={`times.${at}.time`} label="Begins" />
          </div>
        </fieldset>
      ))}
    </>
  )
}

type ChooseTimeProps = {
  schema: $ZodType<Record<string, unknown>, Record<string, unknown>>
  action: string
  otherTo: string
  times: { value: string; label: string }[]
  revision: string
  answer?: FormAnswer | undefined
}

/** The three times that the other side proposed. */
export function ChooseTime({ schema, action, otherTo, times, revision, answer }: ChooseTimeProps) {
  return (
    <Form schema={schema} action={action} answer={answer} label="Choose a time">
      <HiddenField name="revision" value={revision} />
      <RadioGroup name="time" legend="Which time suits you?" choices={times} />
      <div className="actions">
        <Button look="go" pending="Saving…">
          Agree on this time
        </Button>
        <ButtonLink to={otherTo}>Propose three others</ButtonLink>
      </div>
    </Form>
  )
}
