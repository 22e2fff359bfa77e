import { Link } from '@remix-run/react'
import { paths } from '~/paths'
import { promiseWords } from '~/words/en/promises'

type Part = { promises: { open: number; late: number } | null; runsOut: string[] }

/** What is theirs beside the lists: the help they offered, whom to call on, and their own standing. */
export function OwnPart({ promises, runsOut }: Part) {
  return (
    <section className="flow">
      <h2>Beside the lists</h2>
      <ul>
        {promises ? (
          <li>
            <Link to={paths.promises()}>{promiseWords.onDesk(promises.open, promises.late)}</Link>
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
