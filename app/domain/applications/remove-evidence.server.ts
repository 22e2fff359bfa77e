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
import { standardSetOf } from '../standards/program.server'
import { refuseCertificateDate } from './certificate-date'
import { editableApplication } from './draft.server'
import type { Application } from './queries.server'

type Row = typeof evidence.$inferSelect

/** Takes a piece of evidence away from a standard. It can be put back; what was shared stays as it was shared. */
export function removeEvidence(
  ctx: Context,
  venueId: VenueId,
  evidenceId: EvidenceId,
): Promise<{ standard: string }> {
  return deed(ctx, async (tx) => {
    const { actor, now, origin } = ctx
    const { standard, applicationId } = await changeableFor(tx, actor, venueId, evidenceId)
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
): Promise<Row> {
  return evidenceIn(db, await editableApplication(db, actor, venueId), evidenceId)
}

/** The same where it may be taken away or put back: not what the certificate counts by. */
export async function changeableFor(
  db: Reader,
  actor: Actor,
  venueId: VenueId,
  evidenceId: EvidenceId,
): Promise<Row> {
  const application = await editableApplication(db, actor, venueId)
  const row = await evidenceIn(db, application, evidenceId)
  refuseCertificateDate(application, await standardSetOf(db, application.standardSetId), row)
  return row
}

async function evidenceIn(
  db: Reader,
  { id: applicationId }: Application,
  id: EvidenceId,
): Promise<Row> {
  const [row] = await db
    .select()
    .from(evidence)
    .where(and(eq(evidence.id, id), eq(evidence.applicationId, applicationId)))
  // A form that is only begun was never evidence, and cannot be put back as such.
  if (!row || row.facts.begun) throw new NotFound()
  return row
}
