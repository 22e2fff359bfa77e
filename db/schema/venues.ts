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
  moment,
  oneOf,
  sql,
  table,
  text,
  unique,
  uniqueWhere,
} from '../columns'
import { confirmWays, importStates, joinStates, venueSources } from '../vocabulary'
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
  },
  (t) => [
    unique('venues_slug', t.slug),
    indexOn('venues_name', t.name, t.id),
    indexOn('venues_district', t.districtId, t.name, t.id),
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
  /** Licenses that were on the list before and are not on this one; absent in older reports. */
  vanished?: number
}

/** What an import changed, so that it can be taken back: fields as they stood before. */
export type LicenseImportChanges = {
  changed: {
    license: string
    listing: {
      name: string
      address: string
      neighborhood: string | null
      firstYear: number | null
      digest: string
      importId: ImportId
      listedOn: Day
    }
    venue: {
      id: VenueId
      name: string
      address: string
      neighborhood: string | null
      districtId: DistrictId | null
      longitude: number | null
      latitude: number | null
    }
  }[]
  /** Licenses that this list no longer had, and those that it had again, with the day they vanished. */
  vanished: string[]
  returned: { license: string; vanishedOn: Day }[]
}

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
  changes: json<LicenseImportChanges>(),
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
  },
  (t) => [
    // A venue holds several licenses once two venues were found to be one.
    indexOn('license_listings_venue_licenses', t.venueId),
    indexOn('license_listings_import', t.importId),
    indexOn('license_listings_added', t.addedById),
    indexOn('license_listings_vanished', t.vanishedOn),
  ],
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
