import { and, eq, gt, isNull } from 'drizzle-orm'
import type { Reader } from '~db/open.server'
import { nameShowings, roundEvidence, rounds } from '~db/schema'
import type { Actor, Context } from '../context'
import { deed } from '../deed.server'
import { NotFound } from '../errors'
import { recordEvent } from '../events.server'
import type { NameShowingId, RoundId, VenueId } from '../ids'
import { canReadLetters } from '../permissions/feedback'
import { permit } from '../permissions/permission'
import { canShowNames } from '../permissions/venue'

/** Hides a shown name at once. Hidden twice, or after its time, it is simply hidden. */
export function hideName(
  ctx: Context,
  venueId: VenueId,
  id: NameShowingId,
): Promise<{ roundId: RoundId }> {
  return deed(ctx, async (tx) => {
    const { actor, now, origin } = ctx
    const { applicationId, roundId } = await showingFor(tx, actor, venueId, id)
    permit(canShowNames(actor, venueId))
    const isShown = and(isNull(nameShowings.hiddenAt), gt(nameShowings.until, now))
    const hidden = await tx
      .update(nameShowings)
      .set({ hiddenAt: now })
      .where(and(eq(nameShowings.id, id), isShown))
      .returning({ id: nameShowings.id })
    if (hidden.length === 0) return { roundId }
    const about = { venueId, applicationId, subjectId: id }
    await recordEvent(tx, { kind: 'name.hidden', actor, at: now, origin, ...about })
    return { roundId }
  })
}

/** A showing of the venue's own, over or not, for its confirmed people. Anything else is absent. */
export async function showingFor(db: Reader, actor: Actor, venueId: VenueId, id: NameShowingId) {
  if (!canReadLetters(actor, venueId).allowed) throw new NotFound()
  const [row] = await db
    .select({
      alias: nameShowings.alias,
      until: nameShowings.until,
      hiddenAt: nameShowings.hiddenAt,
      roundId: rounds.id,
      applicationId: rounds.applicationId,
    })
    .from(nameShowings)
    .innerJoin(roundEvidence, eq(roundEvidence.id, nameShowings.roundEvidenceId))
    .innerJoin(rounds, eq(rounds.id, roundEvidence.roundId))
    .where(and(eq(nameShowings.id, id), eq(nameShowings.venueId, venueId)))
  if (!row) throw new NotFound()
  return row
}
