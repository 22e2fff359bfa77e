import type { Tx } from '~db/open.server'
import type { Context } from '../context'
import { deed } from '../deed.server'
import { recordEvent } from '../events.server'
import type { MembershipId, PersonId } from '../ids'
import { permitProved } from '../permissions/permission'
import { leaveProgram } from './close-sign-in.server'
import {
  endPlaces,
  type PersonToChange,
  personToChange,
  placeOf,
  refuseWhileAnswering,
} from './program-person.server'
import { factsOfPlaces, type ProgramPlace } from './program-places'
import { endSessionsOf } from './session.server'
import { tellProgramPlace } from './tell-program-place.server'

/**
 * Ends one thing that a person is to the program, their own too, but never the last coordinator’s.
 * Their sessions end, they are told, and who has no place left is out of the program.
 */
export function endProgramPlace(
  ctx: Context,
  personId: PersonId,
  placeId: MembershipId,
): Promise<{ last: boolean }> {
  return deed(ctx, async (tx) => {
    permitProved(ctx)
    const person = await personToChange(tx, ctx, personId)
    await endAll(tx, ctx, person, [placeOf(person, placeId)])
    return { last: person.places.length === 1 }
  })
}

/** What ending places does, whichever of them: called by the verbs that end one or all. */
export async function endAll(
  tx: Tx,
  ctx: Context,
  person: PersonToChange,
  ended: readonly ProgramPlace[],
): Promise<void> {
  const { actor, now, origin } = ctx
  await refuseWhileAnswering(tx, person.id, ended)
  await endPlaces(tx, person, ended, now)
  const after = person.places.filter((place) => !ended.includes(place))
  await recordEvent(tx, {
    kind: actor.person.id === person.id ? 'place.left' : 'place.ended',
    ...{ actor, at: now, origin, subjectId: person.id },
    before: factsOfPlaces(person.places),
    after: factsOfPlaces(after),
  })
  if (after.length === 0) await leaveProgram(tx, person.id, now)
  else await endSessionsOf(tx, person.id, now)
  await tellProgramPlace(tx, ctx, person, after.length === 0 ? 'removed' : 'ended', after)
}
