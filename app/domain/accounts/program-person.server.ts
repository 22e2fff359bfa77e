import { and, asc, desc, eq, gt, inArray, isNotNull, isNull } from 'drizzle-orm'
import type { Reader, Tx } from '~db/open.server'
import { applications, memberships, people, staffSetups, venues } from '~db/schema'
import { openStates, venueRoles } from '~db/vocabulary'
import type { Actor, Context, Reading } from '../context'
import { Conflict, NotFound, NotPermitted } from '../errors'
import type { DistrictId, MembershipId, PersonId } from '../ids'
import { permit } from '../permissions/permission'
import { canLookAfterPeople, keepsACoordinator } from '../permissions/staff'
import { actorOf } from './actor.server'
import { personsOf, placeRows, signInsOf } from './program-people.server'
import { type ProgramPlace, placesAs } from './program-places'
import { coordinatorsOf } from './queries.server'

/** One person of the program, for coordinators. Somebody who is nothing to it is absent. */
export async function programPersonFor(db: Reader, actor: Actor, personId: PersonId) {
  permit(canLookAfterPeople(actor))
  const [person] = personsOf(await placeRows(db, personId))
  if (!person) throw new NotFound()
  return person
}

/** The same with how their sign-in stands, an open link to set it up, and the venues that they belong to. */
export async function programPersonPage({ db, actor, now }: Reading, personId: PersonId) {
  const person = await programPersonFor(db, actor, personId)
  const signIns = await signInsOf(db, [personId])
  const [link] = await db
    .select({ expiresAt: staffSetups.expiresAt, recovery: staffSetups.recovery })
    .from(staffSetups)
    .where(
      and(
        eq(staffSetups.personId, personId),
        isNull(staffSetups.usedAt),
        isNull(staffSetups.withdrawnAt),
        gt(staffSetups.expiresAt, now),
      ),
    )
    .orderBy(desc(staffSetups.createdAt))
  const atVenues = await db
    .select({ role: memberships.role, venue: venues.name })
    .from(memberships)
    .innerJoin(venues, eq(venues.id, memberships.venueId))
    .where(and(eq(memberships.personId, personId), isNull(memberships.endedAt)))
    .orderBy(asc(venues.name))
  return {
    ...person,
    signIn: signIns(personId),
    link: link ?? null,
    atVenues,
    answers: await answersNow(db, personId),
  }
}

/** What a verb works on: the person as they stand inside the transaction, and an actor who still coordinates. */
export async function personToChange(tx: Tx, { actor }: Context, personId: PersonId) {
  const self = await actorOf(tx, actor.person.id, actor.factors, actor.provedAt)
  if (!self) throw new NotPermitted('You are not in the program any more.')
  const person = await programPersonFor(tx, self, personId)
  const [row] = await tx.select().from(people).where(eq(people.id, personId))
  if (!row) throw new NotFound()
  return { ...person, locale: row.locale }
}

export type PersonToChange = Awaited<ReturnType<typeof personToChange>>

export function placeOf({ places }: { places: ProgramPlace[] }, id: MembershipId): ProgramPlace {
  const place = places.find((each) => each.id === id)
  if (!place) throw new NotFound()
  return place
}

/** Ends places that are held now; a place that ended a moment ago is a conflict. */
export async function endPlaces(
  tx: Tx,
  person: PersonToChange,
  ended: readonly ProgramPlace[],
  now: Date,
): Promise<void> {
  if (placesAs('coordinator', ended).length > 0) {
    const coordinators = (await coordinatorsOf(tx)).map(({ id }) => id)
    permit(keepsACoordinator(coordinators, person.id))
  }
  const ids = ended.map(({ id }) => id)
  const done = await tx
    .update(memberships)
    .set({ endedAt: now })
    .where(and(inArray(memberships.id, ids), isNull(memberships.endedAt)))
    .returning({ id: memberships.id })
  if (done.length !== ids.length) throw new Conflict('This place was ended a moment ago.')
}

/** The states in which a venue has, or will have, something to hear from its liaison. */
export const unfinished = [...openStates, 'paused'] as const

/** How many open applications this liaison answers, in each of their districts. */
export async function answersNow(db: Reader, personId: PersonId): Promise<Map<DistrictId, number>> {
  const rows = await db
    .select({ districtId: venues.districtId })
    .from(applications)
    .innerJoin(venues, eq(venues.id, applications.venueId))
    .where(
      and(
        eq(applications.liaisonId, personId),
        inArray(applications.state, unfinished),
        isNotNull(venues.districtId),
      ),
    )
  const found = new Map<DistrictId, number>()
  for (const { districtId } of rows) {
    if (districtId) found.set(districtId, (found.get(districtId) ?? 0) + 1)
  }
  return found
}

/** No venue is left waiting for somebody who cannot read it any more: a colleague takes over first. */
export async function refuseWhileAnswering(
  tx: Tx,
  personId: PersonId,
  ended: readonly ProgramPlace[],
): Promise<void> {
  const answers = await answersNow(tx, personId)
  const waits = placesAs('liaison', ended).some(
    ({ districtId }) => districtId && answers.has(districtId),
  )
  if (waits) {
    throw new Conflict(
      'Venues there wait for an answer from this liaison. Hand their venues to a colleague first: choose “Hand over” on their page.',
    )
  }
}

/** Whether they belong to a venue, whatever becomes of their places in the program. */
export async function isOfVenue(db: Reader, personId: PersonId): Promise<boolean> {
  const held = await db.$count(
    memberships,
    and(
      eq(memberships.personId, personId),
      inArray(memberships.role, venueRoles),
      isNull(memberships.endedAt),
    ),
  )
  return held > 0
}
