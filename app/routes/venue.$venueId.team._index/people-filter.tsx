import { Form } from '@remix-run/react'
import type { TeamQuery } from '~/domain/training/people-page'
import { paths } from '~/paths'
import { Button } from '~/ui/button'
import { HiddenField, Select, TextField } from '~/ui/fields'

/** Search, filter and sort of the staff list: a plain GET form. */
export function PeopleFilter({ venueId, query }: { venueId: string; query: TeamQuery }) {
  return (
    <div className="no-print">
      <Form
        className="filter"
        role="search"
        aria-label="People"
        action={`${paths.team(venueId)}#people`}
        key={JSON.stringify(query)}
      >
        {query.need ? <HiddenField name="need" value={query.need} /> : null}
        <TextField name="words" label="Name" type="search" defaultValue={query.words} />
        <Select
          name="show"
          label="Show"
          defaultValue={query.show}
          choices={[
            { value: 'here', label: 'Everybody on the team' },
            { value: 'open', label: 'With a training open' },
            { value: 'other', label: 'Listed as “Other”' },
            { value: 'left', label: 'People who left' },
            { value: 'all', label: 'Everybody, leavers too' },
          ]}
        />
        <Select
          name="sort"
          label="Order"
          defaultValue={query.sort}
          choices={[
            { value: 'name', label: 'By name' },
            { value: 'role', label: 'By role' },
            { value: 'open', label: 'Most open first' },
          ]}
        />
        <div className="field">
          <Button>Show</Button>
        </div>
      </Form>
    </div>
  )
}
