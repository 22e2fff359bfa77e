import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { directoryPage } from '~/domain/certificates/directory-page.server'
import { visit } from '~/http/guards.server'
import { load } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { Select, TextField } from '~/ui/fields'
import { Pagination } from '~/ui/pagination'
import { PublicShell } from '~/ui/public-shell'
import { TaskList } from '~/ui/task-list'

export const handle = { quiet: true }

export const meta: MetaFunction = () => [
  { title: 'Accredited venues – Lamplight' },
  {
    name: 'description',
    content: 'The bars and restaurants whose Lamplight certificate counts today.',
  },
]

export async function loader(args: LoaderFunctionArgs) {
  const { db, now } = visit(args)
  const query = new URL(args.request.url).searchParams
  const filter = {
    words: query.get('words')?.trim().slice(0, 200) ?? '',
    district: query.get('district')?.slice(0, 200) ?? '',
    after: query.get('after')?.slice(0, 200) ?? '',
  }
  return load(() => directoryPage(db, now, filter))
}

export default function Directory() {
  const page = useLoaderData<typeof loader>()
  return (
    <PublicShell>
      <h1>Accredited venues</h1>
      <p className="lead">
        Bars and restaurants that wrote down how they look after guests, trained their teams, and
        keep it current.
      </p>
      <form className="filter" method="get" action={paths.directory()}>
        <TextField
          name="words"
          type="search"
          label="Name or address"
          defaultValue={page.filter.words}
        />
        <Select
          name="district"
          label="District"
          prompt="All districts"
          choices={page.districts}
          defaultValue={page.filter.district}
        />
        <Button>Search</Button>
      </form>
      <h2 className="sr">The list</h2>
      {page.venues.length > 0 ? (
        <>
          {page.count ? <p className="soft">{page.count}</p> : null}
          <TaskList tasks={page.venues} label="Accredited venues" />
        </>
      ) : (
        <Nothing page={page} />
      )}
      {page.first ? (
        <p>
          <a href={page.first}>Back to the first page</a>
        </p>
      ) : null}
      <Pagination label="Accredited venues" next={page.next} document />
      <p>
        Taking part is a venue’s own choice, at its own pace. A venue that is not in this list may
        be preparing, taking a break, or doing well without the program: it says nothing about it.
      </p>
    </PublicShell>
  )
}

function Nothing({ page }: { page: ReturnType<typeof useLoaderData<typeof loader>> }) {
  if (page.filtered) {
    return (
      <EmptyState
        level={3}
        title="No accredited venue matches"
        action={
          <ButtonLink to={paths.directory()} document>
            Show all accredited venues
          </ButtonLink>
        }
      >
        Try fewer letters of the name, the street, or all districts.
      </EmptyState>
    )
  }
  return (
    <EmptyState
      level={3}
      title={page.first ? 'The list ends here' : 'The first venues will be listed here'}
      action={
        <ButtonLink to={paths.standards()} document>
          See what venues put in place
        </ButtonLink>
      }
    >
      A venue stands here from the day of its certificate, for as long as the certificate counts.
    </EmptyState>
  )
}
