import '~/ui/styles/workspace.css'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData, useParams } from '@remix-run/react'
import { venueZonesPage } from '~/domain/zones/venue-zones-page.server'
import { requireOwner } from '~/http/guards.server'
import { load } from '~/http/respond.server'
import { paths } from '~/paths'
import { EmptyState } from '~/ui/empty-state'
import { Notice } from '~/ui/notice'
import { StreetMap } from '~/ui/street-map'
import { ZoneNear } from './zone-near'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Loading zones · ${data?.venue ?? 'your venue'} – Lamplight` },
]

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  return load(() => venueZonesPage(ctx, venueId))
}

type Page = ReturnType<typeof useLoaderData<typeof loader>>

export default function VenueZones() {
  const page = useLoaderData<typeof loader>()
  const { zones, map } = page
  return (
    <>
      <h1>Loading zones near you</h1>
      {zones.length > 0 ? (
        <>
          <p className="lead">
            Where rides stop at night near {page.venue}. When your door staff know, guests find
            their car and the street stays clear.
          </p>
          {page.hindrance ? <Notice>{page.hindrance}</Notice> : null}
          {zones.map((zone) => (
            <ZoneNear key={zone.id} zone={zone} maySay={page.hindrance === ''} />
          ))}
          {map ? (
            <section className="flow">
              <h2>On the map</h2>
              <StreetMap title={`Loading zones near ${page.venue}`} {...map} />
              {page.located ? null : (
                <p className="soft">
                  The map does not show your venue, because the license list does not say where
                  exactly it is.
                </p>
              )}
            </section>
          ) : null}
          <p className="soft">
            That your door staff know is told to the program’s coordinator, counts in the figures of
            your district, and stands beside “A safe way home” in your application.
          </p>
        </>
      ) : (
        <NoZone />
      )}
      <Reminders page={page} />
    </>
  )
}

function NoZone() {
  return (
    <EmptyState title="No loading zone is near you yet">
      <p>
        A loading zone is a place at the curb where rides stop on certain nights. Your city and its
        partners decide where one is. When one comes near you, you hear by email, and it stands here
        with its hours and with words for your door staff.
      </p>
      <p>
        Until then, nothing is missing: for “A safe way home” you write a note about how your door
        team helps guests to their ride.
      </p>
      <p>
        <a href={paths.zones()}>All loading zones in the city</a>
      </p>
    </EmptyState>
  )
}

function Reminders({ page }: { page: Page }) {
  const { venueId = '' } = useParams()
  return (
    <section className="flow">
      <h2>Reminders</h2>
      <p>
        {page.reminded
          ? 'You get one email in the afternoon before each night on which a zone near you is open.'
          : 'If you like, we send you one email in the afternoon before each night on which a zone near you is open.'}{' '}
        <Link to={paths.zoneReminders(venueId)}>
          {page.reminded ? 'Change or stop the reminders' : 'Ask for reminders'}
        </Link>
      </p>
    </section>
  )
}
