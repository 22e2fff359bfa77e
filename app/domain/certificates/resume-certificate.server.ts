import { and, eq, isNotNull } from 'drizzle-orm'
import { certificates } from '~db/schema'
import type { Context } from '../context'
import type { VenueId } from '../ids'
import { changePause } from './pause-certificate.server'

/** Ends the venue's own pause. Dates and coverage decide from then on, as for every certificate. */
export function resumeCertificate(ctx: Context, venueId: VenueId): Promise<void> {
  return changePause(ctx, venueId, 'certificate.resumed', (tx, id) =>
    tx
      .update(certificates)
      .set({ pausedOn: null })
      .where(and(eq(certificates.id, id), isNotNull(certificates.pausedOn)))
      .returning({ id: certificates.id }),
  )
}
