import { and, eq, inArray } from 'drizzle-orm'
import { addressed } from '~/words/en/names'
import type { Tx } from '~db/open.server'
import { applications, memberships, venues } from '~db/schema'
import { givePlaces } from '../accounts/change-program-place.server'
import { leaveProgram } from '../accounts/close-sign-in.server'
import {
  endPlaces,
  type PersonToChange,
  personToChange,
  unfinished,
} from '../accounts/program-person.server'
import { factsOfPlaces, type ProgramPlace, placesAs } from '../accounts/program-places'
import { endSessionsOf } from '../accounts/session.server'
import { tellProgramPlace } from '../accounts/tell-program-place.server'
import type { Context } from '../context'
import type { Day } from '../dates'
import { deed } from '../deed.server'
import { Invalid } from '../errors'
import { recordEvent } from '../events.server'
import { type DistrictId, newId, type PersonId } from '../ids'
import { permitProved } from '../permissions/permission'
import { todayIn } from '../standards/program.server'
import { colleaguesOf } from './leave-page.server'
import { type Handing, type Successor, tellOfLeave } from './tell-of-leave.server'

export type Leave = {
  /** Who takes over each district; null where nobody can yet. */
  successors: ReadonlyMap<string, PersonId | null>
  /** The last day of a leave; null for somebody who leaves for good. */
  until: Day | null
}

/**
 * Hands the districts of a liaison to colleagues, in one transaction: what is open moves with its
 * promised dates, letters and drafts keep the names that wrote them, and the venues are told. The
 * places end for good, or for a leave, after which they can be given back.
 */
export function liaisonLeaves(ctx: Context, personId: PersonId, leave: Leave): Promise<void> {
  return deed(ctx, async (tx) => {
    const { actor, now, origin } = ctx
    permitProved(ctx)
    const person = await personToChange(tx, ctx, personId)
    if (leave.until && leave.until <= (await todayIn(tx, now))) {
      throw new Invalid({ until: 'Choose a day that is still to come.' })
    }
    const handed = await handingsOf(tx, person, leave)
    const places = handed.map(({ place }) => place)
    await endPlaces(tx, person, places, now)
    if (leave.until) await keepForReturn(tx, places, leave.until)

    const moved = await moveApplications(tx, ctx, personId, handed)
    for (const successor of new Set(handed.flatMap(({ successor }) => successor ?? []))) {
      await giveDistricts(tx, ctx, successor, handed)
    }
    const after = person.places.filter((place) => !places.includes(place))
    await recordEvent(tx, {
      kind: 'liaison.left',
      ...{ actor, at: now, origin, subjectId: personId },
      facts: { applications: moved, until: leave.until },
      before: factsOfPlaces(person.places),
      after: factsOfPlaces(after),
    })
    if (after.length === 0 && !leave.until) await leaveProgram(tx, personId, now)
    else await endSessionsOf(tx, personId, now)
    const reason = leave.until ? 'leave' : 'left'
    await tellProgramPlace(tx, ctx, person, reason, after, leave.until)
    await tellOfLeave(tx, ctx, addressed(person), handed)
  })
}

async function handingsOf(
  tx: Tx,
  person: PersonToChange,
  { successors }: Leave,
): Promise<Handing[]> {
  const colleagues = new Map((await colleaguesOf(tx, person.id)).map((each) => [each.id, each]))
  const problems: Record<string, string> = {}
  const handed = placesAs('liaison', person.places).flatMap((place): Handing[] => {
    const { districtId, district } = place
    if (!districtId) return []
    const chosen = successors.get(districtId)
    const successor = chosen ? (colleagues.get(chosen) ?? null) : null
    if (chosen === undefined || (chosen && !successor)) {
      problems[`to.${districtId}`] = `Choose who looks after ${district} from now on.`
    }
    return [{ place, districtId, district: district ?? '', successor }]
  })
  if (handed.length === 0) {
    throw new Invalid({ '': 'This person has no districts to hand over.' })
  }
  if (Object.keys(problems).length > 0) throw new Invalid(problems)
  return handed
}

function keepForReturn(tx: Tx, places: readonly ProgramPlace[], until: Day) {
  const ids = places.map(({ id }) => id)
  return tx.update(memberships).set({ awayUntil: until }).where(inArray(memberships.id, ids))
}

/** What is open gets a new liaison, and keeps its state and its dates. Answers how many there were. */
async function moveApplications(
  tx: Tx,
  { actor, now, origin }: Context,
  personId: PersonId,
  handed: readonly Handing[],
): Promise<number> {
  const open = await tx
    .select({ id: applications.id, venueId: venues.id, districtId: venues.districtId })
    .from(applications)
    .innerJoin(venues, eq(venues.id, applications.venueId))
    .where(and(eq(applications.liaisonId, personId), inArray(applications.state, unfinished)))
  for (const { id, venueId, districtId } of open) {
    const to = handed.find((each) => each.districtId === districtId)?.successor?.id ?? null
    await tx.update(applications).set({ liaisonId: to }).where(eq(applications.id, id))
    await recordEvent(tx, {
      kind: 'liaison.left',
      ...{ actor, at: now, origin, venueId, applicationId: id, subjectId: personId },
      before: { liaison: personId },
      after: { liaison: to },
    })
  }
  return open.length
}

/** The districts that a colleague takes over and does not have yet. */
async function giveDistricts(
  tx: Tx,
  { actor, now, origin }: Context,
  successor: Successor,
  handed: readonly Handing[],
): Promise<void> {
  const held = new Set<DistrictId | null>(
    placesAs('liaison', successor.places).map(({ districtId }) => districtId),
  )
  const given = handed
    .filter((each) => each.successor === successor && !held.has(each.districtId))
    .map(({ place }) => ({ ...place, id: newId('mem') }))
  if (given.length === 0) return
  await givePlaces(tx, successor.id, given, now)
  await recordEvent(tx, {
    kind: 'place.role_changed',
    ...{ actor, at: now, origin, subjectId: successor.id },
    before: factsOfPlaces(successor.places),
    after: factsOfPlaces([...successor.places, ...given]),
  })
}
