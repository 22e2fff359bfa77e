import './zones.css'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { publicZonesPage } from '~/domain/zones/public-zones.server'
import { visit } from '~/http/guards.server'
import { load } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { Select } from '~/ui/fields'
import { PublicShell } from '~/ui/public-shell'
import { StreetMap } from '~/ui/street-map'
import { Tag } from '~/ui/tag'

export const handle = { quiet: true }

export const meta: MetaFunction = () => [
  { title: 'Ride-share loading zones – Lamplight' },
  {
    name: 'description',
    content: 'Where rides stop at night, on which nights, and from when to when.',
  },
]

export async function loader(args: LoaderFunctionArgs) {
  const { db, now } = visit(args)
  const district = new URL(args.request.url).searchParams.get('district')?.slice(0, 200) ?? ''
  return load(() => publicZonesPage(db, now, district))
}

type Page = ReturnType<typeof useLoaderData<typeof loader>>

export default function Zones() {
  const page = useLoaderData<typeof loader>()
  return (
    <PublicShell>
      <h1>Ride-share loading zones</h1>
      <p className="lead">
        Places at the curb where rides stop at night, so that guests find their car and the street
        stays clear.
      </p>
      {page.choices.length > 1 ? (
        <form className="filter" method="get" action={paths.zones()}>
          <Select
            name="district"
            label="District"
            prompt="All districts"
            choices={page.choices}
            defaultValue={page.chosen}
          />
          <Button>Show</Button>
        </form>
      ) : null}
      {page.districts.length > 0 ? (
        <>
          <p className="soft">
            {page.district ? `${page.count} in ${page.district}.` : `${page.count}, by district.`}
          </p>
          <div className="zone-places">
            <div className="flow">
              {page.districts.map((district) => (
                <District key={district.slug} district={district} />
              ))}
            </div>
            {page.map ? <StreetMap title="Where the loading zones are" {...page.map} /> : null}
          </div>
        </>
      ) : (
        <EmptyState
          title="No loading zone is open yet"
          action={
            <ButtonLink to={paths.directory()} document>
              See the accredited venues
            </ButtonLink>
          }
        >
          A zone stands here as soon as the city and its partners have agreed on one: where it is,
          on which nights, and from when to when.
        </EmptyState>
      )}
      <p>
        A night belongs to the evening that it begins on: Thursday night, 9 PM to 3 AM, ends on
        Friday morning.
      </p>
    </PublicShell>
  )
}

function District({ district: { name, zones } }: { district: Page['districts'][number] }) {
  return (
    <section className="flow">
      <h2>{name}</h2>
      <ul className="tasks">
        {zones.map((zone) => (
          <li key={zone.id}>
            <a href={zone.to} className="row">
              <b>{zone.title}</b> <Tag tone={zone.tone}>{zone.status}</Tag>{' '}
              <small>
                {[...zone.hours, ...zone.where, zone.tonight].filter(Boolean).map((line) => (
                  <span className="line" key={line}>
                    {line}
                  </span>
                ))}
              </small>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
