import { Link } from '@remix-run/react'

type PaginationProps = {
  /** Names the list: "Venues". */
  label: string
  previous?: string | null | undefined
  next?: string | null | undefined
  /** Where we are, in words: "Venues 51 to 100 of 1,256". */
  words?: string
  document?: boolean
}

/** Previous and next by key, never by page number. Renders nothing when there is one page only. */
export function Pagination({ label, previous, next, words, document }: PaginationProps) {
  if (!previous && !next) return words ? <p className="soft">{words}</p> : null
  return (
    <nav className="pager" aria-label={`${label}: pages`}>
      {previous ? (
        <Link to={previous} rel="prev" reloadDocument={document}>
          ← Previous page
        </Link>
      ) : (
        <span />
      )}
      {words ? <span className="soft">{words}</span> : null}
      {next ? (
        <Link to={next} rel="next" reloadDocument={document}>
          Next page →
        </Link>
      ) : (
        <span />
      )}
    </nav>
  )
}
