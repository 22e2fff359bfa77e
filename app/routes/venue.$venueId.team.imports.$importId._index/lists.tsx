import './problems.css'
import { SummaryList, type SummaryRow } from '~/ui/summary-list'
import { countOf, formatNumber } from '~/words/en/format'

type Problem = { row: number; column: string; cell: string; why: string; mend: string }

export type ProblemsProps = { problems: Problem[]; total: number }

/** What could not be read as it stands: where, why, and how to mend it. */
export function Problems({ problems, total }: ProblemsProps) {
  if (problems.length === 0) return null
  return (
    <section className="flow">
      <h2>{countOf(total, 'place to look at', 'places to look at')}</h2>
      <p>
        Everything else is fine as it is. Mend the file and import it again, or correct your list by
        hand afterwards.
      </p>
      <SummaryList rows={byRow(problems)} />
      <More count={total - problems.length} />
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
      <p className="problem" key={`${column} ${why}`}>
        {column ? <strong>{column}</strong> : null}
        {column && cell ? ': ' : null}
        {cell ? `“${cell}”` : null}
        {column || cell ? '. ' : null}
        {why} {mend}
      </p>
    )),
  }))
}

type LinesProps = { title: string; total: number; lines: { name: string; words: string }[] }

/** People with what happens to them; long lists fold up. */
export function Lines({ title, total, lines }: LinesProps) {
  if (lines.length === 0) return null
  return (
    <details className="more" open={total <= 20}>
      <summary>
        {title}: {formatNumber(total)}
      </summary>
      <ul>
        {lines.map(({ name, words }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two people can have one name, and the list never moves
          <li key={index}>
            <strong>{name}</strong>: {words}
          </li>
        ))}
      </ul>
      <More count={total - lines.length} />
    </details>
  )
}

function More({ count }: { count: number }) {
  return count > 0 ? <p className="soft">And {formatNumber(count)} more.</p> : null
}
