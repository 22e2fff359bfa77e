import './styles/records.css'
import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'

export type SummaryRow = {
  term: string
  detail: ReactNode
  /** "Change", with the term added for screen readers. */
  change?: { to: string; label?: string }
}

/** Facts and answers, each with a way to change it. */
export function SummaryList({ rows }: { rows: SummaryRow[] }) {
  return (
    <dl className="facts">
      {rows.map(({ term, detail, change }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{detail}</dd>
          {change ? (
            <dd>
              <Link to={change.to}>
                {change.label ?? 'Change'}
                <span className="sr"> {term}</span>
              </Link>
            </dd>
          ) : null}
        </div>
      ))}
    </dl>
  )
}
