import '../zones._index/zones.css'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { publicZonePage } from '~/domain/zones/public-zone.server'
import { visit } from '~/http/guards.server'
import { load } from '~/http/respond.server'
import { paths } from '~/paths'
import { ButtonLink } from '~/ui/button'
import { Notice } from '~/ui/notice'
import { PublicShell } from '~/ui/public-shell'
import { StreetMap } from '~/ui/street-map'
import { SummaryList } from '~/ui/summary-list'
import { Tag } from '~/ui/tag'
import { Timeline } from '~/ui/timeline'

export const handle = { quiet: true }

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.name ?? 'Loading zone'} – Lamplight` },
]

export async function loader(args: LoaderFunctionArgs) {
  const { db, now } = visit(args)
  return load(() => publicZonePage(db, now, args.params.slug ?? ''))
}

type Page = ReturnType<typeof useLoaderData<typeof loader>>

export default function Zone() {
  const page = useLoaderData<typeof loader>()
  return (
    <PublicShell>
      <p className="kicker">
        <a href={paths.zones()}>Loading zones</a> · <a href={page.districtTo}>{page.district}</a>
      </p>
      <h1>{page.name}</h1>
      {page.tonight ? (
        <p className="lead">{page.open ? <strong>{page.tonight}</strong> : page.tonight}</p>
      ) : null}
      {page.tonight ? (
        <p>
          <Tag>{page.status}</Tag> {page.sentence}
        </p>
      ) : (
        <Notice title={page.status}>{page.sentence}</Notice>
      )}
      {page.ended ? null : <Details page={page} />}
      <History page={page} />
    </PublicShell>
  )
}

function Details({ page }: { page: Page }) {
  return (
    <>
      <div className="zone-places">
        <div className="flow">
          <section className="flow">
            <h2>Where</h2>
            <ul>
              {page.where.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </section>
          <section className="flow">
            <h2>When</h2>
            {page.hours.map((line) => (
              <p key={line}>
                <strong>{line}</strong>
              </p>
            ))}
            <p>By the calendar, as a sign counts it: {page.calendar.join('; ')}.</p>
          </section>
        </div>
        {page.map ? <StreetMap title={page.name} {...page.map} /> : null}
      </div>
      {page.nights.length > 0 ? (
        <section className="flow">
          <h2>The next seven days</h2>
          <SummaryList
            rows={page.nights.map(({ evening, hours }) => ({ term: evening, detail: hours }))}
          />
        </section>
      ) : null}
      <section className="flow">
        <h2>Good to know</h2>
        <SummaryList
          rows={page.rows.map(({ term, lines }) => ({
            term,
            detail: lines.map((line) => <p key={line}>{line}</p>),
          }))}
        />
      </section>
      {page.script ? (
        <section className="flow">
          <h2>What to say at the door</h2>
          <blockquote className="door-script">
            <p>“{page.script}”</p>
          </blockquote>
        </section>
      ) : null}
      {page.hasCard ? (
        <div className="actions">
          <ButtonLink to={page.cardTo} document>
            A card for the door, to print
          </ButtonLink>
        </div>
      ) : null}
    </>
  )
}

function History({ page }: { page: Page }) {
  return (
    <section className="flow">
      <h2>What changed</h2>
      <p>
        {page.confirmed
          ? `Last confirmed with the city on ${page.confirmed}.`
          : 'The city has not confirmed it again since it was written down here.'}
      </p>
      <Timeline
        happenings={page.versions.map(({ number, at, on, words, changes }) => ({
          id: String(number),
          at,
          when: `${on}, version ${number}`,
          what: (
            <>
              <p>{words}</p>
              {changes.map((change) => (
                <p className="soft" key={change}>
                  {change}
                </p>
              ))}
            </>
          ),
        }))}
      />
    </section>
  )
}
