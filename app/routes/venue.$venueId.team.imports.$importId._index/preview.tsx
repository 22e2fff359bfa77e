import { Form as GetForm } from '@remix-run/react'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { RadioGroup } from '~/ui/choices'
import { HiddenField, Select } from '~/ui/fields'
import { Form, type FormAnswer } from '~/ui/form'
import { Notice } from '~/ui/notice'
import { SummaryList } from '~/ui/summary-list'
import { Answers } from './answers'
import { Columns, type ColumnsView } from './columns'
import { Lines, Problems, type ProblemsProps } from './lists'

type Question = { id: string; sentence: string; choices: { value: string; label: string }[] }
type Listed = { total: number; lines: { name: string; words: string }[] }

export type PreviewView = {
  seen: string
  answers: { name: string; value: string }[]
  columns: ColumnsView
  questions: Question[]
  people: string
  records: string
  nothing: boolean
  button: string
  problems: ProblemsProps
  notes: string[]
  to: string
  added: Listed
  changed: Listed
  trainings: Listed
}

type PreviewProps = {
  fileName: string
  venueId: string
  preview: PreviewView
  answer: FormAnswer | undefined
}

/** What a file would do, before anything is written. */
export function Preview({ fileName, venueId, preview, answer }: PreviewProps) {
  const hasQuestions = preview.questions.length > 0
  return (
    <>
      <h1>What “{fileName}” would do</h1>
      <Notice>Nothing has been written yet.</Notice>
      <SummaryList
        rows={[
          { term: 'People', detail: preview.people },
          { term: 'Trainings', detail: preview.records },
        ]}
      />
      {hasQuestions ? <Questions {...preview} /> : null}
      <Columns {...preview.columns} answers={preview.answers} action={addressOf(preview)} />
      {preview.notes.length > 0 ? (
        <ul>
          {preview.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      ) : null}
      {preview.nothing && !hasQuestions ? (
        <Notice tone="success">
          Everything that this file says is on your list already, so there is nothing to import.
        </Notice>
      ) : null}
      <Problems {...preview.problems} />
      <Lines title="New people" {...preview.added} />
      <Lines title="People who change" {...preview.changed} />
      <Lines title="Trainings for people on your list" {...preview.trainings} />
      {hasQuestions ? null : <Confirm {...preview} venueId={venueId} answer={answer} />}
    </>
  )
}

function Questions({ questions, answers, to }: PreviewView) {
  return (
    <section className="flow">
      <h2>Before you import</h2>
      <GetForm className="form" action={addressOf({ to })}>
        <Answers answers={answers} />
        {questions.map(({ id, sentence, choices }) =>
          choices.length > 4 ? (
            <Select key={id} name={id} label={sentence} prompt="Choose" choices={choices} />
          ) : (
            <RadioGroup key={id} name={id} legend={sentence} choices={choices} />
          ),
        )}
        <div className="actions">
          <Button look="go">Show it with this answer</Button>
        </div>
      </GetForm>
    </section>
  )
}

/** The page itself, without what was answered. */
function addressOf({ to }: Pick<PreviewView, 'to'>): string {
  return to.split('?')[0] ?? to
}

type ConfirmProps = PreviewView & { venueId: string; answer: FormAnswer | undefined }

function Confirm({ seen, answers, nothing, button, to, venueId, answer }: ConfirmProps) {
  if (nothing) {
    return (
      <div className="actions">
        <ButtonLink to={paths.team(venueId)}>Back to the team</ButtonLink>
      </div>
    )
  }
  return (
    <Form answer={answer} action={to} key={seen}>
      <HiddenField name="seen" value={seen} />
      <Answers answers={answers} />
      <div className="actions">
        <Button look="go" pending="Importing…">
          {button}
        </Button>
        <ButtonLink to={paths.importRoster(venueId)}>Choose another file</ButtonLink>
      </div>
      <p className="soft">You can take it back afterwards.</p>
    </Form>
  )
}
