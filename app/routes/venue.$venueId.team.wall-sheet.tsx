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
      {page.rows.length === 0 ? (
        <EmptyState
          title="Nobody is on your list yet"
          action={<ButtonLink to={paths.team(venueId)}>Go to your team</ButtonLink>}
        >
          Once your people are on the list, this page prints who has which training until when.
        </EmptyState>
      ) : (
        <>
          <p>
            It prints on its side, on US Letter or A4, about 20 people to a sheet. A date is the
            last day on which a training counts. Write into the empty boxes by hand when somebody
            has trained, and type it in later. A dash means that nothing is asked.
          </p>
          <Notice tone="private" title="It holds names.">
            Hang it in the back room only, where guests and deliveries do not pass.
          </Notice>
          <PrintButton>Print it</PrintButton>
          <Sheet {...page} />
        </>
      )}
    </div>
  )
}

type Page = SerializeFrom<typeof loader>

/** Printed, its heading and its foot come again on every sheet, however many lines the names take. */
function Sheet({ venue, asOf, columns, rows }: Page) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to take the focus
    <section className="wall-sheet table" aria-labelledby="wall-sheet" tabIndex={0}>
      <table>
        <caption id="wall-sheet" className="no-print">
          <strong>{venue}</strong> · trained until · as of {asOf}
        </caption>
        <colgroup>
          <col className="who" />
        </colgroup>
        <thead>
          <tr className="print-only">
            <td colSpan={columns.length + 2}>
              <strong>{venue}</strong> · trained until · as of {asOf}
            </td>
          </tr>
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
          {rows.map(({ id, name, role, cells }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              <td>{role}</td>
              {columns.map(({ standard }, at) => (
                <td key={standard}>{cells[at] || <span className="sr">Open</span>}</td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td colSpan={columns.length + 2}>
              For the back room of {venue} only: this sheet holds names. Empty box: still open,
              write the date in.
            </td>
          </tr>
        </tfoot>
      </table>
    </section>
  )
}
