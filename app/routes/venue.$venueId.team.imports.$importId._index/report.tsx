import { paths } from '~/paths'
import { ButtonLink } from '~/ui/button'
import { Notice } from '~/ui/notice'
import { SummaryList } from '~/ui/summary-list'
import { Problems, type ProblemsProps } from './lists'

type ReportProps = {
  venueId: string
  importId: string
  fileName: string
  state: string
  at: { done: string; undone: string }
  report: {
    people: string
    records: string
    problems: ProblemsProps
    notes: string[]
  }
}

/** What an import did, for as long as the venue wants to look at it. */
export function Report({ venueId, importId, fileName, state, at, report }: ReportProps) {
  const isUndone = state === 'undone'
  return (
    <>
      <h1>{isUndone ? `“${fileName}” was taken back` : `“${fileName}” is imported`}</h1>
      <Notice tone={isUndone ? 'info' : 'success'} live>
        {isUndone
          ? `Imported ${at.done}, taken back ${at.undone}.`
          : `Imported ${at.done}. The file itself is not kept.`}
      </Notice>
      <SummaryList
        rows={[
          { term: 'People', detail: report.people },
          { term: 'Trainings', detail: report.records },
        ]}
      />
      <ul>
        {report.notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
      <Problems {...report.problems} />
      <div className="actions">
        <ButtonLink to={paths.team(venueId)} look="go">
          See the team
        </ButtonLink>
        {isUndone ? null : (
          <ButtonLink to={paths.undoRosterImport(venueId, importId)}>Take it back</ButtonLink>
        )}
      </div>
    </>
  )
}
