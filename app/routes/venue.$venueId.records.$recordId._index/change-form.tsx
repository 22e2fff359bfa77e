import { ChangeRecordForm } from '~/domain/cards/forms'
import { Button } from '~/ui/button'
import { HiddenField } from '~/ui/fields'
import { Form, type FormAnswer } from '~/ui/form'
import { RecordFields } from '~/ui/record-fields'
import { cardNotices } from '~/words/en/cards'

type ChangeFormProps = {
  values: Record<string, string>
  seen: string
  isVerified: boolean
  answer: FormAnswer | undefined
}

/** Corrects the dates and the number of a training. */
export function ChangeForm({ values, seen, isVerified, answer }: ChangeFormProps) {
  return (
    <Form
      schema={ChangeRecordForm}
      answer={answer}
      values={answer?.values ?? values}
      key={seen}
      label="Correct this training"
    >
      <HiddenField name="seen" value={seen} />
      <RecordFields />
      {isVerified ? <p className="soft">{cardNotices.takesOff}</p> : null}
      <div className="actions">
        <Button pending="Saving…">Save the correction</Button>
      </div>
    </Form>
  )
}
