import { Link, useParams } from '@remix-run/react'
import { paths } from '~/paths'
import { countOf } from '~/words/en/format'
import { keepWords } from '~/words/en/keep-current'

/** For an accredited venue: what it stands on, to look through when it suits. */
export function Kept({ line, changed }: { line: string; changed: number }) {
  const { venueId = '' } = useParams()
  return (
    <section className="flow">
      <h2>{keepWords.title}</h2>
      <p>
        {line} <Link to={`${paths.application(venueId)}#keep`}>Look through them</Link>; each takes
        one tap.
      </p>
      {changed > 0 ? (
        <p>
          You changed something on {countOf(changed, 'standard', 'standards')} since you last
          shared. <Link to={paths.amend(venueId)}>Share that change</Link>, if you like; your
          accreditation goes on meanwhile.
        </p>
      ) : null}
    </section>
  )
}
