import type { SerializeFrom } from '@remix-run/node'
import { Form } from '@remix-run/react'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { Select, TextField } from '~/ui/fields'
import { Pagination } from '~/ui/pagination'
import { TaskList } from '~/ui/task-list'
import { countOf, formatNumber } from '~/words/en/format'
import type { loader } from './route'

type Page = SerializeFrom<typeof loader>

/** Who was told of what stands now, and whose door staff know. */
export function ToldVenues({ page }: { page: Page }) {
  return (
    <section className="section flow">
      <h2>Who was told</h2>
      {page.told > 0 ? <Told page={page} /> : <Nobody page={page} />}
    </section>
  )
}

function Told({ page }: { page: Page }) {
  const { told, acknowledged, within, asked, filter, fitting, next } = page
  const filtered = filter.words !== '' || filter.show !== ''
  return (
    <>
      <p>
        {countOf(told, 'venue was told', 'venues were told')} of what stands now.{' '}
        {asked
          ? `At ${formatNumber(acknowledged)} of ${formatNumber(told)} the door staff know.`
          : ''}{' '}
        {within > told
          ? `${countOf(within - told, 'more venue lies', 'more venues lie')} within reach and will hear once they have joined.`
          : ''}
      </p>
      {told > 20 || filtered ? (
        <Form className="filter" role="search" key={JSON.stringify(filter)}>
          <TextField
            name="words"
            type="search"
            label="Name or address"
            width="full"
            defaultValue={filter.words}
          />
          <Select
            name="show"
            label="Show"
            width="full"
            prompt="Everybody who was told"
            choices={[{ value: 'waiting', label: 'Who has not answered yet' }]}
            defaultValue={filter.show}
          />
          <Button>Show</Button>
        </Form>
      ) : null}
      {filtered ? <p>{countOf(fitting, 'venue fits', 'venues fit')}.</p> : null}
      {page.venues.length > 0 ? (
        <TaskList
          label="Venues that were told"
          tasks={page.venues.map(({ on, ...venue }) => ({
            ...venue,
            status: on ? `Door staff know since ${on}` : asked ? 'Not answered yet' : 'Told',
            tone: on ? ('place' as const) : ('soft' as const),
          }))}
        />
      ) : (
        <EmptyState
          level={3}
          title="No venue fits"
          action={<ButtonLink to={paths.coordinatorZone(page.id)}>Show every venue</ButtonLink>}
        >
          Try fewer words, or the beginning of a word.
        </EmptyState>
      )}
      <Pagination label="Venues that were told" next={next} />
    </>
  )
}

function Nobody({ page }: { page: Page }) {
  return (
    <EmptyState level={3} title="Nobody to tell yet">
      {page.within > 0
        ? `${countOf(page.within, 'venue lies', 'venues lie')} within reach, and none has joined with somebody whom the program knows. When one does, it hears of this zone by itself.`
        : 'No venue lies within reach. If that surprises you, look at the points on the map, or tell venues farther away.'}
    </EmptyState>
  )
}
