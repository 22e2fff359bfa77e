import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { districtsOf } from '~/domain/districts/queries.server'
import type { VenueId } from '~/domain/ids'
import { venuesPage } from '~/domain/venues/coordinator-venues.server'
import { requireCoordinator } from '~/http/guards.server'
import { load } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { Select, TextField } from '~/ui/fields'
import { Pagination } from '~/ui/pagination'
import { TaskList } from '~/ui/task-list'
import { countOf } from '~/words/en/format'
import { standingNames } from '~/words/en/standings'
import type { VenueStanding } from '~db/vocabulary'

export const meta: MetaFunction = () => [{ title: 'Venues – Lamplight' }]

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireCoordinator(args)
  const asked = new URL(args.request.url).searchParams
  const words = (asked.get('words') ?? '').slice(0, 200)
  const district = asked.get('district') ?? ''
  const standing = asked.get('standing') ?? ''
  const after = asked.get('after') as VenueId | null
  return load(async () => {
    const filter = { words, district, standing: isStanding(standing) ? standing : null, after }
    const page = await venuesPage(ctx, filter)
    return {
      filter: { words, district, standing },
      total: page.total,
      later: after !== null,
      next: page.next ? paths.venues({ words, district, standing, after: page.next }) : null,
      districts: (await districtsOf(ctx.db)).map(({ slug, name }) => ({
        value: slug,
        label: name,
      })),
      venues: page.venues.map(({ id, name, address, district: where, standing }) => ({
        id,
        title: name,
        to: paths.coordinatorVenue(id),
        detail: [address, where ?? 'no district yet'].join(' · '),
        status: standingNames[standing],
        tone: standing === 'accredited' ? ('place' as const) : ('soft' as const),
      })),
    }
  })
}

function isStanding(text: string): text is VenueStanding {
  return Object.hasOwn(standingNames, text)
}

export default function Venues() {
  const { filter, total, later, next, districts, venues } = useLoaderData<typeof loader>()
  const filtered = Object.values(filter).some((value) => value !== '')
  return (
    <>
      <h1>Venues</h1>
      <Form className="filter" role="search" key={JSON.stringify(filter)}>
        <TextField
          name="words"
          type="search"
          label="Name or address"
          width="full"
          defaultValue={filter.words}
        />
        <Select
          name="district"
          label="District"
          width="full"
          prompt="Every district"
          choices={[...districts, { value: 'none', label: 'No district yet' }]}
          defaultValue={filter.district}
        />
        <Select
          name="standing"
          label="Where it stands"
          width="full"
          prompt="All of them"
          choices={Object.entries(standingNames).map(([value, label]) => ({ value, label }))}
          defaultValue={filter.standing}
        />
        <Button>Show</Button>
      </Form>
      {total > 0 ? (
        <>
          <p>
            {filtered
              ? `${countOf(total, 'venue fits', 'venues fit')}, by name.`
              : `${countOf(total, 'venue', 'venues')}, by name.`}{' '}
            {later ? <a href={paths.venues(filter)}>Back to the first page</a> : null}
          </p>
          <TaskList tasks={venues} label="Venues" />
          <Pagination label="Venues" next={next} />
        </>
      ) : (
        <NoVenues filtered={filtered} />
      )}
    </>
  )
}

function NoVenues({ filtered }: { filtered: boolean }) {
  return filtered ? (
    <EmptyState
      title="No venue fits"
      action={<ButtonLink to={paths.venues()}>Show every venue</ButtonLink>}
    >
      Try fewer words, or the beginning of a word. Venues are found by name and address.
    </EmptyState>
  ) : (
    <EmptyState
      title="No venues yet"
      action={
        <ButtonLink to={paths.importLicenses()} look="go">
          Import a license list
        </ButtonLink>
      }
    >
      Import your city’s license list, and its venues stand here, ready to be invited.
    </EmptyState>
  )
}
