import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import type { JoinRequestId } from '~/domain/ids'
import { programOf } from '~/domain/standards/program.server'
import { requestsPage } from '~/domain/venues/join-requests.server'
import { requireCoordinator } from '~/http/guards.server'
import { load } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { Select } from '~/ui/fields'
import { Pagination } from '~/ui/pagination'
import { TaskList } from '~/ui/task-list'
import { countOf, formatDayOf } from '~/words/en/format'
import { joinStateNames } from '~/words/en/standings'
import { joinStates } from '~db/vocabulary'

export const meta: MetaFunction = () => [{ title: 'Requests to join – Lamplight' }]

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireCoordinator(args)
  const asked = new URL(args.request.url).searchParams
  const state = joinStates.find((known) => known === asked.get('state')) ?? 'waiting'
  const after = asked.get('after') as JoinRequestId | null
  return load(async () => {
    const { timeZone } = await programOf(ctx.db)
    const page = await requestsPage(ctx, { state, after })
    return {
      state,
      total: page.total,
      next: page.next && paths.joinRequests({ state, after: page.next }),
      requests: page.requests.map(({ id, person, venue, address, createdAt, decidedAt }) => ({
        id,
        title: `${person}, for ${venue}`,
        to: paths.joinRequest(id),
        detail: address,
        status: decidedAt
          ? `Answered ${formatDayOf(decidedAt, timeZone)}`
          : `Waiting since ${formatDayOf(createdAt, timeZone)}`,
        tone: state === 'waiting' ? ('next' as const) : ('soft' as const),
      })),
    }
  })
}

export default function JoinRequests() {
  const { state, total, next, requests } = useLoaderData<typeof loader>()
  return (
    <>
      <h1>Requests to join</h1>
      <p className="lead">
        Owners who got no letter ask here. You confirm that they belong to their venue, by its
        public phone or by a letter.
      </p>
      <Form className="filter" key={state}>
        <Select
          name="state"
          label="Show requests that are"
          choices={joinStates.map((value) => ({ value, label: joinStateNames[value] }))}
          defaultValue={state}
        />
        <Button>Show</Button>
      </Form>
      {total > 0 ? (
        <>
          <p>{countOf(total, 'request', 'requests')}</p>
          <TaskList tasks={requests} label="Requests to join" />
          <Pagination label="Requests" next={next} />
        </>
      ) : (
        <EmptyState title={state === 'waiting' ? 'Nobody is waiting' : 'None so far'}>
          When somebody asks to join with a venue, the request stands here until you answer it. They
          can write drafts meanwhile, and share once you have confirmed them.
        </EmptyState>
      )}
    </>
  )
}
