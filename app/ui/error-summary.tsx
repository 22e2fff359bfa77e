import './styles/forms.css'
import { forwardRef } from 'react'

export type SummarizedError = { message: string; href?: string }

type ErrorSummaryProps = { errors: SummarizedError[]; title?: string }

/** Lists what is still open in a form; each line leads to its field. Renders nothing without errors. */
export const ErrorSummary = forwardRef<HTMLDivElement, ErrorSummaryProps>(function ErrorSummary(
  { errors, title = 'Please look at this again' },
  ref,
) {
  if (!errors.length) return null
  return (
    <div className="summary" ref={ref} tabIndex={-1} role="alert">
      <h2>{title}</h2>
      <ul>
        {errors.map(({ message, href }) => (
          <li key={`${href}${message}`}>{href ? <a href={href}>{message}</a> : message}</li>
        ))}
      </ul>
    </div>
  )
})
