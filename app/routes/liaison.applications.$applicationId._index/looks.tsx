import type { looksOnRecord } from '~/domain/second-looks/pages.server'
import { paths } from '~/paths'
import { ButtonLink } from '~/ui/button'
import { SecondLookWords } from '~/ui/second-looks'

type Looks = Awaited<ReturnType<typeof looksOnRecord>>

/** First for whoever takes the second look; for everybody else, how each one stands. */
export function YourSecondLook({ looks, applicationId }: { looks: Looks; applicationId: string }) {
  const open = looks.looks.find((look) => look.open)
  if (!looks.mayAnswer || !open) return null
  return (
    <section className="card next flow" aria-labelledby="second-look">
      <h2 id="second-look">You take a second look</h2>
      <p>
        {looks.venue} asks somebody who was not involved to read everything again. This is what it
        would like looked at:
      </p>
      <p className="pre">{open.words}</p>
      <div className="actions">
        <ButtonLink to={paths.answerSecondLook(applicationId)} look="go">
          Write your answer
        </ButtonLink>
      </div>
    </section>
  )
}

export function SecondLooks({ looks }: { looks: Looks }) {
  const shown = looks.looks.filter(({ open }) => !open || !looks.mayAnswer)
  if (shown.length === 0) return null
  return (
    <section className="flow">
      <h2>Second looks</h2>
      {shown.map((look) => (
        <article key={look.id} className="card">
          <SecondLookWords look={look} />
        </article>
      ))}
    </section>
  )
}
