import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import type { ZoneId } from '~/domain/ids'
import { type KeptZone, keptZones } from '~/domain/zones/coordinator-zones.server'
import { opens } from '~/domain/zones/zone'
import { requireCoordinator } from '~/http/guards.server'
import { load } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { TextField } from '~/ui/fields'
import { Pagination } from '~/ui/pagination'
import { TaskList } from '~/ui/task-list'
import { countOf, formatDay, formatNumber, listOf } from '~/words/en/format'
import { hoursWords, statusNames } from '~/words/en/zones'

export const meta: MetaFunction = () => [{ title: 'Loading zones – Lamplight' }]

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireCoordinator(args)
  const asked = new URL(args.request.url).searchParams
  const words = (asked.get('words') ?? '').slice(0, 200)
  const after = asked.get('after') as ZoneId | null
  return load(async () => {
    const page = await keptZones(ctx, { words, after })
    return {
      words,
      all: page.all,
      fitting: page.fitting,
      next: page.next && paths.coordinatorZones({ words, after: page.next }),
      zones: page.zones.map((zone) => ({
        id: zone.id,
        title: zone.name,
        to: paths.coordinatorZone(zone.id),
        detail: [
          `${zone.district} · ${listOf(hoursWords(zone.facts.hours))}`,
          toldWords(zone),
          zone.confirmedOn ? `Last confirmed ${formatDay(zone.confirmedOn)}` : 'Not confirmed yet',
        ].join(' · '),
        status: statusNames[zone.status],
        tone: opens(zone) ? ('place' as const) : ('soft' as const),
      })),
    }
  })
}

function toldWords(zone: KeptZone): string {
  const { told, acknowledged } = zone
  if (told === 0) return 'No venue has been told yet'
  const venues = countOf(told, 'venue told', 'venues told')
  if (!opens(zone)) return venues
  return `${venues}; at ${formatNumber(acknowledged)} the door staff know`
}

export default function Zones() {
  const { words, all, fitting, next, zones } = useLoaderData<typeof loader>()
  const enter = (
    <ButtonLink to={paths.newZone()} look="go">
      Enter a zone
    </ButtonLink>
  )
  if (all === 0) {
    return (
      <>
        <h1>Loading zones</h1>
        <EmptyState title="No zone yet" action={enter}>
          When your city marks a stretch of curb for ride-share cars at night, enter it here. The
          venues within reach are told once, see on their home page when it is open tonight, and say
          when their door staff know. A change asks them again.
        </EmptyState>
      </>
    )
  }
  return (
    <>
      <h1>Loading zones</h1>
      <p className="lead">
        Where ride-share cars may stop at night. Venues within reach are told of each change.
      </p>
      <div className="actions">{enter}</div>
      {all > 20 || words ? (
        <Form className="filter" role="search" key={words}>
          <TextField
            name="words"
            type="search"
            label="Name, street or district"
            width="full"
            defaultValue={words}
          />
          <Button>Show</Button>
        </Form>
      ) : null}
      {fitting > 0 ? (
        <>
          <p>{countOf(fitting, 'zone', 'zones')}, by district and name.</p>
          <TaskList label="Loading zones" tasks={zones} />
          <Pagination label="Zones" next={next} />
        </>
      ) : (
        <EmptyState
          title="No zone fits"
          action={<ButtonLink to={paths.coordinatorZones()}>Show every zone</ButtonLink>}
        >
          Try fewer words. Zones are found by their name, their streets and their district.
        </EmptyState>
      )}
    </>
  )
}
