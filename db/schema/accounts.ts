import type {
  DistrictId,
  MembershipId,
  PersonId,
  PlaceInvitationId,
  SessionId,
  StandardSetId,
  VenueId,
} from '~/domain/ids'
import type { ProgramSettings } from '~/domain/standards/program-settings'
import {
  bool,
  day,
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
import {
  challengePurposes,
  type Factor,
  handOverWays,
  locales,
  partnerFields,
  roles,
} from '../vocabulary'
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
    /** Set where it ended for a leave: a coordinator can give it back until somebody did. */
    awayUntil: day(),
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
    /** Made for somebody who lost their way in, and not for somebody new. */
    recovery: bool().notNull().default(false),
    /** Who made it; null for the command line. */
    madeBy: id<PersonId>().references(() => people.id, { onDelete: 'restrict' }),
    /** A keyed hash of the word that is told in person or by phone; null for the command line. */
    spokenHash: text(),
    spokenTriesLeft: int().notNull().default(5),
    withdrawnAt: moment(),
  },
  (t) => [indexOn('staff_setups_person', t.personId)],
)

/** A passkey (WebAuthn Level 3): the public half of a key that never leaves its owner's device. */
export const passkeys = table(
  'passkeys',
  {
    /** The credential's id, base64url. */
    id: text().primaryKey(),
    personId: id<PersonId>()
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
    /** COSE, base64url. */
    publicKey: text().notNull(),
    counter: int().notNull(),
    transports: json<string[]>().notNull(),
    /** Synced between the owner's devices, as its authenticator said. */
    backedUp: bool().notNull(),
    /** As its owner calls it: "My phone". */
    label: text().notNull(),
    createdAt: moment().notNull(),
    lastUsedAt: moment(),
  },
  (t) => [indexOn('passkeys_person', t.personId)],
)

/** A random challenge for one ceremony with a passkey: it belongs to a browser, and is answered once. */
export const passkeyChallenges = table(
  'passkey_challenges',
  {
    challenge: text().primaryKey(),
    browserHash: text().notNull(),
    purpose: oneOf(challengePurposes).notNull(),
    /** Null when somebody signs in: the passkey says who they are. */
    personId: id<PersonId>().references(() => people.id, { onDelete: 'restrict' }),
    createdAt: moment().notNull(),
    expiresAt: moment().notNull(),
    usedAt: moment(),
  },
  (t) => [indexOn('passkey_challenges_expiry', t.expiresAt)],
)

/** Ten codes on paper that stand in for a lost device, each once. A keyed hash of each is kept. */
export const recoveryCodes = table(
  'recovery_codes',
  {
    codeHash: text().primaryKey(),
    personId: id<PersonId>()
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
    createdAt: moment().notNull(),
    usedAt: moment(),
  },
  (t) => [indexOn('recovery_codes_person', t.personId)],
)

/** A browser in which an account has signed in before: a stranger's failures elsewhere do not lock it. */
export const knownBrowsers = table(
  'known_browsers',
  {
    personId: id<PersonId>()
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
    browserHash: text().notNull(),
    createdAt: moment().notNull(),
    lastSeenAt: moment().notNull(),
  },
  (t) => [keyOf(t.personId, t.browserHash)],
)

/** A staff account whose password sign-in is locked for browsers that it has not used before. */
export const signInLocks = table('sign_in_locks', {
  personId: id<PersonId>()
    .primaryKey()
    .references(() => people.id, { onDelete: 'restrict' }),
  lockedAt: moment().notNull(),
})

/** How often something was done of late, by a keyed hash of who and what. */
export const rateLimits = table(
  'rate_limits',
  {
    key: text().primaryKey(),
    points: int().notNull(),
    expiresAt: moment(),
  },
  (t) => [indexOn('rate_limits_expiry', t.expiresAt)],
)

/** An invitation by email to be something to the program: one role at a venue, in districts, of a field. */
export const placeInvitations = table(
  'place_invitations',
  {
    id: id<PlaceInvitationId>().primaryKey(),
    /** SHA-256 of the link's token; a new link replaces it. */
    tokenHash: text().notNull(),
    email: text().notNull(),
    name: text().notNull(),
    title: text(),
    role: oneOf(roles).notNull(),
    venueId: id<VenueId>().references(() => venues.id, { onDelete: 'restrict' }),
    districtId: id<DistrictId>().references(() => districts.id, { onDelete: 'restrict' }),
    /** The districts beside that one, where somebody is invited to several at once. */
    moreDistricts: json<DistrictId[]>(),
    field: oneOf(partnerFields),
    /** Set where an owner hands the venue over: what they do once it is accepted. */
    handOver: oneOf(handOverWays),
    invitedBy: id<PersonId>()
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
    createdAt: moment().notNull(),
    /** When its newest link was mailed. */
    sentAt: moment().notNull(),
    expiresAt: moment().notNull(),
    /** A keyed hash of the word that staff are told in person or by phone; null for a venue's people. */
    spokenHash: text(),
    spokenTriesLeft: int().notNull().default(5),
    acceptedAt: moment(),
    acceptedBy: id<PersonId>().references(() => people.id, { onDelete: 'restrict' }),
    withdrawnAt: moment(),
  },
  (t) => [
    unique('place_invitations_token', t.tokenHash),
    indexOn('place_invitations_venue', t.venueId, t.createdAt),
    indexOn('place_invitations_email', t.email),
  ],
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
    /** When its person last proved who they are; null: when it began. */
    provedAt: moment(),
    /** "Firefox on Android", for the list of one's own sessions. */
    device: text(),
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
