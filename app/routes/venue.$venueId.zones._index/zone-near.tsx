import type { VenueZoneView } from '~/domain/zones/venue-zones-page.server'
import { Button, ButtonLink } from '~/ui/button'
import { Form, type FormAnswer } from '~/ui/form'
import { Tag } from '~/ui/tag'

type ZoneNearProps = { zone: VenueZoneView; maySay: boolean; answer?: FormAnswer | undefined }

/** A zone as door staff need it, with the one thing that is asked of the venue. */
export function ZoneNear({ zone, maySay, answer }: ZoneNearProps) {
  return (
    <article className={zone.asked ? 'card next flow' : 'card flow'}>
      <h2>{zone.name}</h2>
      <p>
        {zone.asked ? (
          <Tag tone="next">
            {zone.news.length > 0 ? 'Changed: tell your door staff' : 'Tell your door staff'}
          </Tag>
        ) : zone.knownOn ? (
          <Tag tone="place">Your door staff know, said on {zone.knownOn}</Tag>
        ) : (
          <Tag>{zone.status}</Tag>
        )}
      </p>
      {zone.tonight ? (
        <p>
          <strong>{zone.tonight}.</strong> {zone.sentence}
        </p>
      ) : (
        <p>
          <strong>{zone.sentence}</strong>
        </p>
      )}
      {zone.news.length > 0 ? <News zone={zone} /> : null}
      <dl className="near">
        <div>
          <dt>When</dt>
          <dd>
            {zone.hours.map((line) => (
              <p key={line}>{line}</p>
            ))}
            <p className="soft">By the calendar: {zone.calendar.join('; ')}.</p>
          </dd>
        </div>
        <div>
          <dt>Where</dt>
          <dd>
            {zone.where.map((line) => (
              <p key={line}>{line}</p>
            ))}
            {zone.distance ? <p className="soft">{zone.distance}</p> : null}
          </dd>
        </div>
        {zone.script ? (
          <div>
            <dt>Say at the door</dt>
            <dd className="own-words">“{zone.script}”</dd>
          </div>
        ) : null}
      </dl>
      {zone.asked && maySay ? <Acknowledge zone={zone} answer={answer} /> : null}
      <div className="actions">
        {zone.cardTo ? (
          <ButtonLink to={zone.cardTo} document about={`of ${zone.name}`}>
            Print a card for the door
          </ButtonLink>
        ) : null}
        <ButtonLink to={zone.publicTo} document about={`of ${zone.name}`}>
          Open the public page
        </ButtonLink>
      </div>
    </article>
  )
}

/** One tap. A post that is refused comes back on the page that asks the same question. */
export function Acknowledge({
  zone,
  answer,
}: {
  zone: VenueZoneView
  answer?: FormAnswer | undefined
}) {
  return (
    <Form
      action={zone.acknowledgeTo}
      answer={answer}
      label={`Our door staff know about ${zone.name}`}
    >
      <input type="hidden" name="version" value={zone.version} />
      <div className="actions">
        <Button look="go" pending="Saving…" about={`about ${zone.name}`}>
          Our door staff know
        </Button>
      </div>
    </Form>
  )
}

export function News({ zone }: { zone: VenueZoneView }) {
  return (
    <section className="flow">
      <h3>What changed since your door staff last knew</h3>
      {zone.news.map(({ version, on, words, changes }) => (
        <div key={version}>
          <p>
            {on}: {words}
          </p>
          <ul>
            {changes.map((change) => (
              <li key={change}>{change}</li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}
