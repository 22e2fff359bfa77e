import type {
  DistrictId,
  MembershipId,
  PersonId,
  SessionId,
  StandardSetId,
  VenueId,
} from '~/domain/ids'
import type { ProgramSettings } from '~/domain/standards/program-settings'
import { id, indexOn, int, json, moment, oneOf, rule, sql, table, text, unique } from '../columns'
import { type Factor, locales, partnerFields, roles } from '../vocabulary'
import { districts } from './districts'
import { venues } from './venues'

export const people = table(
  'people',
  {
    id: id<PersonId>().primaryKey(),
    /** Lower case; the address that codes are sent to. */
    email: text().notNull(),
    name: text().notNull(),
    /** As staff are addressed, "Sgt."; null for everybody else. */
    title: text(),
    phone: text(),
    locale: oneOf(locales).notNull().default('en'),
    createdAt: moment().notNull(),
    emailConfirmedAt: moment(),
    removedAt: moment(),
  },
  (t) => [
    unique('people_email', t.email),
    rule('people_email_lower', sql`${t.email} = lower(${t.email})`),
  ],
)

/** What a person may be to the program: one row for each venue, district or field. A person can hold several. */
export const memberships = table(
  'memberships',
  {
    id: id<MembershipId>().primaryKey(),
    personId: id<PersonId>()
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
    role: oneOf(roles).notNull(),
    venueId: id<VenueId>().references(() => venues.id, {
      onDelete: 'restrict',
    }),
    districtId: id<DistrictId>().references(() => districts.id, {
      onDelete: 'restrict',
    }),
    field: oneOf(partnerFields),
    createdAt: moment().notNull(),
    /** Null while a person who asked to join is not yet known to belong to the venue. */
    confirmedAt: moment(),
    endedAt: moment(),
  },
  (t) => [
    indexOn('memberships_person', t.personId),
    indexOn('memberships_venue', t.venueId),
    indexOn('memberships_district', t.districtId),
    indexOn('memberships_role', t.role, t.districtId),
    rule(
      'memberships_subject',
      sql`case when ${t.role} in ('owner', 'manager', 'helper') then ${t.venueId} is not null and ${t.districtId} is null and ${t.field} is null when ${t.role} in ('liaison', 'district_viewer') then ${t.districtId} is not null and ${t.venueId} is null and ${t.field} is null when ${t.role} = 'partner' then ${t.field} is not null and ${t.venueId} is null else ${t.venueId} is null and ${t.districtId} is null and ${t.field} is null end`,
    ),
  ],
)

/** How staff prove who they are: a password (scrypt) and a time-based code, whose secret is sealed. */
export const credentials = table('credentials', {
  personId: id<PersonId>()
    .primaryKey()
    .references(() => people.id, { onDelete: 'restrict' }),
  passwordHash: text().notNull(),
  totpSecretSealed: text().notNull(),
  /** The last time step that was used, so that a code works once. */
  totpLastStep: int().notNull().default(0),
  setAt: moment().notNull(),
})

/** A one-time link with which a member of staff sets a password and a time-based code. */
export const staffSetups = table(
  'staff_setups',
  {
    tokenHash: text().primaryKey(),
    personId: id<PersonId>()
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
    totpSecretSealed: text().notNull(),
    createdAt: moment().notNull(),
    expiresAt: moment().notNull(),
    usedAt: moment(),
  },
  (t) => [indexOn('staff_setups_person', t.personId)],
)

export const sessions = table(
  'sessions',
  {
    id: id<SessionId>().primaryKey(),
    /** SHA-256 of the cookie's random token. */
    tokenHash: text().notNull(),
    personId: id<PersonId>()
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
    factors: json<Factor[]>().notNull(),
    createdAt: moment().notNull(),
    lastSeenAt: moment().notNull(),
    expiresAt: moment().notNull(),
    endedAt: moment(),
  },
  (t) => [unique('sessions_token', t.tokenHash), indexOn('sessions_person', t.personId)],
)

/** A typed code sent by email. It belongs to the browser that asked. */
export const signInCodes = table(
  'sign_in_codes',
  {
    id: text().primaryKey(),
    browserHash: text().notNull(),
    email: text().notNull(),
    /** Null when the address is not known: the answer is the same, and no mail goes out. */
    personId: id<PersonId>().references(() => people.id, { onDelete: 'restrict' }),
    codeHash: text().notNull(),
    triesLeft: int().notNull(),
    createdAt: moment().notNull(),
    expiresAt: moment().notNull(),
    usedAt: moment(),
  },
  (t) => [
    indexOn('sign_in_codes_browser', t.browserHash),
    rule('sign_in_codes_tries', sql`${t.triesLeft} >= 0`),
  ],
)

/** Two submits are one submission: what the first one answered, kept in its own transaction. */
export const submissions = table('submissions', {
  id: text().primaryKey(),
  personId: id<PersonId>(),
  result: json<unknown>(),
  createdAt: moment().notNull(),
})

/** The one row of the program itself. `demoSeededAt` marks a database whose people and venues are made up. */
export const program = table(
  'program',
  {
    id: int().primaryKey(),
    settings: json<ProgramSettings>().notNull(),
    /** IANA name, such as "America/New_York". */
    timeZone: text().notNull(),
    standardSetId: id<StandardSetId>().notNull(),
    demoSeededAt: moment(),
  },
  (t) => [rule('program_one_row', sql`${t.id} = 1`)],
)
