import { eq, inArray } from 'drizzle-orm'
import type { Tx } from '~db/open.server'
import { applications } from '~db/schema'
import { moveApplication } from '../applications/move-application.server'
import type { LiveStanding } from '../certificates/standing.server'
import type { Day } from '../dates'
import { recordEvent } from '../events.server'
import type { ApplicationId, VenueId } from '../ids'
import type { VenueCount } from './count-venue'

export type ClockMoves = { lapsed: number; refreshed: number }

/**
 * Moves the applications of certificates with the clock: to "a few things to refresh" when something
 * lapsed, and back once all is current. A certificate that is over, or rests at its venue's wish,
 * moves nothing.
 */
export async function moveByClock(
  tx: Tx,
  counted: ReadonlyMap<VenueId, VenueCount>,
  now: Date,
): Promise<ClockMoves> {
  const moves = { lapsed: 0, refreshed: 0 }
  const wanted = new Map<ApplicationId, Wanted>()
  for (const { applicationId, standing } of counted.values()) {
    const state = standing && stateFor(standing)
    if (applicationId && state) wanted.set(applicationId, state)
  }
  if (wanted.size === 0) return moves
  const rows = await tx
    .select({
      id: applications.id,
      venueId: applications.venueId,
      state: applications.state,
      pausedFrom: applications.pausedFrom,
      revision: applications.revision,
      hearBy: applications.hearBy,
    })
    .from(applications)
    .where(inArray(applications.id, [...wanted.keys()]))
  for (const application of rows) {
    const target = wanted.get(application.id)
    if (!target) continue
    const { id: applicationId, venueId, state } = application
    const happened = { actor: null, origin: null, at: now, venueId, applicationId } as const
    const changed = { before: { state }, after: { state: target.state } }
    const { hearBy } = target
    if (state === 'accredited' && target.state === 'refresh_due') {
      await moveApplication(tx, application, 'lapse', now, { hearBy })
      await recordEvent(tx, { kind: 'application.lapsed', ...happened, ...changed })
      moves.lapsed += 1
    } else if (state === 'refresh_due' && target.state === 'accredited') {
      await moveApplication(tx, application, 'refresh', now, { hearBy })
      await recordEvent(tx, { kind: 'application.refreshed', ...happened, ...changed })
      moves.refreshed += 1
    } else if (state === 'refresh_due' && hearBy !== application.hearBy) {
      await tx.update(applications).set({ hearBy }).where(eq(applications.id, applicationId))
    }
  }
  return moves
}

type Wanted = { state: 'accredited' | 'refresh_due'; hearBy: Day | null }

function stateFor({ status, pausedBy, refreshBy }: LiveStanding): Wanted | null {
  if (status === 'valid' || status === 'expiring') return { state: 'accredited', hearBy: null }
  const lapsed = status === 'being_refreshed' || (status === 'paused' && pausedBy === 'lapse')
  return lapsed ? { state: 'refresh_due', hearBy: refreshBy ?? null } : null
}
