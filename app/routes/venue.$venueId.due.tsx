import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData, useParams } from '@remix-run/react'
import { Fragment } from 'react'
import { type DueView, duePage } from '~/domain/standings/due-page.server'
import { requireOwner } from '~/http/guards.server'
import { load } from '~/http/respond.server'
import { paths } from '~/paths'
import { ButtonLink } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { PrivateNotice } from '~/ui/notice'
import { PrintButton } from '~/ui/print-button'
import { TaskList } from '~/ui/task-list'
import { countOf } from '~/words/en/format'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `What falls due · ${data?.venue ?? 'your venue'} – Lamplight` },
]

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  return load(() => duePage(ctx, venueId))
}

export default function Due() {
  const { venue, asOf, count, groups } = useLoaderData<typeof loader>()
  const { venueId = '' } = useParams()
  return (
    <>
      <p className="kicker">
        <Link to={paths.venue(venueId)}>{venue}</Link>
      </p>
      <h1>What falls due</h1>
      {count === 0 ? (
        <Nothing />
      ) : (
        <p className="lead">
          {countOf(count, 'thing', 'things')}, the soonest first, as of {asOf}. You hear by email
          90, 30 and 7 days before, and on the day.
        </p>
      )}
      <PrivateNotice>
        Names and dates on this page stay with your venue, and so do the emails about them.
      </PrivateNotice>
      {groups.map(({ key, title, things }) => (
        <section key={key} className="flow">
          <h2>{title}</h2>
          <TaskList label={title} tasks={things.map(asTask)} />
        </section>
      ))}
      {count > 0 ? (
        <div className="actions">
          <ButtonLink to={paths.teamCalendar(venueId)}>Trainings, month by month</ButtonLink>
          <PrintButton>Print this list</PrintButton>
        </div>
      ) : null}
    </>
  )
}

function asTask({ key, what, detail, status, yours, steps, path }: DueView) {
  return {
    id: key.replace(/\W+/g, '-'),
    title: what,
    to: path,
    status,
    tone: yours ? ('next' as const) : ('soft' as const),
    detail: [detail, ...steps].map((line, index) => (
      <Fragment key={line}>
        {index > 0 ? <br /> : null}
        {line}
      </Fragment>
    )),
  }
}

function Nothing() {
  const { venueId = '' } = useParams()
  return (
    <EmptyState
      title="Nothing falls due yet"
      action={<ButtonLink to={paths.team(venueId)}>Go to your team</ButtonLink>}
    >
      Once the trainings of your team are on its page, each with its date, you find here what runs
      out next and what to do about it. You hear by email 90, 30 and 7 days before, and on the day.
    </EmptyState>
  )
}
