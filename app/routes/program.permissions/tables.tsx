import { type Column, Table } from '~/ui/table'
import { roleNames } from '~/words/en/names'
import { roles } from '~db/vocabulary'
import type { AnswerWords, answersByRole, RowWords } from './answers'

const columns: Column<RowWords>[] = [
  { title: 'What', cell: ({ words }) => words },
  ...roles.map((role) => ({
    title: roleNames[role],
    cell: ({ answers }: RowWords) => <Said {...answers[role]} />,
  })),
]

export function AreaTable({ title, rows }: { title: string; rows: RowWords[] }) {
  return (
    <section className="flow">
      <h2>{title}</h2>
      <Table
        caption={`${title}: who may`}
        captionHidden
        columns={columns}
        rows={rows}
        rowKey={({ name }) => name}
      />
    </section>
  )
}

function Said({ allowed, only }: AnswerWords) {
  if (!allowed) return <span className="no">No</span>
  return (
    <>
      <b>Yes</b>
      {only ? <small>{only}</small> : null}
    </>
  )
}

/** The same for one role, where a table is too wide. */
export function RoleCard({ title, may, none }: ReturnType<typeof answersByRole>) {
  return (
    <section className="card flow">
      <h2>{title}</h2>
      {may.length === 0 ? <p>Nothing yet: this role opens no page of its own today.</p> : null}
      {may.map(({ title, deeds }) => (
        <div key={title}>
          <h3>{title}</h3>
          <ul>
            {deeds.map(({ name, words, only }) => (
              <li key={name}>
                {words}
                {only ? <small>: {only}</small> : null}
              </li>
            ))}
          </ul>
        </div>
      ))}
      {may.length > 0 && none ? <p className="soft">No part in {none}.</p> : null}
    </section>
  )
}
