import '~/ui/styles/workspace.css'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import type { EventId } from '~/domain/ids'
import { recordedEvent } from '~/domain/record/record-page.server'
import { programOf } from '~/domain/standards/program.server'
import { requireCoordinator } from '~/http/guards.server'
import { load } from '~/http/respond.server'
import { paths } from '~/paths'
import { SummaryList } from '~/ui/summary-list'
import { formatDayOf, formatMoment, formatNumber } from '~/words/en/format'
import { factLines, recordLine } from '~/words/en/record'

export const meta: MetaFunction = () => [{ title: 'One event of the record – Lamplight' }]

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireCoordinator(args)
  const id = (args.params.eventId ?? '') as EventId
  return load(async () => {
    const { timeZone } = await programOf(ctx.db)
    const event = await recordedEvent(ctx, id)
    const { details, erasedAt, erasedUnder } = event
    return {
      title: recordLine(event.who, event.what, event.venue),
      when: formatMoment(event.at, timeZone),
      personId: event.personId,
      venueId: event.venueId,
      from: [details?.address, details?.device].filter((part) => part !== undefined).join(' · '),
      about: factLines({
        ...(event.applicationId && { application: event.applicationId }),
        ...(event.subjectId && { row: event.subjectId }),
        ...event.facts,
      }),
      before: factLines(details?.before),
      after: factLines(details?.after),
      erased:
        erasedAt &&
        `From where, and what it was before and after, was erased on ${formatDayOf(erasedAt, timeZone)} under the rule “${erasedUnder}”. The event itself stays.`,
      number: formatNumber(event.sequence ?? 0),
      hash: event.hash ?? '',
    }
  })
}

export default function OneEvent() {
  const { title, when, from, erased, about, before, after, ...event } =
    useLoaderData<typeof loader>()
  return (
    <>
      <p>
        <Link to={paths.record()}>The record</Link>
      </p>
      <h1>{title}</h1>
      <SummaryList
        rows={[
          { term: 'When', detail: when },
          {
            term: 'From where',
            detail: from || (erased ? 'Erased.' : 'Not by a browser, or not kept.'),
          },
          { term: 'Number in the record', detail: event.number },
          { term: 'Hash', detail: <code className="own-words">{event.hash}</code> },
        ]}
      />
      {erased ? <p>{erased}</p> : null}
      <Facts title="What it was about" facts={about} />
      <Facts title="Before" facts={before} />
      <Facts title="After" facts={after} />
      <ul>
        {event.personId ? (
          <li>
            <Link to={paths.record({ person: event.personId })}>Everything this person did</Link>
          </li>
        ) : null}
        {event.venueId ? (
          <li>
            <Link to={paths.record({ venue: event.venueId })}>
              Everything that happened with this venue
            </Link>
          </li>
        ) : null}
      </ul>
    </>
  )
}

function Facts({ title, facts }: { title: string; facts: string[][] }) {
  if (facts.length === 0) return null
  return (
    <section className="section flow">
      <h2>{title}</h2>
      <SummaryList
        rows={facts.map(([term = '', value]) => ({
          term,
          detail: <span className="own-words">{value}</span>,
        }))}
      />
    </section>
  )
}
