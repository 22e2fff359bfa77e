import { ChangeStaffForm } from '~/domain/training/forms'
import { Button } from '~/ui/button'
import { Checkbox } from '~/ui/choices'
import { DateField, HiddenField, Select, TextField } from '~/ui/fields'
import { Form, type FormAnswer } from '~/ui/form'
import { Notice } from '~/ui/notice'
import { SummaryList } from '~/ui/summary-list'
import { positionChoices, teamNotices } from '~/words/en/training'

type PersonFormProps = {
  values: Record<string, string>
  seen: string
  answer: FormAnswer | undefined
}

/** The facts of one person. After a lost race it shows what stands now beside what was typed. */
export function PersonForm({ values, seen, answer }: PersonFormProps) {
  const { theirs } = answer ?? {}
  return (
    <>
      {theirs ? (
        <Notice tone="warning" title="What stands on the list now">
          <SummaryList rows={Object.entries(theirs).map(([term, detail]) => ({ term, detail }))} />
        </Notice>
      ) : null}
      <Form schema={ChangeStaffForm} answer={answer} values={answer?.values ?? values} key={seen}>
        <HiddenField name="seen" value={seen} />
        <TextField name="name" label="Name" maxLength={100} autoComplete="off" />
        <Select name="position" label="What they do most" choices={positionChoices} />
        <DateField name="startedOn" label="First day" optional />
        <Checkbox name="onLeave" label="On leave at the moment" />
        <DateField
          name="leftOn"
          label="Left the team on"
          hint="From this day on they no longer count. Their trainings stay on your list."
          optional
        />
        <p className="soft">{teamNotices.noPrivateFacts}</p>
        <div className="actions">
          <Button pending="Saving…">Save changes</Button>
        </div>
      </Form>
    </>
  )
}
