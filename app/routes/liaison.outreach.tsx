import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { outreachPage } from '~/domain/contacts/outreach.server'
import { requireLiaison } from '~/http/guards.server'
import { load } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { Select, TextField } from '~/ui/fields'
import { Pagination } from '~/ui/pagination'
import { TaskList } from '~/ui/task-list'
import { countOf } from '~/words/en/format'

export const meta: MetaFunction = () => [{ title: 'Outreach – Lamplight' }]

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireLiaison(args)
  const { searchParams } = new URL(args.request.url)
  const given = (name: string) => (searchParams.get(name) ?? '').slice(0, 100)
  return load(() =>
    outreachPage(ctx, {
      words: given('words'),
      district: given('district'),
      after: given('after'),
    }),
  )
}

export default function Outreach() {
  const { filter, districts, total, rows, next } = useLoaderData<typeof loader>()
  const narrowed = Boolean(filter.words || filter.district)
  return (
    <>
      <p className="kicker">
        <Link to={paths.desk()}>Your desk</Link>
      </p>
      <h1>Outreach</h1>
      <p className="lead">
        The venues that have heard from the program least stand first. A friendly word counts, and
        nothing has to come of it.
      </p>
      <Form className="filter" role="search" key={JSON.stringify(filter)}>
        <TextField name="words" type="search" label="Find a venue" defaultValue={filter.words} />
        {districts.length > 0 ? (
          <Select
            name="district"
            label="District"
            width="full"
            prompt="Every district"
            choices={districts}
            defaultValue={filter.district}
          />
        ) : null}
        <Button>Show</Button>
      </Form>
      {rows.length > 0 ? (
        <>
          <p>{countOf(total, 'venue', 'venues')}.</p>
          <TaskList
            label="Venues, the longest without contact first"
            tasks={rows.map((row) => ({
              id: row.id,
              title: row.name,
              to: paths.contacts('program', row.id),
              status: row.standing,
              tone: 'soft',
              detail: <Details {...row} />,
              actions: row.phone ? (
                <a className="btn small" href={`tel:${row.phone.replace(/[^\d+]/g, '')}`}>
                  Call {row.phone}
                  <span className="sr"> {row.name}</span>
                </a>
              ) : null,
            }))}
          />
        </>
      ) : (
        <EmptyState level={2} title={narrowed ? 'Nothing fits' : 'No venue stands here yet'}>
          {narrowed
            ? 'Try fewer letters, or choose every district.'
            : 'The venues of your districts stand here, once a coordinator has given you a district.'}
        </EmptyState>
      )}
      <Pagination label="Venues" next={next ? paths.outreach({ ...filter, after: next }) : null} />
    </>
  )
}

type Row = ReturnType<typeof useLoaderData<typeof loader>>['rows'][number]

function Details({ last, where, phone }: Row) {
  return (
    <>
      <span className="line">{last}</span>
      <span className="line">{where}</span>
      {phone ? null : <span className="line">No phone number yet</span>}
    </>
  )
}
