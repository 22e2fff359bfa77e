import { Link, useParams } from '@remix-run/react'
import { paths } from '~/paths'
import { countOf } from '~/words/en/format'

type Next = { title: string; when: string; place: string; more: number }

/** The next class that the venue's people can go to; nothing where none is to come. */
export function ClassesNear({ next }: { next: Next | null }) {
  const { venueId = '' } = useParams()
  if (!next) return null
  return (
    <section className="flow" aria-labelledby="classes-near">
      <h2 id="classes-near">A class near you</h2>
      <p>
        <strong>{next.title}</strong>
        <br />
        {next.when}, {next.place}.
      </p>
      <p>
        <Link to={paths.venueClasses(venueId)}>
          {next.more > 0
            ? `What it gives your team, how to sign up, and ${countOf(next.more, 'more class', 'more classes')}`
            : 'What it gives your team, and how to sign up'}
        </Link>
      </p>
    </section>
  )
}
