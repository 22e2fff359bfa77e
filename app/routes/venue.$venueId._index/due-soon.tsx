import { Link, useParams } from '@remix-run/react'
import { paths } from '~/paths'

/** One line about what falls due soon, with the way to all of it. */
export function DueSoon({ line }: { line: string | null }) {
  const { venueId = '' } = useParams()
  if (!line) return null
  return (
    <p>
      {line}. <Link to={paths.dues(venueId)}>See what, and the next step for each</Link>.
    </p>
  )
}
