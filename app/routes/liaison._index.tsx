import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { deskOf } from '~/domain/applications/desk.server'
import { type DeskView, deskViews } from '~/domain/applications/desk-views'
import { requireLiaison } from '~/http/guards.server'
import { load } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { TextField } from '~/ui/fields'
import { Pagination } from '~/ui/pagination'
import { TaskList } from '~/ui/task-list'
import { deskWords } from '~/words/en/feedback'
import { countOf } from '~/words/en/format'

export const meta: MetaFunction = () => [{ title: 'Your desk – Lamplight' }]

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireLiaison(args)
  const { searchParams } = new URL(args.request.url)
  const asked = searchParams.get('view')
  const view = deskViews.find((each) => each === asked) ?? 'waiting'
  const words = searchParams.get('words') ?? ''
  const after = searchParams.get('after') ?? ''
  return load(() => deskOf(ctx, { view, words: words.slice(0, 100), after }))
}

export default function Desk() {
  const page = useLoaderData<typeof loader>()
  const { view, words, rows, total } = page
  const heading = deskWords[view].title
  return (
    <>
      <h1>Your desk</h1>
      <p className="lead">
        What venues of your district shared with you, the oldest promise first. What they have not
        shared is theirs alone.
      </p>
      <Views view={view} counts={page.counts} />
      <section className="flow">
        <h2>{heading}</h2>
        <p className="soft">{deskWords[view].about}</p>
        {total > 20 || words ? <Search view={view} words={words} /> : null}
        {rows.length > 0 ? (
          <>
            <p>
              {words
                ? `With “${words}” in the name or address:`
                : countOf(total, 'venue', 'venues')}
            </p>
            <TaskList
              label={heading}
              tasks={rows.map((row) => ({
                id: row.id,
                title: row.venue,
                to: row.to,
                status: row.state,
                tone: view === 'waiting' || view === 'ready' ? 'next' : 'soft',
                detail: [row.promise, row.renewal ? 'Renewal' : '', row.round, row.about]
                  .filter(Boolean)
                  .join(' · '),
              }))}
            />
          </>
        ) : (
          <EmptyState
            level={3}
            title={words ? 'No venue has these words' : deskWords[view].emptyTitle}
          >
            {words ? 'Try fewer letters, or look in another list.' : deskWords[view].empty}
          </EmptyState>
        )}
        <Pagination
          label={heading}
          next={page.next ? paths.desk({ view, words, after: page.next }) : null}
        />
      </section>
    </>
  )
}

function Views({ view, counts }: { view: DeskView; counts: Record<DeskView, number> }) {
  return (
    <nav aria-label="Lists of your desk" className="actions inline">
      {deskViews.map((each) => (
        <Link
          key={each}
          className={each === view ? 'btn quiet small' : 'btn small'}
          to={paths.desk({ view: each })}
          aria-current={each === view ? 'page' : undefined}
        >
          {deskWords[each].title} ({counts[each]})
        </Link>
      ))}
    </nav>
  )
}

function Search({ view, words }: { view: DeskView; words: string }) {
  return (
    <form method="get" action={paths.desk()} className="filter">
      <input type="hidden" name="view" value={view} />
      <TextField name="words" type="search" label="Find a venue" defaultValue={words} />
      <Button>Find</Button>
    </form>
  )
}
