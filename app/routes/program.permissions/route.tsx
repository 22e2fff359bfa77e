import './permissions.css'
import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { permissionsTable } from '~/domain/permissions/table'
import { PublicShell } from '~/ui/public-shell'
import { actionAreaNames } from '~/words/en/permissions'
import { roles } from '~db/vocabulary'
import { answersByRole, rowsWithWords, staffAlwaysTwice } from './answers'
import { AreaTable, RoleCard } from './tables'

export const handle = { quiet: true }

export const meta: MetaFunction = () => [
  { title: 'Who may do what – Lamplight' },
  {
    name: 'description',
    content: 'Every role of the program, and what it may and may not do on this site.',
  },
]

export function loader() {
  const table = permissionsTable()
  const twice = staffAlwaysTwice(table)
  const areas = table.map(({ area, rows }) => ({
    area,
    title: actionAreaNames[area],
    rows: rowsWithWords(rows, twice),
  }))
  return { areas, twice, byRole: roles.map((role) => answersByRole(role, areas)) }
}

export default function Permissions() {
  const { areas, byRole, twice } = useLoaderData<typeof loader>()
  return (
    <PublicShell>
      <h1>Who may do what</h1>
      <p className="lead">
        This page is drawn from the same rules that answer each click on this site. When a rule
        changes, the page changes with it.
      </p>
      <ul>
        <li>A draft is open to the venue’s own people alone. No role of the program opens it.</li>
        <li>
          Whoever is not signed in reads what is public: the standards, accredited venues and
          loading zones.
        </li>
        <li>A person with several roles may do what each of them allows.</li>
        {twice ? (
          <li>
            Liaisons, coordinators and partner reviewers are signed in with two steps before
            anything opens to them.
          </li>
        ) : null}
      </ul>
      <div className="by-area flow">
        {areas.map(({ area, title, rows }) => (
          <AreaTable key={area} title={title} rows={rows} />
        ))}
      </div>
      <div className="by-role flow">
        {byRole.map((card) => (
          <RoleCard key={card.role} {...card} />
        ))}
      </div>
    </PublicShell>
  )
}
