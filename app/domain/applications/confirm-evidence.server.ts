import { and, eq, isNull } from 'drizzle-orm'
import type { Reader } from '~db/open.server'
import { evidence } from '~db/schema'
import type { Actor, Context } from '../context'
import { deed } from '../deed.server'
import { Conflict, NotFound } from '../errors'
import { recordEvent } from '../events.server'
import type { EvidenceId, VenueId } from '../ids'
import { permit } from '../permissions/permission'
import { canWorkOnDrafts } from '../permissions/venue'
import { todayIn } from '../standards/program.server'
import { venueMayEdit } from './application'
import { applicationOfVenue } from './queries.server'

/**
 * Says that a piece of evidence is still true: it stays as it is, with the day on which the venue said
 * so. Asked of what an accredited venue stands on, and of what a renewal took over.
 */
export function confirmEvidence(
  ctx: Context,
  venueId: VenueId,
  evidenceId: EvidenceId,
): Promise<{ standard: string }> {
  return deed(ctx, async (tx) => {
    const { actor, now, origin } = ctx
    const { standard, applicationId } = await confirmableFor(tx, actor, venueId, evidenceId)
    permit(canWorkOnDrafts(actor, venueId))
    const confirmedOn = await todayIn(tx, now)
    await tx
      .update(evidence)
      .set({ confirmedOn, confirmedBy: actor.person.id })
      .where(eq(evidence.id, evidenceId))
    await recordEvent(tx, {
      kind: 'application.evidence_confirmed',
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

/** Evidence of the application that the venue stands on, or works on. Anybody else's is absent. */
export async function confirmableFor(
  db: Reader,
  actor: Actor,
  venueId: VenueId,
  evidenceId: EvidenceId,
) {
  const application = await applicationOfVenue(db, actor, venueId)
  if (!application) throw new NotFound()
  const [row] = await db
    .select()
    .from(evidence)
    .where(
      and(
        eq(evidence.id, evidenceId),
        eq(evidence.applicationId, application.id),
        isNull(evidence.removedAt),
      ),
    )
  if (!row) throw new NotFound()
  if (!venueMayEdit(application.state)) {
    throw new Conflict(
      'Your application is not open for changes at the moment. You can say so again when it is your turn.',
    )
  }
  return row
}
