import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { dayOf } from '~/domain/dates'
import { districtsOf } from '~/domain/districts/queries.server'
import type { ApplicationId, PersonId } from '~/domain/ids'
import { programOf } from '~/domain/standards/program.server'
import { liaisonsByDistrict } from '~/domain/venues/coordinator-liaisons.server'
import { waitingPage } from '~/domain/venues/coordinator-waiting.server'
import { waitingTask } from '~/domain/venues/coordinator-waiting-view.server'
import { type WaitingView, waitingViews } from '~/domain/venues/waiting-views'
import { requireCoordinator } from '~/http/guards.server'
import { load } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { Select } from '~/ui/fields'
import { Pagination } from '~/ui/pagination'
import { TaskList } from '~/ui/task-list'
import { countOf } from '~/words/en/format'
import { waitingViewNames } from '~/words/en/waiting'

export const meta: MetaFunction = () => [{ title: 'Who waits for whom – Lamplight' }]

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireCoordinator(args)
  const asked = new URL(args.request.url).searchParams
  const given = asked.get('view') ?? ''
  const view: WaitingView = waitingViews.find((each) => each === given) ?? 'liaison'
  const district = (asked.get('district') ?? '').slice(0, 200)
  const liaison = (asked.get('liaison') ?? '').slice(0, 200)
  const after = asked.get('after') as ApplicationId | null
  return load(async () => {
    const program = await programOf(ctx.db)
    const today = dayOf(ctx.now, program.timeZone)
    const liaisons = await liaisonsByDistrict(ctx.db)
    const filter = { view, district, liaison: liaison as PersonId, after }
    const page = await waitingPage(ctx, filter)
    const people = new Map([...liaisons.values()].flat().map(({ id, name }) => [id, name]))
    return {
      filter: { view, district, liaison },
      total: page.total,
      later: after !== null,
      next: page.next ? paths.waiting({ view, district, liaison, after: page.next }) : null,
      districts: (await districtsOf(ctx.db)).map(({ slug, name }) => ({
        value: slug,
        label: name,
      })),
      liaisons: [...people]
        .map(([value, label]) => ({ value: value as string, label }))
        .sort((a, b) => a.label.localeCompare(b.label, 'en')),
      rows: page.rows.map((row) => waitingTask(view, row, { liaisons, program, today })),
    }
  })
}

const leads: Record<WaitingView, string> = {
  liaison: 'They shared, and were told by which day they hear. The oldest promise stands first.',
  certificate: 'Everything is in place. What is left is to issue the certificate.',
  venue: 'They have their letter, and answer when it suits them. Nothing is asked of them.',
}

export default function Waiting() {
  const { filter, total, later, next, districts, liaisons, rows } = useLoaderData<typeof loader>()
  const filtered = filter.district !== '' || filter.liaison !== ''
  return (
    <>
      <h1>Who waits for whom</h1>
      <Form className="filter" role="search" key={JSON.stringify(filter)}>
        <Select
          name="view"
          label="What to show"
          width="full"
          choices={waitingViews.map((value) => ({ value, label: waitingViewNames[value] }))}
          defaultValue={filter.view}
        />
        <Select
          name="district"
          label="District"
          width="full"
          prompt="Every district"
          choices={districts}
          defaultValue={filter.district}
        />
        <Select
          name="liaison"
          label="Liaison"
          width="full"
          prompt="Every liaison"
          choices={liaisons}
          defaultValue={filter.liaison}
        />
        <Button>Show</Button>
      </Form>
      <h2>{waitingViewNames[filter.view]}</h2>
      <p>{leads[filter.view]}</p>
      {total > 0 ? (
        <>
          <p>
            {countOf(total, filtered ? 'venue fits' : 'venue', filtered ? 'venues fit' : 'venues')}.{' '}
            {later ? <a href={paths.waiting(filter)}>Back to the first page</a> : null}
          </p>
          <TaskList tasks={rows} label={waitingViewNames[filter.view]} />
          <Pagination label="Venues" next={next} />
        </>
      ) : (
        <EmptyState
          level={3}
          title={filtered ? 'Nothing fits' : 'Nobody is waiting here'}
          action={<ButtonLink to={paths.coordinator()}>Back to the program</ButtonLink>}
        >
          {filtered
            ? 'Choose every district and every liaison to see the whole list.'
            : 'As soon as a venue shares, hears back, or has everything in place, it stands here.'}
        </EmptyState>
      )}
    </>
  )
}
