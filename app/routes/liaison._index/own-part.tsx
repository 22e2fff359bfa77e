import { Link } from '@remix-run/react'
import { paths } from '~/paths'
import { countOf } from '~/words/en/format'
import { promiseWords } from '~/words/en/promises'

type Part = {
  promises: { open: number; late: number } | null
  runsOut: string[]
  /** How many letters wait for their part. */
  parts: number
}

/** What is theirs beside the lists: the help they offered, whom to call on, and their own standing. */
export function OwnPart({ promises, runsOut, parts }: Part) {
  return (
    <section className="flow">
      <h2>Beside the lists</h2>
      <ul>
        {promises ? (
          <li>
            <Link to={paths.promises()}>{promiseWords.onDesk(promises.open, promises.late)}</Link>
          </li>
        ) : null}
        {parts > 0 ? (
          <li>
            <Link to={paths.parts()}>
              {countOf(parts, 'letter waits', 'letters wait')} for your part
            </Link>
          </li>
        ) : null}
        <li>
          <Link to={paths.outreach()}>Outreach: who has not heard from us for long</Link>
        </li>
        <li>
          <Link to={paths.pulse()}>Pulse: what venues say after a round</Link>
        </li>
        <li>
          <Link to={paths.ownTrainings()}>My trainings</Link>
          {runsOut.length > 0 ? `: ${runsOut.join(' ')}` : ''}
        </li>
        <li>
          <Link to={paths.agreement()}>Reviewer agreement</Link>
        </li>
      </ul>
    </section>
  )
}
