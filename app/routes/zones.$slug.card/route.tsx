import '~/ui/styles/card.css'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { zoneCardPage } from '~/domain/zones/zone-card.server'
import { visit } from '~/http/guards.server'
import { load } from '~/http/respond.server'
import { Notice } from '~/ui/notice'
import { PublicShell } from '~/ui/public-shell'
import { QrSquare } from '~/ui/qr-square'

export const handle = { quiet: true }

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Door card of ${data?.name ?? 'a loading zone'} – Lamplight` },
]

export async function loader(args: LoaderFunctionArgs) {
  const { db, now } = visit(args)
  const { publicUrl } = args.context.env
  return load(() => zoneCardPage(db, now, args.params.slug ?? '', publicUrl))
}

type Card = NonNullable<ReturnType<typeof useLoaderData<typeof loader>>['card']>

export default function ZoneCard() {
  const { name, zoneTo, card, why } = useLoaderData<typeof loader>()
  return (
    <PublicShell>
      <div className="flow card-page">
        <h1>A card for your door</h1>
        {card ? (
          <>
            <p>
              Print this page with your browser’s own menu, on US Letter or A4. Only the card below
              comes out, on one sheet. Guests and door staff scan the square and read where rides
              stop tonight.
            </p>
            <DoorCard name={name} card={card} />
          </>
        ) : (
          <Notice title="There is no card for this zone at the moment">{why}</Notice>
        )}
        <p>
          <a href={zoneTo}>Back to {name}</a>
        </p>
      </div>
    </PublicShell>
  )
}

function DoorCard({ name, card }: { name: string; card: Card }) {
  return (
    <article className={`door-card ${card.type}`}>
      <p className="says">Your ride stops at</p>
      <h2>{name}</h2>
      <ul className="plain where">
        {card.where.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <div className="hours">
        {card.hours.map((line) => (
          <p key={line}>{line}</p>
        ))}
        <p className="by-calendar">By the calendar: {card.calendar.join('; ')}.</p>
      </div>
      {card.dates || card.dwell ? (
        <p>{[card.dates, card.dwell].filter(Boolean).join(' ')}</p>
      ) : null}
      <div className="foot-of-card">
        <QrSquare {...card.square} label={`QR code that opens ${card.url}`} width={132} />
        <div>
          {card.script ? <p className="script">“{card.script}”</p> : null}
          <p className="address">{card.url}</p>
          <p className="version">{card.version}</p>
        </div>
      </div>
    </article>
  )
}
