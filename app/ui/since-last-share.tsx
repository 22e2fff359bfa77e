import { Link } from '@remix-run/react'

type Changed = {
  sharedOn: string
  standards: { code: string; title: string; to: string; changes: string[] }[]
}

/** What the venue changed since its last share, for its own people, before it shares again. */
export function ChangedSince({ since: { sharedOn, standards } }: { since: Changed }) {
  return standards.length === 0 ? (
    <p>Nothing here has changed since you shared on {sharedOn}.</p>
  ) : (
    <>
      <p>Since you shared on {sharedOn}, as it stands now:</p>
      <ul>
        {standards.map(({ code, title, to, changes }) => (
          <li key={code}>
            <Link to={to}>{title}</Link>: {changes.join(' ')}
          </li>
        ))}
      </ul>
    </>
  )
}
