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

/** Who signs in for the venue, and what the reader can change of it. */
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
