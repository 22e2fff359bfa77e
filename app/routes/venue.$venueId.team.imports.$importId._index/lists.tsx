import { Table } from '~/ui/table'
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
      <Table
        caption="Places to look at"
        captionHidden
        rows={problems.slice(0, shown)}
        rowKey={({ row, column, why }) => `${row} ${column} ${why}`}
        columns={[
          { title: 'Row', cell: ({ row }) => formatNumber(row), number: true },
          { title: 'Column', cell: ({ column }) => column },
          { title: 'It says', cell: ({ cell }) => cell },
          { title: 'Why, and what to do', cell: ({ why, mend }) => `${why} ${mend}` },
        ]}
      />
      <More of={problems.length} />
    </section>
  )
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
