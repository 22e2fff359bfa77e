import { and, eq } from 'drizzle-orm'
import { zones } from '~db/schema'
import type { Context } from '../context'
import { deed } from '../deed.server'
import { Conflict, Invalid } from '../errors'
import { recordEvent } from '../events.server'
import type { ZoneId } from '../ids'
import { permit } from '../permissions/permission'
import { canKeepZones } from '../permissions/zone'
import { todayIn } from '../standards/program.server'
import { zoneFor } from './queries.server'

const changedMeanwhile =
  'Somebody changed this zone while you had the page open. Please read it once more, and confirm what stands there now.'

/**
 * Says that the city's zone is today as it is written here. It makes no version and tells nobody.
 * `seen` is the version that was read, where a person read one.
 */
export function confirmZone(ctx: Context, zoneId: ZoneId, seen?: number): Promise<void> {
  return deed(ctx, async (tx) => {
    const { actor, now, origin } = ctx
    permit(canKeepZones(actor))
    const zone = await zoneFor({ db: tx, actor, now }, zoneId)
    if (zone.status === 'ended') {
      throw new Invalid({ '': 'This zone has ended. If it runs again, change it instead.' })
    }
    const today = await todayIn(tx, now)
    const confirmed = await tx
      .update(zones)
      .set({ confirmedOn: today })
      .where(and(eq(zones.id, zoneId), eq(zones.version, seen ?? zone.version)))
      .returning({ id: zones.id })
    if (confirmed.length === 0) throw new Conflict(changedMeanwhile)
    const facts = { version: zone.version }
    await recordEvent(tx, {
      ...{ kind: 'zone.confirmed', actor, at: now, origin, subjectId: zoneId, facts },
      before: { confirmed: zone.confirmedOn },
      after: { confirmed: today },
    })
  })
}
