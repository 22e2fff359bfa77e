import './styles/workspace.css'
import { Link } from '@remix-run/react'
import { Tag } from './tag'

export type InvitationRow = {
  id: string
  name: string
  email: string
  /** "a liaison for Harbor Street" */
  what: string
  by: string
  standing: string
  /** The standing as people read it. */
  words: string
  sent: string
  until: string
  /** Where it is sent again and taken back; null where the reader cannot, or nothing is left of it. */
  links: { again: string; back: string } | null
}

/** Who is invited and has not accepted, newest first. */
export function InvitationList({ invitations }: { invitations: InvitationRow[] }) {
  return (
    <section className="section flow" aria-labelledby="invitations">
      <h2 id="invitations">Invitations</h2>
      <ul className="given">
        {invitations.map((each) => (
          <li key={each.id}>
            <div>
              <b>{each.name}</b> <Tag>{each.words}</Tag>
              <p className="hint">
                {each.email}, to be {each.what}.
              </p>
              <p className="hint">
                Sent by {each.by} on {each.sent}.{' '}
                {each.standing === 'open' ? `The link works until ${each.until}.` : null}
                {each.standing === 'expired' ? `The link ran out on ${each.until}.` : null}
              </p>
            </div>
            {each.links ? (
              <span className="links">
                <Link to={each.links.again}>
                  Send again
                  <span className="sr"> to {each.name}</span>
                </Link>
                <Link to={each.links.back}>
                  Take back
                  <span className="sr"> the invitation to {each.name}</span>
                </Link>
              </span>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
