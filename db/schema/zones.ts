import type { DistrictId, PersonId, VenueId, ZoneId, ZoneVersionId } from '~/domain/ids'
import {
  day,
  float,
  id,
  indexOn,
  int,
  json,
  keyOf,
  moment,
  oneOf,
  rule,
  sql,
  table,
  text,
  unique,
} from '../columns'
import { type Weekday, zoneStatuses } from '../vocabulary'
import { people } from './accounts'
import { districts } from './districts'
import { venues } from './venues'

/** A stretch of one street's curb. Its id is a UUID that stays while its points stay. */
export type ZoneSegment = {
  id: string
  street: string
  /** Where it begins and ends, and on which side, in words: "from 9th to 10th, north side". */
  between: string
  /** Two points or more along the curb, in degrees (WGS 84). */
  points: { latitude: number; longitude: number }[]
}

/**
 * Hours of some service nights, in the program's time zone. A night belongs to the evening that it
 * begins on: Thursday 21:00 to 03:00 ends on Friday. `closes` at or before `opens` is the next day.
 */
export type ZoneHours = { nights: Weekday[]; opens: string; closes: string }

/** What a version of a zone says. */
export type ZoneFacts = {
  segments: ZoneSegment[]
  hours: ZoneHours[]
  /** How long a car may stand, in minutes; null where no limit is set. */
  dwellMinutes: number | null
  /** From when cars are towed, in words; empty when they are not. */
  towing: string
  signWording: string
  /** What door staff can say to a guest. */
  doorScript: string
  amenities: string[]
  /** Ride-share companies whose apps offer the zone. */
  companies: string[]
  /** Venues this far from a segment are told, in meters. */
  reachMeters: number
}

/** A ride-share loading zone. What it says stands in its versions. */
export const zones = table(
  'zones',
  {
    id: id<ZoneId>().primaryKey(),
    slug: text().notNull(),
    districtId: id<DistrictId>()
      .notNull()
      .references(() => districts.id, { onDelete: 'restrict' }),
    /** The number of the version in force; counts up with each change, for compare-and-set. */
    version: int().notNull(),
    createdAt: moment().notNull(),
    /** The day on which the city last confirmed that it is as written. */
    confirmedOn: day(),
  },
  (t) => [unique('zones_slug', t.slug), indexOn('zones_district', t.districtId)],
)

/** A version of a zone: each change makes one. Never edited. */
export const zoneVersions = table(
  'zone_versions',
  {
    id: id<ZoneVersionId>().primaryKey(),
    zoneId: id<ZoneId>()
      .notNull()
      .references(() => zones.id, { onDelete: 'restrict' }),
    number: int().notNull(),
    name: text().notNull(),
    status: oneOf(zoneStatuses).notNull(),
    effectiveFrom: day().notNull(),
    effectiveUntil: day(),
    facts: json<ZoneFacts>().notNull(),
    /** What changed, in words for the venues; empty in the first version. */
    change: text().notNull(),
    /** The corners of all its segments and of the reach around them, so that venues near it are found by their coordinates. */
    south: float().notNull(),
    west: float().notNull(),
    north: float().notNull(),
    east: float().notNull(),
    publishedBy: id<PersonId>()
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
    publishedAt: moment().notNull(),
  },
  (t) => [
    unique('zone_versions_number', t.zoneId, t.number),
    rule(
      'zone_versions_dates',
      sql`${t.effectiveUntil} is null or ${t.effectiveUntil} >= ${t.effectiveFrom}`,
    ),
  ],
)

/** That a venue was told of a version: once for each. */
export const zoneTellings = table(
  'zone_tellings',
  {
    versionId: id<ZoneVersionId>()
      .notNull()
      .references(() => zoneVersions.id, { onDelete: 'restrict' }),
    venueId: id<VenueId>()
      .notNull()
      .references(() => venues.id, { onDelete: 'restrict' }),
    toldAt: moment().notNull(),
  },
  (t) => [keyOf(t.versionId, t.venueId), indexOn('zone_tellings_venue', t.venueId)],
)

/** "Our door staff know": a venue's acknowledgement of one version. It falls due again on the next. */
export const zoneAcknowledgements = table(
  'zone_acknowledgements',
  {
    versionId: id<ZoneVersionId>()
      .notNull()
      .references(() => zoneVersions.id, { onDelete: 'restrict' }),
    venueId: id<VenueId>()
      .notNull()
      .references(() => venues.id, { onDelete: 'restrict' }),
    personId: id<PersonId>()
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
    at: moment().notNull(),
    on: day().notNull(),
  },
  (t) => [keyOf(t.versionId, t.venueId), indexOn('zone_acknowledgements_venue', t.venueId)],
)

/** Who asked to be reminded in the afternoon before a service night, for which of their venues. */
export const zoneWishes = table(
  'zone_wishes',
  {
    personId: id<PersonId>()
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
    venueId: id<VenueId>()
      .notNull()
      .references(() => venues.id, { onDelete: 'restrict' }),
    since: moment().notNull(),
  },
  (t) => [keyOf(t.personId, t.venueId), indexOn('zone_wishes_venue', t.venueId)],
)

/** That a person was reminded of a service night: one mail a night, whatever the number of zones. */
export const zoneNightReminders = table(
  'zone_night_reminders',
  {
    personId: id<PersonId>()
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
    night: day().notNull(),
    at: moment().notNull(),
  },
  (t) => [keyOf(t.personId, t.night)],
)
