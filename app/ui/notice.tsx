import type { ReactNode } from 'react'

type NoticeProps = {
  tone?: 'info' | 'success' | 'warning' | 'private'
  title?: string
  /** Set when it tells the result of what the person just did: it is then read out. */
  live?: boolean
  children?: ReactNode
}

export function Notice({ tone = 'info', title, live, children }: NoticeProps) {
  return (
    <div className={`notice ${tone}`} role={live ? 'status' : undefined}>
      {title ? (
        <p>
          <strong>{title}</strong>
        </p>
      ) : null}
      {typeof children === 'string' ? <p>{children}</p> : children}
    </div>
  )
}

/** Says on every private page that nobody else reads it. */
export function PrivateNotice({ children }: { children: ReactNode }) {
  return (
    <div className="notice private">
      <p>
        <strong>Private to your team.</strong> {children}
      </p>
    </div>
  )
}
