import type { Context } from '../context'
import { Conflict, NotFound } from '../errors'
import type { PolicyId, VenueId } from '../ids'
import { changePolicy } from './change-policy.server'
import { refuseWithoutRoom } from './file-room.server'
import { fileFor } from './queries.server'

/**
 * Takes the file off a policy that is also written here; it can be put back until there is another. What
 * was shared stays frozen with its file. A policy that is nothing but its file has none to take off.
 */
export function takeFileOff(ctx: Context, venueId: VenueId, policyId: PolicyId): Promise<void> {
  const edited = { editedBy: ctx.actor.person.id, editedAt: ctx.now }
  return changePolicy(ctx, venueId, policyId, ({ kind, fileId }) => {
    if (kind === 'uploaded') throw new NotFound()
    if (!fileId) throw new Conflict('There is no file on this policy any more.')
    return {
      set: { fileId: null, fileTakenOff: fileId, ...edited },
      kind: 'policy.file_taken_off',
      facts: { file: fileId },
    }
  })
}

/** Puts the file back that was taken off. Put back twice, it is simply there; a newer one stays in its place. */
export function putFileBack(ctx: Context, venueId: VenueId, policyId: PolicyId): Promise<void> {
  const edited = { editedBy: ctx.actor.person.id, editedAt: ctx.now }
  return changePolicy(ctx, venueId, policyId, async ({ fileTakenOff }, tx) => {
    if (!fileTakenOff) return null
    const { size } = await fileFor(tx, ctx.actor, venueId, fileTakenOff, { held: true })
    await refuseWithoutRoom(tx, venueId, size)
    return {
      set: { fileId: fileTakenOff, fileTakenOff: null, ...edited },
      kind: 'policy.file_put_back',
      facts: { file: fileTakenOff },
    }
  })
}
