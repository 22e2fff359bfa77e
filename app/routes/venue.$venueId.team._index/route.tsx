import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { shownNames } from '~/domain/applications/show-name-page.server'
import { teamPage } from '~/domain/training/team-page.server'
import { requireOwner } from '~/http/guards.server'
import { load } from '~/http/respond.server'
import { paths } from '~/paths'
import { ButtonLink } from '~/ui/button'
import { Notice, PrivateNotice } from '~/ui/notice'
import { Pagination } from '~/ui/pagination'
import { NamesShownNow } from '~/ui/shown-names'
import { TaskList } from '~/ui/task-list'
import { showingWords } from '~/words/en/shown-names'
import { teamNotices } from '~/words/en/training'
import { EmptyTeam } from './empty-team'
import { PeopleFilter } from './people-filter'
import { RemovedNotice } from './removed-notice'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Team and training, ${data?.venue ?? 'your venue'} – Lamplight` },
]

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  const { searchParams } = new URL(args.request.url)
  return load(async () => ({
    ...(await teamPage(ctx, venueId, Object.fromEntries(searchParams))),
    shown: await shownNames(ctx, venueId),
  }))
}

export default function Team() {
  const page = useLoaderData<typeof loader>()
  const { venueId, people } = page
  return (
    <>
      <h1>Team and training</h1>
      {page.removed ? <RemovedNotice {...page.removed} /> : null}
      {page.recorded ? (
        <Notice tone="success" live>
          <p>{page.recorded}</p>
        </Notice>
      ) : null}
      <PrivateNotice>{teamNotices.names}</PrivateNotice>
      {page.shown.length > 0 ? (
        <Notice title={showingWords.count(page.shown.length)}>
          <NamesShownNow shown={page.shown} />
        </Notice>
      ) : null}
      {page.openImports.map(({ to, words, link }) => (
        <Notice key={to}>
          <p>
            {words} <Link to={to}>{link}</Link>
          </p>
        </Notice>
      ))}
      {page.isEmpty ? (
        <section className="flow">
          <h2>Your people</h2>
          <EmptyTeam venueId={venueId} />
        </section>
      ) : (
        <>
          <section className="flow">
            <h2>What the standards ask of your team</h2>
            <p>
              Counted as of today: people past their first days, without those on leave. Open a line
              to see who counts, and what a class would change.
            </p>
            <TaskList label="Coverage" tasks={page.coverage} />
            <p>
              <Link to={paths.teamCalendar(venueId)}>Calendar of trainings: what ends when</Link>
            </p>
          </section>
          <section className="flow" id="people">
            <h2>Your people</h2>
            <div className="actions">
              <ButtonLink to={paths.newStaff(venueId)} look="go">
                Add a person
              </ButtonLink>
              <ButtonLink to={paths.recordClass(venueId)}>One class, several people</ButtonLink>
              <ButtonLink to={paths.importRoster(venueId)}>Import a list</ButtonLink>
              <ButtonLink to={paths.wallSheet(venueId)}>Print a wall sheet</ButtonLink>
            </div>
            {people.others > 0 ? (
              <Notice>
                <p>
                  {teamNotices.others(people.others)}{' '}
                  <Link to={`${paths.team(venueId, { show: 'other' })}#people`}>Show them</Link>
                </p>
              </Notice>
            ) : null}
            <PeopleFilter venueId={venueId} query={page.query} />
            {page.need ? (
              <p>
                Only those whom <Link to={page.need.to}>{page.need.title}</Link> concerns.{' '}
                <Link to={`${paths.team(venueId)}#people`}>Show everybody</Link>
              </p>
            ) : null}
            <PeopleList {...page} />
          </section>
          {page.imports.length > 0 ? <Imports imports={page.imports} /> : null}
        </>
      )}
    </>
  )
}

function PeopleList({ people, venueId }: ReturnType<typeof useLoaderData<typeof loader>>) {
  if (people.total === 0) {
    return (
      <p>
        Nobody fits this choice. <Link to={`${paths.team(venueId)}#people`}>Show everybody</Link>
      </p>
    )
  }
  return (
    <>
      <TaskList label="People" tasks={people.rows} />
      <Pagination
        label="People"
        previous={people.previous}
        next={people.next}
        words={people.words}
      />
    </>
  )
}

function Imports({ imports }: { imports: { to: string; words: string }[] }) {
  return (
    <section className="flow no-print">
      <h2>Lists you imported</h2>
      <ul>
        {imports.map(({ to, words }) => (
          <li key={to}>
            <Link to={to}>{words}</Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
