import { zones } from '~db/schema'
import type { Context } from '../context'
import { deed } from '../deed.server'
import { slugGiver } from '../districts/slug'
import { recordEvent } from '../events.server'
import { newId, type ZoneId } from '../ids'
import { permit } from '../permissions/permission'
import { canKeepZones } from '../permissions/zone'
import { todayIn } from '../standards/program.server'
import type { TypedZone } from './forms'
import { publishVersion, refusePlaces } from './publish-version.server'
import { zoneById } from './queries.server'
import { tellZones } from './tell-zones.server'
import { factsOf } from './zone-facts.server'

/** Enters a loading zone as its city has it, and tells the venues within reach in the same transaction. */
export function enterZone(ctx: Context, typed: TypedZone): Promise<ZoneId> {
  return deed(ctx, async (tx) => {
    const { actor, now, origin } = ctx
    permit(canKeepZones(actor))
    await refusePlaces(tx, typed)

    const taken = await tx.select({ slug: zones.slug }).from(zones)
    const id = newId('zon')
    await tx.insert(zones).values({
      id,
      slug: slugGiver(taken.map(({ slug }) => slug))(typed.name),
      districtId: typed.district,
      version: 1,
      createdAt: now,
      confirmedOn: await todayIn(tx, now),
    })
    const version = { zoneId: id, number: 1, change: '' }
    await publishVersion(tx, ctx, version, typed, factsOf(typed, []))
    await recordEvent(tx, { kind: 'zone.entered', actor, at: now, origin, subjectId: id })
    await tellZones(tx, await zoneById(tx, id), now)
    return id
  })
}
