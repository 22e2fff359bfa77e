import { type NewEvidence, writeEvidence } from '../applications/add-evidence.server'
import type { Context, Reading } from '../context'
import { deed } from '../deed.server'
import { Conflict, NotFound } from '../errors'
import type { EvidenceId, VenueId } from '../ids'
import { permit } from '../permissions/permission'
import { canSpeakForVenue } from '../permissions/venue'
import { standardSetOf } from '../standards/program.server'
import { findStandard, monthsOf } from '../standards/standard-set'
import { certificateOfVenue } from './queries.server'
import { isOver } from './standing.server'

/**
 * Puts a new count, talk or practice beside a standard of the venue's running certificate, so that it
 * stays current. What was shared stays as it was shared; the liaison reads this one as added since.
 */
export function refreshEvidence(
  ctx: Context,
  venueId: VenueId,
  code: string,
  given: NewEvidence,
): Promise<EvidenceId> {
  return deed(ctx, async (tx) => {
    const reading = { db: tx, actor: ctx.actor, now: ctx.now }
    const { applicationId } = await refreshableAsk(reading, venueId, { code, kind: given.kind })
    permit(canSpeakForVenue(ctx.actor, venueId))
    return writeEvidence(tx, ctx, { venueId, applicationId, code }, given)
  })
}

/** The dated ask of a running certificate. What has no months, or is not asked, is absent. */
export async function refreshableAsk(
  reading: Reading,
  venueId: VenueId,
  { code, kind }: { code: string; kind: string },
) {
  const certificate = await certificateOfVenue(reading, venueId)
  if (!certificate) throw new NotFound()
  const set = await standardSetOf(reading.db, certificate.standardSetId)
  const standard = findStandard(set, code)
  const ask = standard?.evidence.find((each) => each.kind === kind && monthsOf(each))
  if (!standard || !ask) throw new NotFound()
  if (isOver(certificate.standing)) throw new Conflict(overSentence)
  const { applicationId, today } = certificate
  return { applicationId, standard, ask, today }
}

const overSentence =
  'Your certificate has come to its end, so a new date changes nothing on it. A renewal begins with all that you shared.'

/**
 * The page on which a new date is added to what keeps the certificate alive. Null where nothing can
 * be added: the certificate's own page says how it stands.
 */
export async function refreshEvidencePage(
  reading: Reading,
  venueId: VenueId,
  place: { code: string; kind: string },
) {
  if (!canSpeakForVenue(reading.actor, venueId).allowed) return null
  try {
    const { standard, ask, today } = await refreshableAsk(reading, venueId, place)
    const { title, why } = standard
    return { title, why, ask: ask.ask, statement: ask.statement ?? '', today }
  } catch (error) {
    if (error instanceof NotFound || error instanceof Conflict) return null
    throw error
  }
}
