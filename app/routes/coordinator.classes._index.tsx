import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import type { ClassId } from '~/domain/ids'
import { classList } from '~/domain/training/class-pages.server'
import { requireCoordinator } from '~/http/guards.server'
import { load } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { HiddenField, TextField } from '~/ui/fields'
import { Pagination } from '~/ui/pagination'
import { TaskList } from '~/ui/task-list'
import { countOf } from '~/words/en/format'

export const meta: MetaFunction = () => [{ title: 'Classes – Lamplight' }]

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireCoordinator(args)
  const asked = new URL(args.request.url).searchParams
  const show = asked.get('show') === 'past' ? ('past' as const) : ('to_come' as const)
  const words = (asked.get('words') ?? '').slice(0, 200)
  const after = asked.get('after') as ClassId | null
  return load(async () => {
    const page = await classList(ctx, { show, words, after })
    const filter = { ...(show === 'past' && { show }), words }
    return {
      ...page,
      past: show === 'past',
      words,
      first: after ? paths.classes(filter) : null,
      next: page.next && paths.classes({ ...filter, after: page.next }),
    }
  })
}

/** A list that fits on one screen needs no search. */
const searchFrom = 20

export default function Classes() {
  const page = useLoaderData<typeof loader>()
  const { past, words, total } = page
  return (
    <>
      <h1>{past ? 'Past classes' : 'Classes to come'}</h1>
      <p className="lead">
        Venues read on their own pages which classes are near, and what one class would change for
        their team. Only they see that.
      </p>
      <div className="actions">
        <ButtonLink to={paths.newClass()} look="go">
          Announce a class
        </ButtonLink>
        <Link to={paths.classes(past ? {} : { show: 'past' })}>
          {past ? 'See classes to come' : 'See past classes'}
        </Link>
      </div>
      {page.all > searchFrom || words ? (
        <Form className="filter" role="search" key={`${past} ${words}`}>
          {past ? <HiddenField name="show" value="past" /> : null}
          <TextField
            name="words"
            type="search"
            label="Title, place or who gives it"
            width="full"
            defaultValue={words}
          />
          <Button>Show</Button>
        </Form>
      ) : null}
      {page.classes.length > 0 ? (
        <>
          <p className="soft">
            {countOf(total, 'class', 'classes')}, {past ? 'the latest first' : 'the soonest first'}.{' '}
            {page.first ? <Link to={page.first}>Back to the first page</Link> : null}
          </p>
          <TaskList tasks={page.classes} label={past ? 'Past classes' : 'Classes to come'} />
          <Pagination label="Classes" next={page.next} />
        </>
      ) : (
        <None past={past} searched={words !== ''} />
      )}
    </>
  )
}

function None({ past, searched }: { past: boolean; searched: boolean }) {
  if (searched) {
    return (
      <EmptyState
        title="No class fits"
        action={
          <ButtonLink to={paths.classes(past ? { show: 'past' } : {})}>Show every class</ButtonLink>
        }
      >
        Try fewer letters of the title, the place or the name of who gives it.
      </EmptyState>
    )
  }
  return past ? (
    <EmptyState title="No class is past yet">
      A class stands here once its last minute is over.
    </EmptyState>
  ) : (
    <EmptyState title="No class is to come yet">
      A class is the quickest way to close an open standard: one evening with advocates, the fire
      department or a trainer. Announce one, and the venues of its district read of it at once.
    </EmptyState>
  )
}
