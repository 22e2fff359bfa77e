import { and, eq, inArray, isNotNull } from 'drizzle-orm'
import { districts, memberships } from '~db/schema'
import type { Context } from '../context'
import { deed } from '../deed.server'
import { Conflict } from '../errors'
import { recordEvent } from '../events.server'
import { newId, type PersonId } from '../ids'
import { permitProved } from '../permissions/permission'
import { givePlaces } from './change-program-place.server'
import { personToChange } from './program-person.server'
import { factsOfPlaces, type ProgramPlace, placesAs } from './program-places'
import { endSessionsOf } from './session.server'
import { tellProgramPlace } from './tell-program-place.server'

/**
 * Gives a liaison back the districts that were handed over for a leave. Their colleague keeps them
 * too, with the applications that they have answered since. Their sign-in is what it was: meanwhile an
 * email alone opened and added nothing. A second tap is a conflict.
 */
export function liaisonBack(ctx: Context, personId: PersonId): Promise<void> {
  return deed(ctx, async (tx) => {
    const { actor, now, origin } = ctx
    permitProved(ctx)
    const person = await personToChange(tx, ctx, personId)
    const kept = await tx
      .update(memberships)
      .set({ awayUntil: null })
      .where(and(eq(memberships.personId, personId), isNotNull(memberships.awayUntil)))
      .returning({ districtId: memberships.districtId })
    if (kept.length === 0) throw new Conflict('This person is not on leave any more.')
    const ids = kept.flatMap(({ districtId }) => districtId ?? [])
    const found = await tx.select().from(districts).where(inArray(districts.id, ids))
    const held = new Set(placesAs('liaison', person.places).map(({ districtId }) => districtId))
    const given = found
      .filter(({ id }) => !held.has(id))
      .map(({ id, name }): ProgramPlace => {
        return { id: newId('mem'), role: 'liaison', districtId: id, district: name, field: null }
      })
    await givePlaces(tx, personId, given, now)
    const after = [...person.places, ...given]
    await recordEvent(tx, {
      kind: 'liaison.back',
      ...{ actor, at: now, origin, subjectId: personId },
      before: factsOfPlaces(person.places),
      after: factsOfPlaces(after),
    })
    await endSessionsOf(tx, personId, now)
    await tellProgramPlace(tx, ctx, person, 'back', after)
  })
}
