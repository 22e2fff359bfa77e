import './styles/records.css'
import type { ReactNode } from 'react'

export type Happening = {
  id: string
  /** For machines: an ISO day or moment. */
  at: string
  /** For people: "Nov 22, 10:42 AM". */
  when: string
  what: ReactNode
  /** The one that is going on. */
  now?: boolean
}

export function Timeline({ happenings, label }: { happenings: Happening[]; label?: string }) {
  return (
    <ol className="timeline" aria-label={label}>
      {happenings.map(({ id, at, when, what, now }) => (
        <li key={id} className={now ? 'now' : undefined}>
          <time dateTime={at}>{when}</time>
          {typeof what === 'string' ? <p>{what}</p> : what}
        </li>
      ))}
    </ol>
  )
}
