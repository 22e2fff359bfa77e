import './styles/page-previews.css'
import { countOf } from '~/words/en/format'

/** More of them are in the file itself. */
const mostShown = 40

type PagePreviewsProps = {
  name: string
  /** Null where it was not counted. */
  pages: number | null
  /** The page to begin with. */
  first?: number
  to: (page: number) => string
}

/** A PDF as it looks: one page, and the others behind their count. The pictures are made on the server. */
export function PagePreviews({ name, pages, first = 1, to }: PagePreviewsProps) {
  const count = pages ?? 1
  const begin = first <= count ? first : 1
  const others = Array.from({ length: Math.min(count, mostShown) }, (_, index) => index + 1).filter(
    (page) => page !== begin,
  )
  const picture = (page: number) => (
    <img
      key={page}
      className="page-preview"
      src={to(page)}
      alt={`Page ${page}${pages ? ` of ${pages}` : ''} of “${name}”`}
      loading="lazy"
    />
  )
  return (
    <div className="flow no-print">
      {picture(begin)}
      {pages ? (
        <p className="soft">
          {pages > 1 ? `Page ${begin} of ${countOf(pages, 'page', 'pages')}.` : 'One page.'}
        </p>
      ) : null}
      {others.length > 0 ? (
        <details className="more">
          <summary>
            {count > mostShown ? `The first ${mostShown} pages` : 'The other pages'}
          </summary>
          <div className="flow">{others.map(picture)}</div>
        </details>
      ) : null}
    </div>
  )
}
