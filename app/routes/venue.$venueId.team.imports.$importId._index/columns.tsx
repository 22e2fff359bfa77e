import { Form as GetForm } from '@remix-run/react'
import { Button } from '~/ui/button'
import { type Choice, HiddenField, Select } from '~/ui/fields'
import { Answers } from './answers'

export type ColumnsView = {
  columns: { header: string; example: string; value: string | null; what: string | null }[]
  choices: Choice[]
  open: boolean
}

type ColumnsProps = ColumnsView & { answers: { name: string; value: string }[]; action: string }

/** What each column of the file is read as, for the person to change. Private columns cannot be taken back in. */
export function Columns({ columns, choices, open, answers, action }: ColumnsProps) {
  return (
    <details className="more" open={open}>
      <summary>How each column is read</summary>
      <GetForm className="form" action={action}>
        <Answers answers={answers.filter(({ name }) => name !== 'uses')} />
        {columns.map(({ header, example, value, what }, i) =>
          value === null ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: the columns of a file have no other name that is theirs alone
            <div key={i}>
              <HiddenField name="uses" value="" />
              <p>
                <strong>{header}</strong>: left out, because the program keeps no {what}.
              </p>
            </div>
          ) : (
            <Select
              // biome-ignore lint/suspicious/noArrayIndexKey: as above
              key={i}
              name="uses"
              label={header}
              hint={example ? `Such as “${example}”` : undefined}
              defaultValue={value}
              choices={choices}
            />
          ),
        )}
        <p className="soft">
          What you choose is kept for your venue’s next list with the same column names.
        </p>
        <div className="actions">
          <Button>Read it this way</Button>
        </div>
      </GetForm>
    </details>
  )
}
