import { and, eq, isNull } from 'drizzle-orm'
import type { Tx } from '~db/open.server'
import { certificates } from '~db/schema'
import type { Context } from '../context'
import type { Day } from '../dates'
import { deed } from '../deed.server'
import { Conflict, NotFound } from '../errors'
import { recordEvent } from '../events.server'
import type { CertificateId, VenueId } from '../ids'
import { permit, permitProved } from '../permissions/permission'
import { canSpeakForVenue } from '../permissions/venue'
import { certificateOfVenue } from './queries.server'
import { isOver } from './standing.server'

/** Lets the venue's certificate rest from today, at the venue's own wish. It leaves the directory at once. */
export function pauseCertificate(ctx: Context, venueId: VenueId): Promise<void> {
  return changePause(ctx, venueId, 'certificate.paused', (tx, id, today) =>
    tx
      .update(certificates)
      .set({ pausedOn: today })
      .where(and(eq(certificates.id, id), isNull(certificates.pausedOn)))
      .returning({ id: certificates.id }),
  )
}

const lostRaces = {
  'certificate.paused': 'Somebody on your team paused the certificate a moment ago.',
  'certificate.resumed': 'Somebody on your team picked the certificate up a moment ago.',
}

/** A change of the venue's own pause, by compare-and-set, by somebody who speaks for the venue. */
export function changePause(
  ctx: Context,
  venueId: VenueId,
  kind: keyof typeof lostRaces,
  change: (tx: Tx, id: CertificateId, today: Day) => PromiseLike<unknown[]>,
): Promise<void> {
  return deed(ctx, async (tx) => {
    const { actor, now, origin } = ctx
    const certificate = await certificateOfVenue({ db: tx, actor, now }, venueId)
    if (!certificate) throw new NotFound()
    permit(canSpeakForVenue(actor, venueId))
    if (kind === 'certificate.paused') permitProved(ctx)
    const { id, standing, today } = certificate
    if (isOver(standing)) {
      throw new Conflict('This certificate has come to its end, so a pause changes nothing.')
    }
    const changed = await change(tx, id, today)
    if (changed.length === 0) throw new Conflict(lostRaces[kind])
    const pausedNow = kind === 'certificate.paused'
    await recordEvent(tx, {
      ...{ kind, actor, at: now, origin, venueId, subjectId: id },
      before: { paused: !pausedNow },
      after: { paused: pausedNow, on: today },
    })
  })
}
