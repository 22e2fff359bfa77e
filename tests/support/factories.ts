import { actorOf } from '~/domain/accounts/actor.server'
import type { Context } from '~/domain/context'
import { type DistrictId, newId, type PersonId, type VenueId } from '~/domain/ids'
import { layDownProgram } from '~/domain/standards/lay-down-program.server'
import type { Database } from '~db/open.server'
import { districts, memberships, people, reviewerAgreements, venues } from '~db/schema'
import type { VenueProfile } from '~db/schema/venues'
import type { Factor, PartnerField, Role } from '~db/vocabulary'

/** The moment of most tests: a Sunday evening in Washington, DC. */
export const testNow = new Date('2026-11-22T23:00:00Z')

let made = 0
const next = () => {
  made += 1
  return made
}

/** Gives the database its program and standard set, from the pack. */
export async function aProgram(db: Database, timeZone = 'America/New_York'): Promise<void> {
  await layDownProgram(db, testNow, timeZone)
}

export async function aPerson(
  db: Database,
  facts: { name?: string; email?: string; title?: string } = {},
): Promise<PersonId> {
  const id = newId('per')
  const number = next()
  await db.transaction((tx) =>
    tx.insert(people).values({
      id,
      email: facts.email ?? `person-${number}@example.com`,
      name: facts.name ?? `Person ${number}`,
      title: facts.title ?? null,
      createdAt: testNow,
      emailConfirmedAt: testNow,
    }),
  )
  return id
}

export async function aDistrict(db: Database, name = `District ${next()}`): Promise<DistrictId> {
  const id = newId('dis')
  const slug = name.toLowerCase().replace(/[^a-z0-9]+/g, '-')
  await db.transaction((tx) => tx.insert(districts).values({ id, slug, name, createdAt: testNow }))
  return id
}

type VenueFacts = {
  name?: string
  districtId?: DistrictId | null
  profile?: VenueProfile
  madeUp?: boolean
  phone?: string | null
  latitude?: number | null
  longitude?: number | null
}

export async function aVenue(db: Database, facts: VenueFacts = {}): Promise<VenueId> {
  const id = newId('ven')
  const number = next()
  await db.transaction((tx) =>
    tx.insert(venues).values({
      id,
      slug: `venue-${number}`,
      name: facts.name ?? `Venue ${number}`,
      address: `${number} Harbor Street`,
      districtId: facts.districtId ?? null,
      phone: facts.phone ?? null,
      latitude: facts.latitude ?? null,
      longitude: facts.longitude ?? null,
      source: 'license_list',
      profile: facts.profile ?? { securityStaff: null },
      madeUp: facts.madeUp ?? false,
      createdAt: testNow,
    }),
  )
  return id
}

type Place = {
  venueId?: VenueId
  districtId?: DistrictId
  field?: PartnerField
  confirmed?: boolean
}

export async function aMembership(
  db: Database,
  personId: PersonId,
  role: Role,
  { venueId, districtId, field, confirmed = true }: Place = {},
): Promise<void> {
  await db.transaction((tx) =>
    tx.insert(memberships).values({
      id: newId('mem'),
      personId,
      role,
      venueId: venueId ?? null,
      districtId: districtId ?? null,
      field: field ?? null,
      createdAt: testNow,
      confirmedAt: confirmed ? testNow : null,
    }),
  )
}

type VenuePlace = { role?: 'owner' | 'manager' | 'helper'; confirmed?: boolean; name?: string }

/** An owner of a venue, or a manager or helper where the role says so. */
export async function anOwner(
  db: Database,
  venueId: VenueId,
  { role = 'owner', confirmed = true, name }: VenuePlace = {},
): Promise<PersonId> {
  const personId = await aPerson(db, name ? { name } : {})
  await aMembership(db, personId, role, { venueId, confirmed })
  return personId
}

export async function aLiaison(db: Database, districtId: DistrictId): Promise<PersonId> {
  const personId = await aPerson(db, { title: 'Sgt.' })
  await anAgreement(db, personId)
  await aMembership(db, personId, 'liaison', { districtId })
  return personId
}

/** The reviewer agreement, accepted so late that it holds whatever the clock of a test says. */
export async function anAgreement(db: Database, personId: PersonId): Promise<void> {
  const acceptedAt = new Date('2099-01-01T00:00:00Z')
  await db.transaction((tx) => tx.insert(reviewerAgreements).values({ personId, acceptedAt }))
}

export async function aCoordinator(db: Database): Promise<PersonId> {
  const personId = await aPerson(db)
  await anAgreement(db, personId)
  await aMembership(db, personId, 'coordinator')
  return personId
}

/** What a deed by this person is given. Staff have both of their factors unless told otherwise. */
export async function contextFor(
  db: Database,
  personId: PersonId,
  now = testNow,
  factors: Factor[] = ['email_code', 'password', 'totp'],
): Promise<Context> {
  const actor = await actorOf(db, personId, factors, now, now)
  if (!actor) throw new Error(`There is no person ${personId}.`)
  const nowhere = { requestId: null, sessionId: null, address: null, device: null }
  const origin = { ...nowhere, submission: null }
  return { db, actor, now, origin }
}

/** The same person at another moment, having just proved who they are. */
export function atMoment(ctx: Context, now: Date): Context {
  return { ...ctx, now, actor: { ...ctx.actor, provedAt: now } }
}
