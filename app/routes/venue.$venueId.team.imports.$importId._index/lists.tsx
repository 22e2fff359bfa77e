import { SummaryList, type SummaryRow } from '~/ui/summary-list'
import { countOf, formatNumber } from '~/words/en/format'

type Problem = { row: number; column: string; cell: string; why: string; mend: string }

const shown = 200

/** What could not be read as it stands: where, why, and how to mend it. */
export function Problems({ problems }: { problems: Problem[] }) {
  if (problems.length === 0) return null
  return (
    <section className="flow">
      <h2>{countOf(problems.length, 'place to look at', 'places to look at')}</h2>
      <p>
        Everything else is fine as it is. Mend the file and import it again, or correct your list by
        hand afterwards.
      </p>
      <SummaryList rows={byRow(problems.slice(0, shown))} />
      <More of={problems.length} />
    </section>
  )
}

/** One entry for each row of the file, with everything there is to say about it. */
function byRow(problems: Problem[]): SummaryRow[] {
  const rows = new Map<number, Problem[]>()
  for (const problem of problems) {
    rows.set(problem.row, [...(rows.get(problem.row) ?? []), problem])
  }
  return [...rows].map(([row, all]) => ({
    term: `Row ${formatNumber(row)}`,
    detail: all.map(({ column, cell, why, mend }) => (
      <p key={`${column} ${why}`}>
        {column ? <strong>{column}</strong> : null}
        {column && cell ? ': ' : null}
        {cell ? `“${cell}”` : null}
        {column || cell ? '. ' : null}
        {why} {mend}
      </p>
    )),
  }))
}

type LinesProps = { title: string; lines: { name: string; words: string }[] }

/** People with what happens to them; long lists fold up. */
export function Lines({ title, lines }: LinesProps) {
  if (lines.length === 0) return null
  return (
    <details className="more" open={lines.length <= 20}>
      <summary>
        {title}: {formatNumber(lines.length)}
      </summary>
      <ul>
        {lines.slice(0, shown).map(({ name, words }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two people can have one name, and the list never moves
          <li key={index}>
            <strong>{name}</strong>: {words}
          </li>
        ))}
      </ul>
      <More of={lines.length} />
    </details>
  )
}

function More({ of }: { of: number }) {
  return of > shown ? <p className="soft">And {formatNumber(of - shown)} more.</p> : null
}
