import { Link, useParams } from '@remix-run/react'
import { paths } from '~/paths'

/** One quiet line for a venue that stands on earlier standards than those in force. */
export function NewStandards() {
  const { venueId = '' } = useParams()
  return (
    <p>
      The standards have changed since you began.{' '}
      <Link to={paths.standardsChanges(venueId)}>See what is different</Link>; you choose when to
      move.
    </p>
  )
}
