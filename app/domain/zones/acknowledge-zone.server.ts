import { zoneAcknowledgements } from '~db/schema'
import type { Context } from '../context'
import { deed } from '../deed.server'
import { Conflict } from '../errors'
import { recordEvent } from '../events.server'
import type { VenueId, ZoneId } from '../ids'
import { permit } from '../permissions/permission'
import { canAcknowledgeZones } from '../permissions/zone'
import { todayIn } from '../standards/program.server'
import { venueZoneFor } from './venue-zone.server'

/**
 * "Our door staff know": the venue acknowledges the version that it read, once. A version that came
 * meanwhile is a Conflict, because nobody has told the door staff of that one; so is a proposal, of
 * which there is nothing to tell them yet.
 */
export function acknowledgeZone(
  ctx: Context,
  venueId: VenueId,
  zoneId: ZoneId,
  read: number,
): Promise<void> {
  return deed(ctx, async (tx) => {
    const { actor, now, origin } = ctx
    const zone = await venueZoneFor({ db: tx, actor, now }, venueId, zoneId)
    permit(canAcknowledgeZones(actor, venueId))
    if (zone.version !== read) throw new Conflict(changedMeanwhile)
    if (zone.status === 'proposed') throw new Conflict(onlyProposed)
    const said = await tx
      .insert(zoneAcknowledgements)
      .values({
        versionId: zone.versionId,
        venueId,
        personId: actor.person.id,
        at: now,
        on: await todayIn(tx, now),
      })
      .onConflictDoNothing()
      .returning({ versionId: zoneAcknowledgements.versionId })
    if (said.length === 0) return
    await recordEvent(tx, {
      kind: 'zone.acknowledged',
      actor,
      at: now,
      origin,
      venueId,
      subjectId: zoneId,
      facts: { version: zone.version },
    })
  })
}

const onlyProposed =
  'This zone is a proposal, so there is nothing to tell your door staff yet. You will hear from us when it opens.'

const changedMeanwhile =
  'This zone changed after you opened the page. Read what is new, tell your door staff, and then say so again.'
