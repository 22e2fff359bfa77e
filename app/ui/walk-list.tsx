import { ButtonLink } from './button'
import { type Task, TaskList } from './task-list'

type WalkListProps = { walks: Task[]; proposeTo: string | null }

/** The walk-throughs of a venue: what is being arranged, and those that were. */
export function WalkList({ walks, proposeTo }: WalkListProps) {
  return (
    <section className="flow" aria-labelledby="walk-throughs">
      <h2 id="walk-throughs">Walk-throughs</h2>
      {walks.length > 0 ? (
        <TaskList tasks={walks} label="Walk-throughs" />
      ) : (
        <p>
          A look around together, at a time that suits both: one side proposes three times, the
          other chooses.
        </p>
      )}
      {proposeTo ? (
        <div className="actions">
          <ButtonLink to={proposeTo}>Propose a walk-through</ButtonLink>
        </div>
      ) : null}
    </section>
  )
}
