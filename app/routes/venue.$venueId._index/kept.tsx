import { Link, useParams } from '@remix-run/react'
import { paths } from '~/paths'
import { countOf } from '~/words/en/format'
import { keepWords } from '~/words/en/keep-current'

type KeptProps = {
  line: string
  /** On how many standards something is different from what was shared last. */
  changed: number
  /** A change that the liaison reads at the moment. */
  waits: string
}

/** For an accredited venue: what it stands on, to look through when it suits. */
export function Kept({ line, changed, waits }: KeptProps) {
  const { venueId = '' } = useParams()
  return (
    <section className="flow">
      <h2>{keepWords.title}</h2>
      {line ? (
        <p>
          {line} <Link to={`${paths.application(venueId)}#keep`}>Look through them</Link>; each
          takes one tap.
        </p>
      ) : null}
      {waits ? <p>{waits}</p> : null}
      {changed > 0 && !waits ? (
        <p>
          You changed something on {countOf(changed, 'standard', 'standards')} since you last
          shared. <Link to={paths.amend(venueId)}>Share that change</Link>, if you like; your
          accreditation goes on meanwhile.
        </p>
      ) : null}
    </section>
  )
}
