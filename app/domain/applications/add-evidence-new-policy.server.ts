import type { Tx } from '~db/open.server'
import type { Context } from '../context'
import { deed } from '../deed.server'
import { NotFound } from '../errors'
import type { PolicyId, VenueId } from '../ids'
import { permit } from '../permissions/permission'
import { canWorkOnDrafts } from '../permissions/venue'
import { type NewPolicy, writePolicy } from '../policies/start-policy.server'
import { type UploadedPolicy, writeUploadedPolicy } from '../policies/upload-policy.server'
import { writeEvidence } from './add-evidence.server'
import { draftFor } from './draft.server'

/** Starts a policy from a standard's page, and points the standard to it in the same deed. */
export function startPolicyFor(
  ctx: Context,
  venueId: VenueId,
  code: string,
  policy: NewPolicy,
): Promise<PolicyId> {
  return withPointer(ctx, venueId, code, (tx) => writePolicy(tx, ctx, venueId, policy))
}

/** Takes an uploaded policy from a standard's page, and points the standard to it in the same deed. */
export function uploadPolicyFor(
  ctx: Context,
  venueId: VenueId,
  code: string,
  policy: UploadedPolicy,
): Promise<PolicyId> {
  return withPointer(ctx, venueId, code, (tx) => writeUploadedPolicy(tx, ctx, venueId, policy))
}

function withPointer(
  ctx: Context,
  venueId: VenueId,
  code: string,
  write: (tx: Tx) => Promise<PolicyId>,
): Promise<PolicyId> {
  return deed(ctx, async (tx) => {
    const { application, standard } = await draftFor(tx, ctx.actor, venueId, code)
    permit(canWorkOnDrafts(ctx.actor, venueId))
    if (!standard.evidence.some(({ kind }) => kind === 'policy')) throw new NotFound()
    const policyId = await write(tx)
    const place = { venueId, applicationId: application.id, code }
    await writeEvidence(tx, ctx, place, { kind: 'policy', policyId, pointer: '', words: '' })
    return policyId
  })
}
