import { Link } from '@remix-run/react'
import { paths } from '~/paths'
import { Tag } from '~/ui/tag'

type PeopleProps = {
  venueId: string
  people: {
    id: string
    name: string
    self: boolean
    role: string
    means: string
    since: string
    confirmed: boolean
    lastHere: string | null
    mayChange: boolean
    mayEnd: boolean
  }[]
}

export function People({ people, venueId }: PeopleProps) {
  return (
    <ul className="given" aria-label="People with access">
      {people.map((person) => (
        <li key={person.id}>
          <div>
            <b>{person.name}</b> {person.self ? '(you) ' : null}
            <Tag>{person.confirmed ? person.role : `${person.role}, not confirmed yet`}</Tag>
            <p className="hint">{person.means}</p>
            <p className="hint">
              Since {person.since}.{' '}
              {person.lastHere ? `Last here on ${person.lastHere}.` : 'Not here of late.'}
            </p>
          </div>
          <span className="links">
            {person.mayChange ? (
              <Link to={paths.venuePlace(venueId, person.id)}>
                Change
                <span className="sr"> what {person.name} is to the venue</span>
              </Link>
            ) : null}
            {person.mayEnd ? (
              <Link to={paths.endVenuePlace(venueId, person.id)}>
                {person.self ? 'Leave the venue' : 'Remove'}
                {person.self ? null : <span className="sr"> {person.name}</span>}
              </Link>
            ) : null}
          </span>
        </li>
      ))}
    </ul>
  )
}

type InvitationsProps = {
  venueId: string
  invitations: {
    id: string
    name: string
    email: string
    what: string
    by: string
    standing: string
    words: string
    sent: string
    until: string
    mine: boolean
  }[]
}

export function Invitations({ invitations, venueId }: InvitationsProps) {
  return (
    <section className="flow" aria-labelledby="invitations">
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
            {each.mine && each.standing !== 'withdrawn' ? (
              <span className="links">
                <Link to={paths.renewVenueInvitation(venueId, each.id)}>
                  Send again
                  <span className="sr"> to {each.name}</span>
                </Link>
                <Link to={paths.withdrawVenueInvitation(venueId, each.id)}>
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
