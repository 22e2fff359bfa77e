import { Link } from '@remix-run/react'

type RecentDraftsProps = { drafts: { to: string; title: string; words: string }[] }

/** What somebody of the team wrote last, to go on with. */
export function RecentDrafts({ drafts }: RecentDraftsProps) {
  if (drafts.length === 0) return null
  return (
    <section className="flow">
      <h2>Where your team left off</h2>
      <ul className="tasks">
        {drafts.map(({ to, title, words }) => (
          <li key={to}>
            <Link to={to} className="row">
              <b>{title}</b> <small>{words}</small>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
