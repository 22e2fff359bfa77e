import '~/ui/styles/workspace.css'
import { Link } from '@remix-run/react'
import { paths } from '~/paths'
import { Notice } from '~/ui/notice'
import { countOf } from '~/words/en/format'

type Counts = { asking: number; held: number; overdue: number; ready: number; looks: number }

/** What waits for the coordinator, in as many lines as there are kinds of it. */
export function YoursNext({ asking, held, overdue, ready, looks }: Counts) {
  const things = [
    {
      count: asking,
      to: paths.joinRequests(),
      words: countOf(asking, 'request to join waits', 'requests to join wait'),
    },
    {
      count: looks,
      to: paths.secondLooks(),
      words: countOf(looks, 'second look waits for somebody', 'second looks wait for somebody'),
    },
    {
      count: overdue,
      to: paths.waiting({ view: 'liaison' }),
      words: countOf(
        overdue,
        'venue waits longer than we told it',
        'venues wait longer than we told them',
      ),
    },
    {
      count: ready,
      to: paths.waiting({ view: 'certificate' }),
      words: countOf(ready, 'certificate can be issued', 'certificates can be issued'),
    },
    {
      count: held,
      to: paths.heldMail(),
      words: countOf(held, 'mail is held', 'mails are held'),
    },
  ].filter(({ count }) => count > 0)
  if (things.length === 0) {
    return <Notice title="Nothing waits for you">Here is how the program stands.</Notice>
  }
  return (
    <section className="card next flow" aria-labelledby="yours">
      <h2 className="kicker" id="yours">
        Yours to do next
      </h2>
      <ul className="plain">
        {things.map(({ to, words }) => (
          <li key={to}>
            <Link to={to}>{words}</Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
