import '~/ui/styles/card.css'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData, useParams } from '@remix-run/react'
import { posterPage } from '~/domain/readings/reading-page.server'
import { requireOwner } from '~/http/guards.server'
import { load } from '~/http/respond.server'
import { paths } from '~/paths'
import { Notice } from '~/ui/notice'
import { PrintButton } from '~/ui/print-button'
import { QrSquare } from '~/ui/qr-square'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Poster for your back room – ${data?.venue ?? 'Lamplight'}` },
]

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  return load(() => posterPage(ctx, venueId, args.context.env.publicUrl))
}

export default function ReadingPoster() {
  const { venue, poster } = useLoaderData<typeof loader>()
  const { venueId = '' } = useParams()
  return (
    <div className="flow card-page">
      <p className="kicker">
        <Link to={paths.reading(venueId)}>Read by your team</Link>
      </p>
      <h1>A poster for your back room</h1>
      {poster ? (
        <>
          <p>
            Hang it where your team changes, not where guests see it: whoever has the square can
            read what you put to your team. It prints on one sheet, US Letter or A4.
          </p>
          <PrintButton>Print it</PrintButton>
          <article className="door-card poster">
            <p className="says">{venue}</p>
            <h2>Read our policies, and sign</h2>
            <p className="script">
              Scan the square with your phone. It takes a few minutes, on paid time, and there is no
              account to make. Ask your manager what is not clear.
            </p>
            <div className="foot-of-card">
              <QrSquare {...poster.square} label={`QR code that opens ${poster.url}`} width={220} />
              <div>
                <p className="address">{poster.shown}</p>
                <p className="version">As of {poster.putOn}</p>
              </div>
            </div>
          </article>
        </>
      ) : (
        <Notice title="There is nothing to read yet">
          <p>
            <Link to={paths.reading(venueId)}>Put your policies to your team first</Link>, and the
            poster stands here.
          </p>
        </Notice>
      )}
    </div>
  )
}
