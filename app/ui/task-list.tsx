import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { Tag, type TagTone } from './tag'

export type Task = {
  title: string
  /** Without an address the row is shown and leads nowhere: it cannot start yet. */
  to?: string | undefined
  detail?: ReactNode
  status: string
  tone?: TagTone
  id?: string
  /** What can be done about it from here, below the row. */
  actions?: ReactNode
  /** Loads the page whole: for links to quiet pages. */
  document?: boolean
}

/** A list in which the whole row is the link, with its state in words. */
export function TaskList({ tasks, label }: { tasks: Task[]; label?: string }) {
  return (
    <ul className="tasks" aria-label={label}>
      {tasks.map((task) => (
        <li key={task.id ?? task.to ?? task.title} id={task.id}>
          <TaskRow task={task} />
          {task.actions ? <div className="actions inline row-actions">{task.actions}</div> : null}
        </li>
      ))}
    </ul>
  )
}

function TaskRow({ task }: { task: Task }) {
  const inside = (
    <>
      <b>{task.title}</b> <Tag tone={task.tone}>{task.status}</Tag>{' '}
      {task.detail ? <small>{task.detail}</small> : null}
    </>
  )
  if (!task.to) return <div className="row">{inside}</div>
  return (
    <Link to={task.to} className="row" reloadDocument={task.document}>
      {inside}
    </Link>
  )
}
