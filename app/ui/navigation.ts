import { paths } from '~/paths'
import type { Role } from '~db/vocabulary'
import type { NavItem } from './page-shell'

/** What the navigation needs to know of the signed-in person. */
export type SignedIn = {
  name: string
  places: { venueId: string; name: string; role: Role }[]
  roles: Role[]
}

/** The links of the bar: those of the venue that is open, or those of the person's role. */
export function navigationFor(
  { places, roles }: SignedIn,
  pathname: string,
  openVenueId: string | undefined,
): { home: NavItem | undefined; items: NavItem[] } {
  const venue =
    places.find(({ venueId }) => venueId === openVenueId) ??
    (roles.length === 0 && places.length === 1 ? places[0] : undefined)
  const several = places.length + roles.length > 1
  const elsewhere = several ? [{ to: paths.myHome(), label: 'Switch' }] : []

  if (venue && !pathname.startsWith('/liaison') && !pathname.startsWith('/coordinator')) {
    return { home: undefined, items: [...venueLinks(venue.venueId), ...elsewhere] }
  }
  const items = [
    ...(roles.includes('coordinator') ? coordinatorLinks : []),
    ...(roles.includes('liaison') || roles.includes('coordinator') ? [desk] : []),
    // A coordinator has links enough for one line; these two stand in the footer and the venue list.
    ...(roles.includes('coordinator') ? [] : publicLinks),
    ...elsewhere,
  ]
  return { home: undefined, items }
}

function venueLinks(venueId: string): NavItem[] {
  return [
    { to: paths.venue(venueId), label: 'Home' },
    { to: paths.application(venueId), label: 'Task list' },
    { to: paths.policies(venueId), label: 'Policies' },
    { to: paths.team(venueId), label: 'Team and training' },
    { to: paths.venueZones(venueId), label: 'Zones' },
    { to: paths.venueCertificate(venueId), label: 'Certificate' },
  ]
}

const coordinatorLinks: NavItem[] = [
  { to: paths.coordinator(), label: 'Program' },
  { to: paths.venues(), label: 'Venues' },
  { to: paths.joinRequests(), label: 'Requests' },
  { to: paths.importLicenses(), label: 'License list' },
  { to: paths.districts(), label: 'Districts' },
  { to: paths.classes(), label: 'Classes' },
]

const desk: NavItem = { to: paths.desk(), label: 'Desk' }

const publicLinks: NavItem[] = [
  { to: paths.directory(), label: 'Accredited venues', document: true },
  { to: paths.standards(), label: 'Standards', document: true },
]
