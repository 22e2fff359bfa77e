import { and, eq, isNull } from 'drizzle-orm'
import type { Reader } from '~db/open.server'
import { applications, evidence } from '~db/schema'
import type { Actor, Context } from '../context'
import { deed } from '../deed.server'
import { Conflict, NotFound } from '../errors'
import { recordEvent } from '../events.server'
import type { EvidenceId, VenueId } from '../ids'
import { permit } from '../permissions/permission'
import { canWorkOnDrafts } from '../permissions/venue'
import { editableApplication } from './draft.server'

/** Takes a piece of evidence away from a standard. It can be put back; what was shared stays as it was shared. */
export function removeEvidence(
  ctx: Context,
  venueId: VenueId,
  evidenceId: EvidenceId,
): Promise<{ standard: string }> {
  return deed(ctx, async (tx) => {
    const { actor, now, origin } = ctx
    const { standard, applicationId } = await evidenceFor(tx, actor, venueId, evidenceId)
    permit(canWorkOnDrafts(actor, venueId))
    const removed = await tx
      .update(evidence)
      .set({ removedAt: now })
      .where(and(eq(evidence.id, evidenceId), isNull(evidence.removedAt)))
      .returning({ id: evidence.id })
    if (removed.length === 0) {
      throw new Conflict('Somebody else on your team took this away a moment ago.')
    }
    await recordEvent(tx, {
      kind: 'application.evidence_removed',
      actor,
      at: now,
      origin,
      venueId,
      applicationId,
      subjectId: evidenceId,
      facts: { standard },
    })
    return { standard }
  })
}

/** A piece of evidence of the application that the venue may write in now; anybody else's is absent. */
export async function evidenceFor(
  db: Reader,
  actor: Actor,
  venueId: VenueId,
  evidenceId: EvidenceId,
): Promise<typeof evidence.$inferSelect> {
  const application = await editableApplication(db, actor, venueId)
  const [row] = await db
    .select({ evidence })
    .from(evidence)
    .innerJoin(applications, eq(applications.id, evidence.applicationId))
    .where(and(eq(evidence.id, evidenceId), eq(applications.id, application.id)))
  if (!row) throw new NotFound()
  return row.evidence
}
