import type { Day } from '~/domain/dates'
import type {
  DistrictId,
  ImportId,
  InvitationId,
  JoinRequestId,
  MembershipId,
  PersonId,
  VenueId,
} from '~/domain/ids'
import {
  type AnyColumn,
  bool,
  day,
  float,
  id,
  indexOn,
  int,
  json,
  keyOf,
  moment,
  oneOf,
  sql,
  table,
  text,
  unique,
  uniqueWhere,
} from '../columns'
import {
  confirmWays,
  importStates,
  joinStates,
  licenseChangeKinds,
  venueSources,
} from '../vocabulary'
import { people } from './accounts'
import { districts } from './districts'

/** What the venue says of itself, so that it is asked only what concerns it. */
export type VenueProfile = {
  securityStaff: boolean | null
}

export const venues = table(
  'venues',
  {
    id: id<VenueId>().primaryKey(),
    slug: text().notNull(),
    name: text().notNull(),
    address: text().notNull(),
    neighborhood: text(),
    districtId: id<DistrictId>().references(() => districts.id, { onDelete: 'restrict' }),
    longitude: float(),
    latitude: float(),
    /** The phone number that the public can find, with which a coordinator confirms who belongs to the venue. */
    phone: text(),
    source: oneOf(venueSources).notNull(),
    profile: json<VenueProfile>().notNull(),
    createdAt: moment().notNull(),
    /** Made up for the demo: never a real business. */
    madeUp: bool().notNull().default(false),
    /** The venue that this one turned out to be. A merged venue is in no list, and its address leads on. */
    mergedIntoId: id<VenueId>().references((): AnyColumn => venues.id, { onDelete: 'restrict' }),
    mergedAt: moment(),
    /** Whether the program is told when the venue has read a letter; the venue can turn it off. */
    tellsWhenRead: bool().notNull().default(true),
  },
  (t) => [
    unique('venues_slug', t.slug),
    indexOn('venues_name', t.name, t.id),
    indexOn('venues_district', t.districtId, t.name, t.id),
    indexOn('venues_merged', t.mergedIntoId),
  ],
)

export type LicenseImportReport = {
  rows: number
  venues: number
  added: number
  changed: number
  unchanged: number
  repeatedRows: number
  repeatedHeaders: number
  problems: { row: number; column: string; why: string }[]
  /** Says which columns were left out because they hold private facts. */
  leftOut?: string
  /** Licenses that were on the list before and are not on this one; absent in older reports, which cannot be taken back. */
  vanished?: number
  /** Somebody said that the list is a part, so what it lacks was left as it was. */
  part?: boolean
  /** Vanished licenses that are on the list again. */
  returned?: number
  /** Licenses that were on the list before, so that a part of a list is noticed. */
  known?: number
  /** The first hundred of each, by name. */
  changedVenues?: ChangedVenue[]
  vanishedVenues?: VanishedVenue[]
  proposals?: MergeProposal[]
}

/** A field of a venue that a license list fills. */
export type VenueField = 'name' | 'address' | 'neighborhood' | 'district' | 'place'
export type ChangedVenue = {
  license: string
  venueId: VenueId
  name: string
  /** What the list changes. `place` is a point on the map, and a district its name. */
  fields: { field: VenueField; before: string | null; after: string | null }[]
  /** What the list says otherwise and people of the program edited, so it stays. */
  kept: { field: VenueField; ours: string | null; listed: string | null }[]
}

export type VanishedVenue = {
  license: string
  venueId: VenueId
  name: string
  address: string
  people: boolean
  certificate: boolean
}

/** A new license at the door of a venue that the program knows: perhaps the same one. */
export type MergeProposal = {
  license: string
  name: string
  address: string
  known: { venueId: VenueId; name: string; address: string }
  why: MergeReason
}
export type MergeReason = 'address' | 'name_nearby' | 'address_and_name'

/** One upload of a license list: previewed first, then done; the uploaded file is kept by its digest. */
export const licenseImports = table('license_imports', {
  id: id<ImportId>().primaryKey(),
  fileName: text().notNull(),
  fileKey: text().notNull(),
  fileDigest: text().notNull(),
  state: oneOf(importStates).notNull(),
  report: json<LicenseImportReport>().notNull(),
  createdBy: id<PersonId>().references(() => people.id, { onDelete: 'restrict' }),
  createdAt: moment().notNull(),
  doneAt: moment(),
  undoneAt: moment(),
  undoneBy: id<PersonId>().references(() => people.id, { onDelete: 'restrict' }),
})

/** A row of the license list as it was last read, beside the venue that it became. */
export const licenseListings = table(
  'license_listings',
  {
    license: text().primaryKey(),
    venueId: id<VenueId>()
      .notNull()
      .references(() => venues.id, { onDelete: 'restrict' }),
    name: text().notNull(),
    address: text().notNull(),
    neighborhood: text(),
    longitude: float(),
    latitude: float(),
    firstYear: int(),
    digest: text().notNull(),
    importId: id<ImportId>()
      .notNull()
      .references(() => licenseImports.id, { onDelete: 'restrict' }),
    listedOn: day().notNull(),
    /** The import that brought it first, so that this import can be taken back. */
    addedById: id<ImportId>().references(() => licenseImports.id, { onDelete: 'restrict' }),
    /** Since when the newest list no longer has it; null while it has. */
    vanishedOn: day(),
    /** The venue that it was laid down with, once a merge has moved it to another. */
    movedFromId: id<VenueId>(),
  },
  (t) => [
    // A venue holds several licenses once two venues were found to be one.
    indexOn('license_listings_venue_licenses', t.venueId),
    indexOn('license_listings_import', t.importId),
    indexOn('license_listings_added', t.addedById),
    indexOn('license_listings_vanished', t.vanishedOn),
  ],
)

/** A listing and its venue as an import found them, field by field, so that it can be taken back. */
export type ListingBefore = {
  name: string
  address: string
  neighborhood: string | null
  longitude: number | null
  latitude: number | null
  firstYear: number | null
  digest: string
  importId: ImportId
  listedOn: Day
}
export type VenueFieldsBefore = Partial<
  Record<
    'name' | 'address' | 'neighborhood' | 'districtId' | 'longitude' | 'latitude',
    [before: string | number | null, after: string | number | null]
  >
>

/** What an import did to a listing that was there already. */
export const licenseChanges = table(
  'license_changes',
  {
    importId: id<ImportId>()
      .notNull()
      .references(() => licenseImports.id, { onDelete: 'restrict' }),
    kind: oneOf(licenseChangeKinds).notNull(),
    license: text().notNull(),
    /** The venue that the fields were of; it may have been merged since. */
    venueId: id<VenueId>().notNull(),
    listing: json<ListingBefore>(),
    fields: json<VenueFieldsBefore>(),
    /** Since when it had been missing, of a license that came back. */
    vanishedOn: day(),
  },
  (t) => [keyOf(t.importId, t.kind, t.license)],
)

/** An invitation to a venue: a letter and an email with a claim code that works once. */
export const invitations = table(
  'invitations',
  {
    id: id<InvitationId>().primaryKey(),
    venueId: id<VenueId>()
      .notNull()
      .references(() => venues.id, { onDelete: 'restrict' }),
    email: text(),
    codeHash: text().notNull(),
    /** The code again, sealed, so that the letter can be printed once more while it is open. */
    codeSealed: text().notNull(),
    createdBy: id<PersonId>()
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
    createdAt: moment().notNull(),
    expiresAt: moment().notNull(),
    usedAt: moment(),
    usedBy: id<PersonId>().references(() => people.id, { onDelete: 'restrict' }),
    /** Set when a newer code replaces this one, or the coordinator takes it back. */
    withdrawnAt: moment(),
  },
  (t) => [
    unique('invitations_code', t.codeHash),
    indexOn('invitations_venue', t.venueId, t.createdAt),
    uniqueWhere(
      'invitations_one_open',
      sql`${t.usedAt} is null and ${t.withdrawnAt} is null`,
      t.venueId,
    ),
  ],
)

/** An owner who got no letter asks to join; a coordinator confirms them by the public phone or a mailed code. */
export const joinRequests = table(
  'join_requests',
  {
    id: id<JoinRequestId>().primaryKey(),
    venueId: id<VenueId>()
      .notNull()
      .references(() => venues.id, { onDelete: 'restrict' }),
    personId: id<PersonId>()
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
    membershipId: id<MembershipId>().notNull(),
    state: oneOf(joinStates).notNull(),
    words: text(),
    /** SHA-256 of the code in the mailed letter, when that way was chosen. */
    codeHash: text(),
    codeSealed: text(),
    confirmedHow: oneOf(confirmWays),
    decidedBy: id<PersonId>().references(() => people.id, { onDelete: 'restrict' }),
    decidedAt: moment(),
    /** Why it was set aside, in words fit to read by the person who asked. */
    reason: text(),
    createdAt: moment().notNull(),
  },
  (t) => [
    indexOn('join_requests_state', t.state, t.createdAt),
    indexOn('join_requests_venue', t.venueId, t.createdAt),
    uniqueWhere('join_requests_one_waiting', sql`${t.state} = 'waiting'`, t.venueId, t.personId),
  ],
)
