import { paths } from '~/paths'
import { ButtonLink } from '~/ui/button'
import { type Task, TaskList } from '~/ui/task-list'
import { countOf } from '~/words/en/format'
import { waitingViewNames } from '~/words/en/waiting'

type Waiting = { total: number; tasks: Task[] }
type View = keyof typeof waitingViewNames

type WhoWaitsProps = { waiting: Record<View, Waiting>; byLiaison: Task[] }

const empty: Record<View, string> = {
  liaison: 'Every venue that shared has heard back.',
  certificate: 'No certificate is waiting to be issued.',
  venue: 'No letter is with a venue.',
}

/** Who waits for whom. Only what was shared is here. */
export function WhoWaits({ waiting, byLiaison }: WhoWaitsProps) {
  return (
    <section className="section flow">
      <h2>Who waits for whom</h2>
      <List view="liaison" waiting={waiting.liaison} />
      {byLiaison.length > 1 ? (
        <details className="more">
          <summary>The same by liaison</summary>
          <TaskList tasks={byLiaison} label="Venues that wait, by liaison" />
        </details>
      ) : null}
      <List view="certificate" waiting={waiting.certificate} />
      <List view="venue" waiting={waiting.venue} />
    </section>
  )
}

function List({ view, waiting: { total, tasks } }: { view: View; waiting: Waiting }) {
  return (
    <>
      <h3>{waitingViewNames[view]}</h3>
      {tasks.length > 0 ? (
        <TaskList tasks={tasks} label={waitingViewNames[view]} />
      ) : (
        <p className="soft">{empty[view]}</p>
      )}
      {total > tasks.length ? (
        <p>
          <ButtonLink to={paths.waiting({ view })}>
            {countOf(total, 'venue', 'venues')}: see all
          </ButtonLink>
        </p>
      ) : null}
    </>
  )
}
