import type { Context } from '../context'
import type { PolicyId, VenueId } from '../ids'
import { changePolicy } from './change-policy.server'
import type { UploadedFile } from './policy'
import { recordFile } from './record-file.server'

/**
 * Gives a policy its file, or a newer one in place of the one before. What was shared stays frozen
 * with the file that it was shared with.
 */
export function givePolicyFile(
  ctx: Context,
  venueId: VenueId,
  policyId: PolicyId,
  file: UploadedFile,
): Promise<void> {
  const edited = { editedBy: ctx.actor.person.id, editedAt: ctx.now }
  return changePolicy(ctx, venueId, policyId, async (policy, tx) => {
    const fileId = await recordFile(tx, ctx, venueId, file)
    return {
      set: { fileId, fileTakenOff: null, ...edited },
      kind: 'policy.file_given',
      facts: { file: fileId, digest: file.digest, before: policy.fileId },
    }
  })
}
