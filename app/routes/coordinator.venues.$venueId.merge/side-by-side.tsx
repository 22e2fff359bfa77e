import type { SerializeFrom } from '@remix-run/node'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { HiddenField } from '~/ui/fields'
import { Form, type FormAnswer } from '~/ui/form'
import { Notice } from '~/ui/notice'
import { Table } from '~/ui/table'
import type { loader } from './route'

type Page = SerializeFrom<typeof loader>
type Side = Page['venue']
type Props = {
  venue: Side
  other: Side
  hindrance: Page['hindrance']
  answer: FormAnswer | undefined
}

/** Both venues in one table, what a merge does, and the button; or why it cannot be, and the other way. */
export function SideBySide({ venue, other, hindrance, answer }: Props) {
  return (
    <>
      <h1>
        Is {venue.name} really {other.name}?
      </h1>
      <Table
        caption="Both venues"
        columns={[
          { title: 'What', cell: ({ what }) => what },
          { title: 'Goes', cell: ({ of }) => of(venue) },
          { title: 'Stays', cell: ({ of }) => of(other) },
        ]}
        rows={rows}
        rowKey={({ what }) => what}
      />
      {hindrance ? (
        <Notice tone="warning" title="This way round it cannot be">
          {hindrance.why}
        </Notice>
      ) : (
        <section className="flow">
          <h2>What happens</h2>
          <ul>
            <li>{licensesMove(venue, other)}</li>
            <li>
              {other.name} keeps its name, address, phone, district and people, as they stand above.
            </li>
            <li>
              {venue.name} is in no list, search or count any more. Its public address leads to{' '}
              {other.name}.
            </li>
            <li>You can tell the two apart again at any time.</li>
          </ul>
        </section>
      )}
      <Form answer={answer} label="Merge the venues">
        <HiddenField name="into" value={other.id} />
        <div className="actions">
          {hindrance ? null : (
            <Button look="go" pending="Merging…">
              Merge the two
            </Button>
          )}
          {hindrance && !hindrance.otherWay ? null : (
            <ButtonLink
              to={paths.mergeVenue(other.id, { into: venue.id })}
              look={hindrance ? 'go' : 'quiet'}
            >
              The other way round
            </ButtonLink>
          )}
          <ButtonLink to={paths.mergeVenue(venue.id)}>Choose another venue</ButtonLink>
        </div>
      </Form>
    </>
  )
}

const rows: { what: string; of: (side: Side) => string }[] = [
  { what: 'Name', of: ({ name }) => name },
  { what: 'Address', of: ({ address }) => address },
  { what: 'Area', of: ({ neighborhood }) => neighborhood ?? 'Not known' },
  { what: 'District', of: ({ district }) => district ?? 'None yet' },
  { what: 'Phone', of: ({ phone }) => phone ?? 'Not noted' },
  { what: 'Licenses', of: ({ licenses }) => licenses.join('; ') || 'None' },
  { what: 'Stands', of: ({ standing }) => standing },
]

function licensesMove({ name, licenses }: Side, other: Side): string {
  if (licenses.length === 0) return `${name} has no license, so none moves.`
  return licenses.length === 1
    ? `The license of ${name} moves to ${other.name}. Later lists that name it speak of ${other.name}.`
    : `The licenses of ${name} move to ${other.name}. Later lists that name them speak of ${other.name}.`
}
