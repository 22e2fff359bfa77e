import { and, eq, isNull } from 'drizzle-orm'
import { certificates } from '~db/schema'
import { moveApplication } from '../applications/move-application.server'
import { applicationFor } from '../applications/queries.server'
import type { Context } from '../context'
import { deed } from '../deed.server'
import { Conflict, NotFound } from '../errors'
import { recordEvent } from '../events.server'
import type { VenueId } from '../ids'
import { permit, permitProved } from '../permissions/permission'
import { canSpeakForVenue } from '../permissions/venue'
import { certificateOfVenue } from './queries.server'
import { isOver } from './standing.server'

/**
 * The venue gives its certificate back, from today. The public reads only that it is no longer valid;
 * a reason, if there is one, stays with the program. Its application has reached its end with the
 * certificate: it stays as it is, and what was waiting to be refreshed waits no longer.
 */
export function giveBackCertificate(
  ctx: Context,
  venueId: VenueId,
  { reason }: { reason: string },
): Promise<void> {
  return deed(ctx, async (tx) => {
    const { actor, now, origin } = ctx
    const certificate = await certificateOfVenue({ db: tx, actor, now }, venueId)
    if (!certificate) throw new NotFound()
    permit(canSpeakForVenue(actor, venueId))
    permitProved(ctx)
    const { id, applicationId, standing, today } = certificate
    if (isOver(standing)) {
      throw new Conflict(
        'This certificate has come to its end already, so there is nothing to give back.',
      )
    }
    const ended = await tx
      .update(certificates)
      .set({ endedOn: today, endedReason: reason || null })
      .where(
        and(eq(certificates.id, id), isNull(certificates.endedOn), isNull(certificates.replacedOn)),
      )
      .returning({ id: certificates.id })
    if (ended.length === 0) {
      throw new Conflict('Somebody on your team gave the certificate back a moment ago.')
    }
    const application = await applicationFor(tx, actor, applicationId)
    if (application.state === 'refresh_due') {
      await moveApplication(tx, application, 'refresh', now, { hearBy: null })
    }
    const kind = 'certificate.given_back'
    await recordEvent(tx, {
      ...{ kind, actor, at: now, origin, venueId, applicationId, subjectId: id },
      before: { status: standing.status, application: application.state },
      after: { status: 'given_back', on: today },
    })
  })
}
