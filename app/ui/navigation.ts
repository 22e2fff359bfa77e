import { paths } from '~/paths'
import type { Role } from '~db/vocabulary'
import type { NavItem, SwitchItem } from './page-shell'

/** What the navigation needs to know of the signed-in person. */
export type SignedIn = {
  name: string
  places: { venueId: string; name: string; role: Role }[]
  roles: Role[]
  /** The districts whose status they follow. */
  follows: { slug: string; name: string }[]
}

/** The links of the bar: those of the venue that is open, or those of the person's role. */
export function navigationFor(
  { places, roles, follows }: SignedIn,
  pathname: string,
  openVenueId: string | undefined,
): { home: NavItem | undefined; items: NavItem[] } {
  const venue =
    places.find(({ venueId }) => venueId === openVenueId) ??
    (roles.length === 0 && places.length === 1 ? places[0] : undefined)
  if (venue && !pathname.startsWith('/liaison') && !pathname.startsWith('/coordinator')) {
    return { home: undefined, items: venueLinks(venue.venueId) }
  }
  const district =
    follows.find(({ slug }) => pathname === paths.districtStatus(slug)) ??
    (follows.length === 1 && !isProgramStaff(roles) ? follows[0] : undefined)
  if (district) return { home: undefined, items: districtLinks(district.slug) }
  const items = [
    ...(roles.includes('coordinator') ? coordinatorLinks : []),
    ...(roles.includes('liaison') || roles.includes('coordinator') ? [desk] : []),
    // A coordinator has links enough for one line; these two stand in the footer and the venue list.
    ...(roles.includes('coordinator') ? [] : publicLinks),
  ]
  return { home: undefined, items }
}

/** All that somebody can switch between in one tap, the open one marked; nothing where there is one. */
export function placesToSwitch(
  { places, roles, follows }: SignedIn,
  pathname: string,
  openVenueId: string | undefined,
): SwitchItem[] {
  const all: SwitchItem[] = [
    ...places.map(({ venueId, name }) => ({
      to: paths.venue(venueId),
      label: name,
      current: venueId === openVenueId,
    })),
    ...(roles.includes('coordinator')
      ? [placeAt(paths.coordinator(), 'The whole program', pathname)]
      : []),
    ...(roles.includes('liaison') ? [placeAt(paths.desk(), 'Your desk', pathname)] : []),
    ...follows.map(({ slug, name }) => placeAt(paths.districtStatus(slug), name, pathname)),
  ]
  // Owner and manager of one venue is one place to go.
  const once = all.filter(({ to }, index) => all.findIndex((each) => each.to === to) === index)
  return once.length > 1 ? once : []
}

function placeAt(to: string, label: string, pathname: string): SwitchItem {
  return { to, label, current: pathname === to || pathname.startsWith(`${to}/`) }
}

function venueLinks(venueId: string): NavItem[] {
  return [
    { to: paths.venue(venueId), label: 'Home' },
    {
      to: paths.application(venueId),
      label: 'Task list',
      holds: [
        paths.venueStandard(venueId, ''),
        paths.selfCheck(venueId),
        paths.ruler(venueId),
        paths.standardsChanges(venueId),
        paths.share(venueId),
      ],
    },
    { to: paths.policies(venueId), label: 'Policies', holds: [paths.reading(venueId)] },
    { to: paths.team(venueId), label: 'Team and training' },
    { to: paths.venueZones(venueId), label: 'Zones' },
    { to: paths.venuePeople(venueId), label: 'Access' },
    { to: paths.venueCertificate(venueId), label: 'Certificate' },
  ]
}

function districtLinks(slug: string): NavItem[] {
  return [
    { to: paths.districtStatus(slug), label: 'Status' },
    { to: paths.directory({ district: slug }), label: 'Accredited venues', document: true },
    { to: paths.zones(), label: 'Zones', document: true },
    { to: paths.standards(), label: 'Standards', document: true },
  ]
}

function isProgramStaff(roles: Role[]): boolean {
  return roles.includes('coordinator') || roles.includes('liaison')
}

const coordinatorLinks: NavItem[] = [
  { to: paths.coordinator(), label: 'Program' },
  { to: paths.venues(), label: 'Venues', holds: [paths.invitationLetter('')] },
  { to: paths.joinRequests(), label: 'Requests' },
  {
    to: paths.importLicenses(),
    label: 'License list',
    holds: [paths.licenseImport(''), paths.vanishedLicenses()],
  },
  { to: paths.districts(), label: 'Districts' },
  { to: paths.coordinatorZones(), label: 'Zones' },
  { to: paths.classes(), label: 'Classes' },
  { to: paths.programPeople(), label: 'People' },
]

const desk: NavItem = { to: paths.desk(), label: 'Desk' }

const publicLinks: NavItem[] = [
  { to: paths.directory(), label: 'Accredited venues', document: true },
  { to: paths.standards(), label: 'Standards', document: true },
]
