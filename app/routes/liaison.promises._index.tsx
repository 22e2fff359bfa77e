import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { promisesOf } from '~/domain/feedback/promises.server'
import { requireReviewer } from '~/http/guards.server'
import { load } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { Form } from '~/ui/form'
import { Pagination } from '~/ui/pagination'
import { TaskList } from '~/ui/task-list'

export const meta: MetaFunction = () => [{ title: 'My promises – Lamplight' }]

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireReviewer(args)
  const { searchParams } = new URL(args.request.url)
  const show = searchParams.get('show') === 'given' ? 'given' : 'open'
  const after = (searchParams.get('after') ?? '').slice(0, 100)
  return load(() => promisesOf(ctx, { show, after }))
}

type Page = ReturnType<typeof useLoaderData<typeof loader>>

export default function Promises() {
  const { show, counts, rows, next } = useLoaderData<typeof loader>()
  return (
    <>
      <p className="kicker">
        <Link to={paths.desk()}>Your desk</Link>
      </p>
      <h1>My promises</h1>
      <p className="lead">
        The help that you offered in your letters, and the day that you and the venue have in mind.
        What is past its day stands first.
      </p>
      <nav aria-label="Open and given" className="actions inline">
        {(['open', 'given'] as const).map((each) => (
          <Link
            key={each}
            className={each === show ? 'btn quiet small' : 'btn small'}
            to={paths.promises({ show: each })}
            aria-current={each === show ? 'page' : undefined}
          >
            {each === 'open' ? `Open (${counts.open})` : `Given (${counts.given})`}
          </Link>
        ))}
      </nav>
      {rows.length > 0 ? (
        <TaskList
          label={show === 'open' ? 'Open' : 'Given'}
          tasks={rows.map((row) => ({
            id: row.id,
            title: row.venue,
            to: row.letter,
            status: row.when,
            tone: show === 'open' ? 'next' : 'soft',
            detail: <Details {...row} show={show} />,
            actions: <Tick {...row} show={show} />,
          }))}
        />
      ) : (
        <EmptyState level={2} title={show === 'open' ? 'No help is open' : 'Nothing given yet'}>
          {show === 'open'
            ? 'When a letter of yours offers help with a next step, it stands here until you tick it off. What a venue declined or had already is not here.'
            : 'What you tick off stands here, with the day.'}
        </EmptyState>
      )}
      <Pagination label="Promises" next={next ? paths.promises({ show, after: next }) : null} />
    </>
  )
}

type Row = Page['rows'][number] & { show: Page['show'] }

function Details({ help, step, agreed, show }: Row) {
  return (
    <>
      <span className="line">{help}</span>
      <span className="line">For the step: {step}</span>
      {show === 'open' ? <span className="line">{agreed}</span> : null}
    </>
  )
}

function Tick({ id, venue, step, show }: Row) {
  const open = show === 'open'
  const about = `for ${venue}: ${step.slice(0, 60)}`
  return (
    <Form
      action={open ? paths.tickPromise(id) : paths.untickPromise(id)}
      label={open ? `Tick off ${about}` : `Put back ${about}`}
      className="inline"
    >
      <Button small pending="Saving…" about={about}>
        {open ? 'I have given this' : 'Put it back'}
      </Button>
    </Form>
  )
}
