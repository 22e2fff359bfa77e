import type { EvidenceKind, Role, StaffPosition, Stance, StandardArea, Tier } from '~db/vocabulary'
import { listOf } from './format'

export const areaNames: Record<StandardArea, string> = {
  service: 'Service',
  guest_care: 'Guest care',
  safe_operation: 'Safe operation',
  home: 'Home and neighbors',
  people: 'People',
}

export const tierNames: Record<Tier, string> = { essential: 'Essential', enhanced: 'Enhanced' }

export const roleNames: Record<Role, string> = {
  owner: 'Owner',
  manager: 'Manager',
  helper: 'Helper',
  liaison: 'Liaison',
  coordinator: 'Coordinator',
  partner: 'Partner reviewer',
  district_viewer: 'District viewer',
}

export const positionNames: Record<StaffPosition, string> = {
  owner: 'Owner',
  manager: 'Manager',
  bartender: 'Bartender',
  barback: 'Barback',
  server: 'Server',
  host: 'Host',
  door: 'Door',
  security: 'Security',
  kitchen: 'Kitchen',
  other: 'Other',
}

export const evidenceNames: Record<EvidenceKind, string> = {
  policy: 'Policy',
  training: 'Training',
  attestation: 'Statement',
  photo: 'Photo',
  blank_form: 'Blank form',
  acknowledgement: 'Acknowledgment',
  count: 'Head count',
  contact: 'Named contact',
  conversation: 'Conversation',
  register_check: 'Register check',
}

export const stanceNames: Record<Stance, string> = {
  with_evidence: 'We show it with the evidence below',
  not_applicable: 'Not applicable to us, because…',
  another_way: 'We do this another way',
  with_counsel: 'Our counsel or insurer is reviewing it',
}

/** A stance before the words that go with it: "We do this another way:". */
export function stanceOpens(stance: Stance): string {
  return `${stanceNames[stance].replace('…', '')}:`
}

/** "Sgt. Dana Reyes": a person as they are addressed. */
export function addressed({ name, title }: { name: string; title: string | null }): string {
  return title ? `${title} ${name}` : name
}

/** "Owner, The Lantern Room": what somebody is to the program, and where. */
export function placeWords(place: { role: Role; venue: string | null; district: string | null }) {
  const where = place.venue ?? place.district
  return where ? `${roleNames[place.role]}, ${where}` : roleNames[place.role]
}

/** "Owner, Anchor & Oak and Foghorn Hall; Coordinator": each role once, with all of its places. */
export function placesWords(places: readonly Parameters<typeof placeWords>[0][]): string {
  const roles = [...new Set(places.map(({ role }) => role))]
  const wheres = (role: Role) =>
    places.flatMap((place) => (place.role === role ? (place.venue ?? place.district ?? []) : []))
  return roles
    .map((role) => [roleNames[role], listOf(wheres(role))].filter(Boolean).join(', '))
    .join('; ')
}
