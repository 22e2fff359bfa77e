import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { partsAsked } from '~/domain/feedback/parts-asked.server'
import { requirePerson } from '~/http/guards.server'
import { load } from '~/http/respond.server'
import { paths } from '~/paths'
import { ButtonLink } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { TaskList } from '~/ui/task-list'

export const meta: MetaFunction = () => [{ title: 'What you were asked about – Lamplight' }]

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requirePerson(args)
  return load(async () => ({ parts: await partsAsked(ctx) }))
}

/** Where a partner reviewer arrives: the letters that wait for their part. */
export default function Parts() {
  const { parts } = useLoaderData<typeof loader>()
  return (
    <>
      <h1>What you were asked about</h1>
      {parts.length > 0 ? (
        <>
          <p className="lead">
            A liaison would like your part of these letters. You see what each venue shared on the
            standards of your field, and nothing else.
          </p>
          <TaskList
            label="Letters that wait for your part"
            tasks={parts.map(({ id, venue, askedOn, handedOn }) => ({
              to: paths.part(id),
              title: venue,
              status: handedOn ? 'Handed over' : 'Yours to write',
              detail: handedOn
                ? `You handed your part over on ${handedOn}.`
                : `You were asked on ${askedOn}.`,
            }))}
          />
        </>
      ) : (
        <EmptyState
          title="Nothing is waiting for you"
          action={<ButtonLink to={paths.standards()}>Read all standards</ButtonLink>}
        >
          When a liaison would like your part of a letter, you get an email, and it stands here.
        </EmptyState>
      )}
    </>
  )
}
