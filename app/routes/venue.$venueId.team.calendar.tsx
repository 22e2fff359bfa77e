import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData, useParams } from '@remix-run/react'
import { calendarPage } from '~/domain/training/calendar-page.server'
import { requireOwner } from '~/http/guards.server'
import { load } from '~/http/respond.server'
import { paths } from '~/paths'
import { ButtonLink } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { PrivateNotice } from '~/ui/notice'
import { PrintButton } from '~/ui/print-button'
import { TaskList } from '~/ui/task-list'
import { calendarWords } from '~/words/en/calendar'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Calendar of trainings · ${data?.venue ?? 'your venue'} – Lamplight` },
]

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  return load(() => calendarPage(ctx, venueId))
}

export default function TeamCalendar() {
  const { isEmpty, words, months } = useLoaderData<typeof loader>()
  const { venueId = '' } = useParams()
  return (
    <>
      <p className="kicker">
        <Link to={paths.team(venueId)}>Team and training</Link>
      </p>
      <h1>Calendar of trainings</h1>
      {isEmpty ? (
        <EmptyState
          title="Nothing ends in the next twelve months"
          action={<ButtonLink to={paths.team(venueId)}>Go to your team</ButtonLink>}
        >
          Once the trainings of your team are on their page, each with its date, you find here which
          one ends when, and which standard would fall below with it.
        </EmptyState>
      ) : (
        <>
          <p className="lead">{words}</p>
          <PrivateNotice>
            Names stand on this page and in the file. Open the file in a calendar that only you and
            your managers see.
          </PrivateNotice>
          <div className="actions">
            <ButtonLink to={paths.teamCalendarFile(venueId)} document>
              Take it into your calendar (ICS)
            </ButtonLink>
            <PrintButton>Print it</PrintButton>
          </div>
          {months.map(({ key, title, tasks }) => (
            <section key={key} className="flow">
              <h2>{title}</h2>
              {tasks.length > 0 ? (
                <TaskList label={title} tasks={tasks} />
              ) : (
                <p className="soft">{calendarWords.nothing}</p>
              )}
            </section>
          ))}
          <p className="soft">
            What has ended already stands under <Link to={paths.dues(venueId)}>what falls due</Link>
            .
          </p>
        </>
      )}
    </>
  )
}
