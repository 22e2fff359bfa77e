import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import type { VenueId, ZoneId } from '~/domain/ids'
import { keptZone } from '~/domain/zones/coordinator-zone.server'
import { opens } from '~/domain/zones/zone'
import { requireCoordinator } from '~/http/guards.server'
import { load } from '~/http/respond.server'
import { paths } from '~/paths'
import { ButtonLink } from '~/ui/button'
import { Notice } from '~/ui/notice'
import { StreetMap } from '~/ui/street-map'
import { SummaryList } from '~/ui/summary-list'
import { Timeline } from '~/ui/timeline'
import { countOf, formatDay, formatDayOf, formatNumber, listOf } from '~/words/en/format'
import { hoursWords, statusSentence } from '~/words/en/zones'
import { ToldVenues } from './told-venues'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.name ?? 'Loading zone'} – Lamplight` },
]

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireCoordinator(args)
  const asked = new URL(args.request.url).searchParams
  const words = (asked.get('words') ?? '').slice(0, 200)
  const show = asked.get('show') === 'waiting' ? 'waiting' : ''
  const after = asked.get('after') as VenueId | null
  return load(async () => {
    const filter = { words, waiting: show === 'waiting', after }
    const page = await keptZone(ctx, args.params.zoneId as ZoneId, filter)
    const { zone, told, timeZone } = page
    const { id, facts, effectiveFrom, effectiveUntil } = zone
    const from = formatDay(effectiveFrom)
    return {
      id,
      name: zone.name,
      publicTo: paths.zone(zone.slug),
      district: zone.district,
      done: doneWords(asked.get('done'), told.told),
      sentence: statusSentence(zone, page.today),
      ended: zone.status === 'ended',
      stale: page.stale,
      /** Only where cars may load is there something for door staff to know. */
      asked: opens(zone),
      confirmed: zone.confirmedOn ? formatDay(zone.confirmedOn) : 'Not yet',
      where: page.where,
      hours: hoursWords(facts.hours),
      rows: [
        {
          term: 'Dates',
          detail: effectiveUntil ? `From ${from} to ${formatDay(effectiveUntil)}` : `From ${from}`,
        },
        {
          term: 'How long',
          detail: facts.dwellMinutes
            ? `A car may stand for ${countOf(facts.dwellMinutes, 'minute', 'minutes')}`
            : 'No limit is set',
        },
        { term: 'Towing', detail: facts.towing || 'Nothing is said' },
        { term: 'What the sign says', detail: facts.signWording || 'Not noted' },
        { term: 'What is there', detail: listOf(facts.amenities) || 'Not noted' },
        { term: 'Ride-share apps', detail: listOf(facts.companies) || 'Not noted' },
        { term: 'What door staff can say', detail: facts.doorScript },
        { term: 'Venues told', detail: `Within ${formatNumber(facts.reachMeters)} meters` },
      ],
      map: page.map,
      within: page.within,
      told: told.told,
      acknowledged: told.acknowledged,
      filter: { words, show },
      fitting: told.fitting,
      next: told.next && paths.coordinatorZone(id, { words, show, after: told.next }),
      venues: told.venues.map((venue, index) => ({
        id: venue.id,
        title: `${index + 1}. ${venue.name}`,
        to: paths.coordinatorVenue(venue.id),
        detail: `${venue.address} · told ${formatDayOf(venue.toldAt, timeZone)}`,
        on: venue.acknowledgedOn && formatDay(venue.acknowledgedOn),
      })),
      versions: page.versions.map(({ number, publishedAt, publishedBy, change, differences }) => ({
        number,
        at: publishedAt.toISOString(),
        when: `${formatDayOf(publishedAt, timeZone)}, version ${number}, by ${publishedBy}`,
        change: change || 'The zone was entered.',
        differences,
      })),
    }
  })
}

function doneWords(done: string | null, told: number): string | null {
  const venues = countOf(told, 'venue within reach was told', 'venues within reach were told')
  if (done === 'entered') return `The zone is entered. ${venues}.`
  if (done === 'changed') return `The change is saved. ${venues}.`
  if (done === 'confirmed') return 'Confirmed. The zone’s page shows today’s date.'
  return null
}

export default function KeptZone() {
  const page = useLoaderData<typeof loader>()
  return (
    <>
      <p className="kicker">
        <Link to={paths.coordinatorZones()}>Loading zones</Link> · {page.district}
      </p>
      <h1>{page.name}</h1>
      <p className="lead">{page.sentence}</p>
      {page.done ? (
        <Notice tone="success" live>
          {page.done}
        </Notice>
      ) : null}
      <div className="actions">
        {page.ended ? null : (
          <ButtonLink to={paths.confirmZone(page.id)} look={page.stale ? 'go' : 'quiet'}>
            Confirm that it is as written
          </ButtonLink>
        )}
        <ButtonLink to={paths.changeZone(page.id)}>Change it</ButtonLink>
        <ButtonLink to={page.publicTo} document>
          See the public page
        </ButtonLink>
      </div>
      <section className="section flow">
        <h2>What stands</h2>
        <SummaryList
          rows={[
            { term: 'Where', detail: page.where.map((line) => <p key={line}>{line}</p>) },
            { term: 'When', detail: page.hours.map((line) => <p key={line}>{line}</p>) },
            ...page.rows,
            { term: 'Last confirmed', detail: page.confirmed },
          ]}
        />
        {page.map ? <StreetMap title={page.name} {...page.map} /> : null}
      </section>
      <ToldVenues page={page} />
      <section className="section flow">
        <h2>Versions</h2>
        <Timeline
          label="Versions"
          happenings={page.versions.map(({ number, at, when, change, differences }) => ({
            id: String(number),
            at,
            when,
            what: (
              <>
                <p>{change}</p>
                <ul>
                  {differences.map((difference) => (
                    <li key={difference}>{difference}</li>
                  ))}
                </ul>
              </>
            ),
          }))}
        />
      </section>
    </>
  )
}
