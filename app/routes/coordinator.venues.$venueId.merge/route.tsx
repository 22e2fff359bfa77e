import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form as SearchForm, useActionData, useLoaderData } from '@remix-run/react'
import type { VenueId } from '~/domain/ids'
import { MergeForm } from '~/domain/venues/forms'
import { type MergeChoice, mergePage, type VenueSide } from '~/domain/venues/merge-page.server'
import { mergeVenue } from '~/domain/venues/merge-venue.server'
import { parseForm } from '~/http/form.server'
import { requireCoordinator } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { TextField } from '~/ui/fields'
import type { FormAnswer } from '~/ui/form'
import { TaskList } from '~/ui/task-list'
import { formatDay } from '~/words/en/format'
import { mergeReasons } from '~/words/en/licenses'
import { standingNames } from '~/words/en/standings'
import { SideBySide } from './side-by-side'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Merge ${data?.venue.name ?? 'a venue'} – Lamplight` },
]

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireCoordinator(args)
  const asked = new URL(args.request.url).searchParams
  const words = (asked.get('words') ?? '').slice(0, 200)
  const into = asked.get('into') as VenueId | null
  const venueId = args.params.venueId as VenueId
  return load(async () => {
    const { venue, other, hindrance, ...page } = await mergePage(ctx, venueId, { words, into })
    return {
      words,
      merged: venue.mergedInto !== null,
      venue: sideOf(venue),
      other: other && sideOf(other),
      hindrance,
      proposals: page.proposals.map((choice) => taskOf(venueId, choice)),
      found: page.found.map((choice) => taskOf(venueId, choice)),
    }
  })
}

function sideOf({
  id,
  name,
  address,
  neighborhood,
  district,
  phone,
  licenses,
  standing,
}: VenueSide) {
  return {
    ...{ id, name, address, neighborhood, district, phone },
    standing: standingNames[standing],
    licenses: licenses.map(({ license, name, vanishedOn }) =>
      vanishedOn
        ? `${license} (“${name}”), not on the list since ${formatDay(vanishedOn)}`
        : `${license} (“${name}”), on the newest list`,
    ),
  }
}

function taskOf(venueId: VenueId, { id, name, address, why }: MergeChoice) {
  return {
    id,
    title: name,
    to: paths.mergeVenue(venueId, { into: id }),
    detail: address,
    status: why ? mergeReasons[why] : 'Compare',
    tone: why ? ('next' as const) : ('soft' as const),
  }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireCoordinator(args)
  const form = await parseForm(args, ctx, MergeForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    const into = form.data.into as VenueId
    await mergeVenue(form.ctx, args.params.venueId as VenueId, into)
    return redirect(paths.coordinatorVenue(into))
  })
}

export default function MergeVenue() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  const { venue, other, words, proposals, found } = page
  const back = paths.coordinatorVenue(venue.id)
  if (page.merged) {
    return (
      <>
        <h1>{venue.name} is merged already</h1>
        <p>Its page says with which venue, and leads to telling the two apart again.</p>
        <ButtonLink to={back}>Go to its page</ButtonLink>
      </>
    )
  }
  if (other) {
    return <SideBySide venue={venue} other={other} hindrance={page.hindrance} answer={answer} />
  }
  return (
    <>
      <h1>Which venue is {venue.name} really?</h1>
      <p className="lead">{venue.address}</p>
      <p>
        A venue can be here twice: once by hand and once from the list, or under an old license and
        a new one. Choose the one that stays. You see both side by side before anything happens.
      </p>
      {proposals.length > 0 ? (
        <section className="section flow">
          <h2>Perhaps one of these</h2>
          <TaskList tasks={proposals} label="Venues that are alike" />
        </section>
      ) : null}
      <section className="section flow">
        <h2>{proposals.length > 0 ? 'Or look for it' : 'Look for it'}</h2>
        <SearchForm className="filter" role="search" key={words}>
          <TextField
            name="words"
            type="search"
            label="Name or address"
            width="full"
            defaultValue={words}
          />
          <Button>Look</Button>
        </SearchForm>
        {found.length > 0 ? <TaskList tasks={found} label="Venues that fit" /> : null}
        {words && found.length === 0 ? (
          <EmptyState level={3} title="No other venue fits">
            Try fewer words, or the beginning of a word.
          </EmptyState>
        ) : null}
      </section>
      <div className="actions">
        <ButtonLink to={back}>Back to the venue</ButtonLink>
      </div>
    </>
  )
}
