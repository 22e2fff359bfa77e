import { Link } from '@remix-run/react'
import type { AskView } from '~/domain/applications/workspace-ask-view'

/** What stood here before, for the venue's own people alone. */
export function Earlier({ ask }: { ask: AskView }) {
  const { rows, more } = ask.earlier
  if (rows.length === 0) return null
  return (
    <details className="more">
      <summary>
        Earlier<span className="sr">: {ask.ask}</span>
      </summary>
      <ul className="given">
        {rows.map(({ id, title, detail, to, isFile, said }) => (
          <li key={id}>
            <div>
              {to ? (
                <Link to={to} reloadDocument={isFile}>
                  {title}
                </Link>
              ) : (
                <strong>{title}</strong>
              )}
              {detail ? <p className="soft">{detail}</p> : null}
              <p className="soft">{said}</p>
            </div>
          </li>
        ))}
      </ul>
      <p className="soft">
        {more > 0 ? `And ${more} before these. ` : ''}Only your team sees what stood here before.
      </p>
    </details>
  )
}
