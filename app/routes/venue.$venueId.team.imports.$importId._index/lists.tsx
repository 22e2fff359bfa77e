import './problems.css'
import { SummaryList, type SummaryRow } from '~/ui/summary-list'
import { countOf, formatNumber } from '~/words/en/format'
import { rowsWords } from '~/words/en/training'

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

/** One entry for each row of the file; what is the same on many rows is said once. */
function byRow(problems: Problem[]): SummaryRow[] {
  const same = new Map<string, { problem: Problem; rows: Set<number> }>()
  for (const problem of problems) {
    const { row, ...said } = problem
    const key = JSON.stringify(said)
    const known = same.get(key) ?? { problem, rows: new Set<number>() }
    same.set(key, { ...known, rows: known.rows.add(row) })
  }
  const entries = new Map<string, Problem[]>()
  for (const { problem, rows } of same.values()) {
    const term = rowsWords([...rows])
    entries.set(term, [...(entries.get(term) ?? []), problem])
  }
  return [...entries].map(([term, all]) => ({
    term,
    detail: all.map(({ column, cell, why, mend }) => (
      <p className="problem" key={`${column} ${cell} ${why}`}>
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
