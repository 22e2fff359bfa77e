import type { Tx } from '~db/open.server'
import { applications } from '~db/schema'
import { isUniqueViolation } from '~db/violations.server'
import type { ApplicationKind } from '~db/vocabulary'
import type { Context } from '../context'
import { deed } from '../deed.server'
import { Conflict } from '../errors'
import { recordEvent } from '../events.server'
import { type ApplicationId, newId, type VenueId } from '../ids'
import { permit } from '../permissions/permission'
import { canWorkOnDrafts } from '../permissions/venue'
import { programOf } from '../standards/program.server'
import type { ReadinessAnswers } from '../standards/readiness'
import { isOpen } from './application'
import { applicationOfVenue } from './queries.server'
import { carryOver } from './start-renewal.server'

/**
 * Starts the venue's application, private and in drafting, on the standard set in force. A venue has
 * one open application: starting again returns it. A venue that is accredited starts a renewal, with what stood there before.
 * `readiness` is what its people answered in the readiness check; it stays with them.
 */
export function startApplication(
  ctx: Context,
  venueId: VenueId,
  readiness: ReadinessAnswers | null = null,
): Promise<ApplicationId> {
  return deed(ctx, async (tx) => {
    permit(canWorkOnDrafts(ctx.actor, venueId))
    const newest = await applicationOfVenue(tx, ctx.actor, venueId)
    if (newest && isOpen(newest.state)) return newest.id
    if (newest?.state === 'paused') {
      throw new Conflict('Your application is paused. You can pick it up again where you left it.')
    }
    if (newest?.state === 'stepped_away') {
      throw new Conflict(
        'Your earlier application is still here. You can come back to it any time.',
      )
    }
    const id = await writeApplication(tx, ctx, venueId, {
      kind: newest ? 'renewal' : 'initial',
      readiness,
    })
    if (newest) await carryOver(tx, newest.id, id)
    return id
  })
}

async function writeApplication(
  tx: Tx,
  { actor, now, origin }: Context,
  venueId: VenueId,
  { kind, readiness }: { kind: ApplicationKind; readiness: ReadinessAnswers | null },
): Promise<ApplicationId> {
  const { standardSetId } = await programOf(tx)
  const id = newId('app')
  try {
    await tx.insert(applications).values({
      id,
      venueId,
      kind,
      state: 'drafting',
      revision: 0,
      stateSince: now,
      standardSetId,
      startedBy: actor.person.id,
      startedAt: now,
      readiness,
    })
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    throw new Conflict('Somebody on your team started the application a moment ago.')
  }
  const facts = { kind }
  await recordEvent(tx, {
    kind: 'application.started',
    actor,
    at: now,
    origin,
    venueId,
    applicationId: id,
    facts,
    before: { state: null },
    after: { state: 'drafting' },
  })
  return id
}
