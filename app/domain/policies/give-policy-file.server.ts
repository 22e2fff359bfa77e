import { eq } from 'drizzle-orm'
import { policies } from '~db/schema'
import type { Context } from '../context'
import { deed } from '../deed.server'
import { recordEvent } from '../events.server'
import type { FileId, PolicyId, VenueId } from '../ids'
import { permit } from '../permissions/permission'
import { canWorkOnDrafts } from '../permissions/venue'
import type { UploadedFile } from './policy'
import { policyOfVenue } from './queries.server'
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
): Promise<FileId> {
  return deed(ctx, async (tx) => {
    const { actor, now, origin } = ctx
    const policy = await policyOfVenue(tx, actor, venueId, policyId)
    permit(canWorkOnDrafts(actor, venueId))
    const fileId = await recordFile(tx, ctx, venueId, file)
    await tx
      .update(policies)
      .set({ fileId, editedBy: actor.person.id, editedAt: now })
      .where(eq(policies.id, policyId))
    await recordEvent(tx, {
      kind: 'policy.file_given',
      actor,
      at: now,
      origin,
      venueId,
      subjectId: policyId,
      facts: { file: fileId, digest: file.digest, before: policy.fileId },
    })
    return fileId
  })
}
