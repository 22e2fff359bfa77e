import type { VenueZoneView } from '~/domain/zones/venue-zones-page.server'
import { Button, ButtonLink } from '~/ui/button'
import { Form, type FormAnswer } from '~/ui/form'
import { SummaryList } from '~/ui/summary-list'
import { Tag } from '~/ui/tag'

type ZoneNearProps = { zone: VenueZoneView; maySay: boolean; answer?: FormAnswer | undefined }

/** A zone as door staff need it, with the one thing that is asked of the venue. */
export function ZoneNear({ zone, maySay, answer }: ZoneNearProps) {
  return (
    <article className={zone.asked ? 'card next flow' : 'card flow'}>
      <h2>{zone.name}</h2>
      <Standing zone={zone} />
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
      <SummaryList
        rows={[
          {
            term: 'When',
            detail: (
              <Lines lines={zone.hours} more={`By the calendar: ${zone.calendar.join('; ')}.`} />
            ),
          },
          { term: 'Where', detail: <Lines lines={zone.where} more={zone.distance} /> },
          ...(zone.script ? [{ term: 'To say at the door', detail: `“${zone.script}”` }] : []),
        ]}
      />
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

function Standing({ zone: { asked, news, knownOn, status } }: { zone: VenueZoneView }) {
  if (asked) {
    const changed = news.length > 0
    return (
      <p>
        <Tag tone="next">{changed ? 'Changed: tell your door staff' : 'Tell your door staff'}</Tag>
      </p>
    )
  }
  if (!knownOn) {
    return (
      <p>
        <Tag>{status}</Tag>
      </p>
    )
  }
  return (
    <p>
      <Tag tone="place">Your door staff know</Tag> You said so on {knownOn}.
    </p>
  )
}

function Lines({ lines, more }: { lines: string[]; more: string }) {
  return (
    <>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {more ? <p className="soft">{more}</p> : null}
    </>
  )
}

type AcknowledgeProps = Pick<ZoneNearProps, 'zone' | 'answer'>

/** One tap. A post that is refused comes back on the page that asks the same question. */
function Acknowledge({ zone, answer }: AcknowledgeProps) {
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

function News({ zone }: { zone: VenueZoneView }) {
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
