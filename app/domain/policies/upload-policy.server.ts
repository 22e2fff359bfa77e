import type { Tx } from '~db/open.server'
import { policies } from '~db/schema'
import type { Context } from '../context'
import { deed } from '../deed.server'
import { recordEvent } from '../events.server'
import { newId, type PolicyId, type VenueId } from '../ids'
import { permit } from '../permissions/permission'
import { canWorkOnDrafts } from '../permissions/venue'
import type { UploadedFile } from './policy'
import { recordFile } from './record-file.server'

export type UploadedPolicy = { title: string; file: UploadedFile }

/** Takes a policy that the venue already has, as the PDF that it uploaded. */
export function uploadPolicy(
  ctx: Context,
  venueId: VenueId,
  policy: UploadedPolicy,
): Promise<PolicyId> {
  return deed(ctx, async (tx) => {
    permit(canWorkOnDrafts(ctx.actor, venueId))
    return writeUploadedPolicy(tx, ctx, venueId, policy)
  })
}

/** Writes an uploaded policy inside the deed that asked for it. */
export async function writeUploadedPolicy(
  tx: Tx,
  ctx: Context,
  venueId: VenueId,
  { title, file }: UploadedPolicy,
): Promise<PolicyId> {
  const { actor, now, origin } = ctx
  const fileId = await recordFile(tx, ctx, venueId, file)
  const id = newId('pol')
  await tx.insert(policies).values({
    id,
    venueId,
    kind: 'uploaded',
    title,
    fileId,
    reviewedByCounsel: false,
    createdBy: actor.person.id,
    createdAt: now,
    editedBy: actor.person.id,
    editedAt: now,
  })
  await recordEvent(tx, {
    kind: 'policy.uploaded',
    actor,
    at: now,
    origin,
    venueId,
    subjectId: id,
    facts: { file: fileId, digest: file.digest },
  })
  return id
}
