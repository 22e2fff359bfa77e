import { and, eq, isNotNull } from 'drizzle-orm'
import { evidence } from '~db/schema'
import type { Context } from '../context'
import { deed } from '../deed.server'
import { recordEvent } from '../events.server'
import type { EvidenceId, VenueId } from '../ids'
import { permit } from '../permissions/permission'
import { canWorkOnDrafts } from '../permissions/venue'
import { changeableFor } from './remove-evidence.server'

/** Undoes a removal. Put back twice, it is simply there. */
export function restoreEvidence(
  ctx: Context,
  venueId: VenueId,
  evidenceId: EvidenceId,
): Promise<{ standard: string }> {
  return deed(ctx, async (tx) => {
    const { actor, now, origin } = ctx
    const { standard, applicationId } = await changeableFor(tx, actor, venueId, evidenceId)
    permit(canWorkOnDrafts(actor, venueId))
    const restored = await tx
      .update(evidence)
      .set({ removedAt: null })
      .where(and(eq(evidence.id, evidenceId), isNotNull(evidence.removedAt)))
      .returning({ id: evidence.id })
    if (restored.length > 0) {
      await recordEvent(tx, {
        kind: 'application.evidence_restored',
        actor,
        at: now,
        origin,
        venueId,
        applicationId,
        subjectId: evidenceId,
        facts: { standard },
      })
    }
    return { standard }
  })
}
