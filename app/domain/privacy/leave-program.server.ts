import { paths } from '~/paths'
import type { Tx } from '~db/open.server'
import { removals } from '~db/schema'
import { actorNow } from '../accounts/actor.server'
import { inChargeOf } from '../accounts/tell-of-places.server'
import { canMove } from '../applications/application'
import { applicationOfVenue } from '../applications/queries.server'
import { stepAway } from '../applications/step-away.server'
import { giveBackCertificate } from '../certificates/give-back-certificate.server'
import { certificateOfVenue } from '../certificates/queries.server'
import { isOver } from '../certificates/standing.server'
import type { Context } from '../context'
import { deed } from '../deed.server'
import { Conflict } from '../errors'
import { recordEvent } from '../events.server'
import { newId, type VenueId } from '../ids'
import { queueEmail } from '../outbox.server'
import { permit, permitProved } from '../permissions/permission'
import { canLeaveProgram } from '../permissions/privacy'
import { daysKept } from '../retention-schedule.server'
import { programOf } from '../standards/program.server'
import { venueFor } from '../venues/queries.server'
import { leavingOf, leavingRule } from './leaving.server'
import { endOfDay, lastDayOfNotice } from './notice'

/** How long a venue that left can change its mind, in whole days after the day on which it left. */
export const daysToChangeOnesMind = daysKept(leavingRule)

/**
 * A venue leaves the program: its open application steps away, its certificate is given back, and
 * what it never shared is listed to be removed once its days to change its mind are over. Its owners and managers hear until
 * when they can change their mind. For an owner with a fresh proof; leaving twice is a conflict.
 */
export function leaveProgram(ctx: Context, venueId: VenueId): Promise<void> {
  return deed(ctx, async (tx) => {
    const { now, origin } = ctx
    const actor = await actorNow(tx, ctx.actor)
    const { name } = await venueFor(tx, actor, venueId)
    permit(canLeaveProgram(actor, venueId))
    permitProved(ctx)
    if (await leavingOf({ db: tx, actor, now }, venueId)) {
      throw new Conflict('Your venue has left the program already. This page says until when.')
    }
    const within = { ...ctx, actor, origin: { ...origin, submission: null } }
    await endWhatRuns(tx, within, venueId)
    const { timeZone } = await programOf(tx)
    const until = lastDayOfNotice(now, daysToChangeOnesMind, timeZone)
    await tx.insert(removals).values({
      id: newId('rmv'),
      rule: leavingRule,
      subjectId: venueId,
      listedAt: now,
      removeAfter: endOfDay(until, timeZone),
    })
    await recordEvent(tx, {
      kind: 'venue.left',
      ...{ actor, at: now, origin, venueId, facts: { until } },
    })
    const facts = { venue: name, by: actor.person.name, until, path: paths.leaveProgram(venueId) }
    for (const to of await inChargeOf(tx, venueId)) {
      await queueEmail(tx, to, 'venue-left', facts, now)
    }
  })
}

async function endWhatRuns(tx: Tx, ctx: Context, venueId: VenueId): Promise<void> {
  const application = await applicationOfVenue(tx, ctx.actor, venueId)
  if (application && canMove('step_away', application.state)) await stepAway(ctx, venueId)
  const certificate = await certificateOfVenue({ ...ctx, db: tx }, venueId)
  if (certificate && !isOver(certificate.standing)) {
    await giveBackCertificate(ctx, venueId, { reason: '' })
  }
}
