import type { ReactNode } from 'react'

type EmptyStateProps = { title: string; children: ReactNode; action?: ReactNode }

/** An empty list that teaches: what will stand here, and how it begins. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className="empty">
      <h3>{title}</h3>
      {typeof children === 'string' ? <p>{children}</p> : children}
      {action ? <div className="actions">{action}</div> : null}
    </div>
  )
}
