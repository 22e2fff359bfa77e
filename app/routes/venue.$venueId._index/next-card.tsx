import '~/ui/styles/workspace.css'
import type { NextThing } from '~/domain/applications/workspace-next.server'
import { ButtonLink } from '~/ui/button'

/** The one thing that is the venue's to do next. */
export function NextCard({ next: { title, words, button, to } }: { next: NextThing }) {
  return (
    <section className="card next flow">
      <p className="kicker">Yours to do next</p>
      <h2>{title}</h2>
      <p>{words}</p>
      <div className="actions">
        <ButtonLink to={to} look="go">
          {button}
        </ButtonLink>
      </div>
    </section>
  )
}
