import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { openLooksPage } from '~/domain/second-looks/give-page.server'
import { requireCoordinator } from '~/http/guards.server'
import { load } from '~/http/respond.server'
import { paths } from '~/paths'
import { ButtonLink } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { TaskList } from '~/ui/task-list'

export const meta: MetaFunction = () => [{ title: 'Second looks – Lamplight' }]

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireCoordinator(args)
  return load(async () =>
    (await openLooksPage(ctx)).map((look) => ({
      id: look.id,
      title: look.venue,
      to: look.givenTo ? paths.review(look.applicationId) : paths.giveSecondLook(look.id),
      detail: [look.district, `Asked on ${look.askedOn}`].filter(Boolean).join(' · '),
      status: look.givenTo
        ? `With ${look.givenTo} since ${look.givenOn}`
        : 'Yours to give to somebody',
      tone: look.givenTo ? ('soft' as const) : ('next' as const),
    })),
  )
}

export default function SecondLooks() {
  const looks = useLoaderData<typeof loader>()
  return (
    <>
      <h1>Second looks</h1>
      <p className="lead">
        A venue asked that somebody who was not involved reads everything again. The oldest question
        stands first.
      </p>
      {looks.length > 0 ? (
        <TaskList tasks={looks} label="Open second looks" />
      ) : (
        <EmptyState
          title="Nobody waits for a second look"
          action={<ButtonLink to={paths.coordinator()}>Back to the program</ButtonLink>}
        >
          When a venue asks for one, it stands here until it is answered or taken back.
        </EmptyState>
      )}
    </>
  )
}
