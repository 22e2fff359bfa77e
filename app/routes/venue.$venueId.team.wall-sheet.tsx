import '~/ui/styles/wall-sheet.css'
import type { LoaderFunctionArgs, MetaFunction, SerializeFrom } from '@remix-run/node'
import { Link, useLoaderData, useParams } from '@remix-run/react'
import { wallSheet } from '~/domain/training/wall-sheet.server'
import { requireOwner } from '~/http/guards.server'
import { load } from '~/http/respond.server'
import { paths } from '~/paths'
import { ButtonLink } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { Notice } from '~/ui/notice'
import { PrintButton } from '~/ui/print-button'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Wall sheet · ${data?.venue ?? 'your venue'} – Lamplight` },
]

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  return load(() => wallSheet(ctx, venueId))
}

export default function WallSheet() {
  const page = useLoaderData<typeof loader>()
  const { venueId = '' } = useParams()
  return (
    <div className="flow wall">
      <p className="kicker">
        <Link to={paths.team(venueId)}>Team and training</Link>
      </p>
      <h1>A wall sheet for your back room</h1>
      {page.sheets.length === 0 ? (
        <EmptyState
          title="Nobody is on your list yet"
          action={<ButtonLink to={paths.team(venueId)}>Go to your team</ButtonLink>}
        >
          Once your people are on the list, this page prints who has which training until when.
        </EmptyState>
      ) : (
        <>
          <p>
            It prints on its side, on US Letter or A4, a sheet for 20 people. A date is the last day
            on which a training counts. Write into the empty boxes by hand when somebody has
            trained, and type it in later. A dash means that nothing is asked.
          </p>
          <Notice tone="private" title="It holds names.">
            Hang it in the back room only, where guests and deliveries do not pass.
          </Notice>
          <PrintButton>Print it</PrintButton>
          {page.sheets.map((sheet) => (
            <Sheet key={sheet.number} page={page} sheet={sheet} />
          ))}
        </>
      )}
    </div>
  )
}

type Page = SerializeFrom<typeof loader>

function Sheet({ page, sheet }: { page: Page; sheet: Page['sheets'][number] }) {
  const { venue, asOf, columns, sheets } = page
  const caption = `${venue}: who is trained until when, as of ${asOf}, sheet ${sheet.number} of ${sheets.length}`
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to take the focus
    <section className="wall-sheet table" aria-label={caption} tabIndex={0}>
      <table>
        <caption>
          <strong>{venue}</strong> · trained until · as of {asOf} · sheet {sheet.number} of{' '}
          {sheets.length}
        </caption>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Role</th>
            {columns.map(({ standard, title }) => (
              <th key={standard} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sheet.rows.map(({ id, name, role, cells }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              <td>{role}</td>
              {columns.map(({ standard }, at) => (
                <td key={standard}>{cells[at] || <span className="sr">Open</span>}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="wall-foot">
        For the back room of {venue} only: this sheet holds names. Empty box: still open, write the
        date in.
      </p>
    </section>
  )
}
