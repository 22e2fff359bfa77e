import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import type { VenueId } from '~/domain/ids'
import { vanishedPage } from '~/domain/venues/vanished-page.server'
import { requireCoordinator } from '~/http/guards.server'
import { load } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { TextField } from '~/ui/fields'
import { Pagination } from '~/ui/pagination'
import { TaskList } from '~/ui/task-list'
import { countOf, formatDay } from '~/words/en/format'
import { vanishedAdvice } from '~/words/en/licenses'
import { standingNames } from '~/words/en/standings'

export const meta: MetaFunction = () => [{ title: 'Not on the list any more – Lamplight' }]

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireCoordinator(args)
  const asked = new URL(args.request.url).searchParams
  const words = (asked.get('words') ?? '').slice(0, 200)
  const after = asked.get('after') as VenueId | null
  return load(async () => {
    const page = await vanishedPage(ctx, { words, after })
    return {
      words,
      later: after !== null,
      total: page.total,
      next: page.next ? paths.vanishedLicenses({ words, after: page.next }) : null,
      venues: page.venues.map(({ id, name, address, since, standing, successor }) => ({
        id,
        title: name,
        to: successor ? paths.mergeVenue(successor.id, { into: id }) : paths.coordinatorVenue(id),
        detail: `${address} · ${since ? `Not on the list since ${formatDay(since)}. ` : ''}${vanishedAdvice(standing, successor?.name ?? null)}`,
        status: successor ? 'New license' : standingNames[standing],
        tone: successor ? ('next' as const) : ('soft' as const),
      })),
    }
  })
}

export default function Vanished() {
  const { words, later, total, next, venues } = useLoaderData<typeof loader>()
  return (
    <>
      <h1>Not on the license list any more</h1>
      <p className="lead">
        The newest list lacks these venues. Nothing is removed: a venue may have closed, moved, or
        got a new license. Ask it, merge it with its new license, or leave it as it is.
      </p>
      {total > 0 || words ? (
        <Form className="filter" role="search" key={words}>
          <TextField
            name="words"
            type="search"
            label="Name or address"
            width="full"
            defaultValue={words}
          />
          <Button>Show</Button>
        </Form>
      ) : null}
      {total > 0 ? (
        <>
          <p>
            {`${countOf(total, words ? 'venue fits' : 'venue', words ? 'venues fit' : 'venues')}, by name.`}{' '}
            {later ? <a href={paths.vanishedLicenses({ words })}>Back to the first page</a> : null}
          </p>
          <TaskList tasks={venues} label="Venues that are not on the list" />
          <Pagination label="Venues that are not on the list" next={next} />
        </>
      ) : words ? (
        <EmptyState
          title="No venue fits"
          action={<ButtonLink to={paths.vanishedLicenses()}>Show all of them</ButtonLink>}
        >
          Try fewer words, or the beginning of a word.
        </EmptyState>
      ) : (
        <EmptyState
          title="Every venue is on the newest list"
          action={<ButtonLink to={paths.importLicenses()}>Import a license list</ButtonLink>}
        >
          When a newer list lacks a license, its venue stands here, with what to do.
        </EmptyState>
      )}
    </>
  )
}
