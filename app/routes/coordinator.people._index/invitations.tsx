import '~/ui/styles/workspace.css'
import { Link } from '@remix-run/react'
import { paths } from '~/paths'
import { Tag } from '~/ui/tag'

export type InvitationRow = {
  id: string
  name: string
  email: string
  what: string
  by: string
  standing: string
  words: string
  sent: string
  until: string
}

/** Who is invited to the program and has not accepted, newest first. */
export function Invitations({ invitations }: { invitations: InvitationRow[] }) {
  return (
    <section className="section flow" aria-labelledby="invitations">
      <h2 id="invitations">Invitations</h2>
      <ul className="given">
        {invitations.map((each) => (
          <li key={each.id}>
            <div>
              <b>{each.name}</b> <Tag>{each.words}</Tag>
              <p className="hint">{each.what}</p>
              <p className="hint">{each.email}</p>
              <p className="hint">
                Sent by {each.by} on {each.sent}.{' '}
                {each.standing === 'open' ? `The link works until ${each.until}.` : null}
                {each.standing === 'expired' ? `The link ran out on ${each.until}.` : null}
              </p>
            </div>
            {each.standing === 'withdrawn' ? null : (
              <span className="links">
                <Link to={paths.renewPlaceInvitation(each.id)}>
                  Send again
                  <span className="sr"> to {each.name}</span>
                </Link>
                <Link to={paths.withdrawPlaceInvitation(each.id)}>
                  Take back
                  <span className="sr"> the invitation to {each.name}</span>
                </Link>
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
