import type { ReactNode } from 'react'

type EmptyStateProps = {
  title: string
  /** One below the heading that it stands under. */
  level?: 2 | 3
  children: ReactNode
  action?: ReactNode
}

/** An empty list that teaches: what will stand here, and how it begins. */
export function EmptyState({ title, level = 2, children, action }: EmptyStateProps) {
  const Heading = `h${level}` as const
  return (
    <div className="empty">
      <Heading>{title}</Heading>
      {typeof children === 'string' ? <p>{children}</p> : children}
      {action ? <div className="actions">{action}</div> : null}
    </div>
  )
}
