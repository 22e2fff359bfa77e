import { Link, useParams } from '@remix-run/react'
import { paths } from '~/paths'
import { keepWords } from '~/words/en/keep-current'

/** For an accredited venue: what it stands on, to look through when it suits. */
export function Kept({ line }: { line: string }) {
  const { venueId = '' } = useParams()
  return (
    <section className="flow">
      <h2>{keepWords.title}</h2>
      <p>
        {line} <Link to={`${paths.application(venueId)}#keep`}>Look through them</Link>; each takes
        one tap.
      </p>
    </section>
  )
}
