import { Form, Link } from '@remix-run/react'
import type { Desk } from '~/domain/applications/desk.server'
import { type DeskView, deskViews } from '~/domain/applications/desk-views'
import { paths } from '~/paths'
import { Button } from '~/ui/button'
import { Select, TextField } from '~/ui/fields'
import { kindNames } from '~/words/en/desk'
import { deskWords } from '~/words/en/feedback'
import { applicationKinds } from '~db/vocabulary'

type Filter = Desk['filter']

/** The four lists; each keeps the district and the kind that were chosen. */
export function DeskViews({
  filter: { view, district, kind, changed },
  counts,
}: {
  filter: Filter
  counts: Record<DeskView, number>
}) {
  return (
    <nav aria-label="Lists of your desk" className="actions inline">
      {deskViews.map((each) => (
        <Link
          key={each}
          className={each === view ? 'btn quiet small' : 'btn small'}
          to={paths.desk({ view: each, district, kind, changed })}
          aria-current={each === view ? 'page' : undefined}
        >
          {deskWords[each].title} ({counts[each]})
        </Link>
      ))}
    </nav>
  )
}

/** Stands there once a list can be long, or has more than one district or anything chosen. */
export function DeskFilter({ page }: { page: Pick<Desk, 'filter' | 'districts' | 'total'> }) {
  const { filter, districts, total } = page
  const chosen = filter.words || filter.district || filter.kind
  if (!chosen && total <= 5 && districts.length === 0) return null
  return (
    <Form className="filter" role="search" key={JSON.stringify(filter)}>
      <input type="hidden" name="view" value={filter.view} />
      {filter.changed ? <input type="hidden" name="changed" value="yes" /> : null}
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
      <Select
        name="kind"
        label="Kind"
        width="full"
        prompt="Every kind"
        choices={applicationKinds.map((value) => ({ value, label: kindNames[value] }))}
        defaultValue={filter.kind}
      />
      <Button>Show</Button>
    </Form>
  )
}
