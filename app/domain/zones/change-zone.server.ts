import { and, eq } from 'drizzle-orm'
import { formatMoment } from '~/words/en/format'
import { zoneChanges } from '~/words/en/zone-changes'
import type { Tx } from '~db/open.server'
import { zones } from '~db/schema'
import type { Context } from '../context'
import { deed } from '../deed.server'
import { Conflict, Invalid } from '../errors'
import { recordEvent } from '../events.server'
import type { ZoneId } from '../ids'
import { permit } from '../permissions/permission'
import { canKeepZones } from '../permissions/zone'
import { programOf, todayIn } from '../standards/program.server'
import type { TypedChange } from './forms'
import { publishVersion, refusePlaces } from './publish-version.server'
import { versionsOf, zoneById, zoneFor } from './queries.server'
import { tellZones } from './tell-zones.server'
import { aspectsChanged, type Zone } from './zone'
import { factsOf } from './zone-facts.server'

const nothingChanged =
  'Nothing differs from what stands, so there is no news for the venues. To say that all of it still holds, confirm the zone instead.'

/**
 * Makes a new version of a zone by compare-and-set on the version that the page was opened with, and
 * tells the venues within reach once more. Answers the version's number.
 */
export function changeZone(
  ctx: Context,
  zoneId: ZoneId,
  typed: TypedChange,
  revision: number,
): Promise<number> {
  return deed(ctx, async (tx) => {
    const { actor, now, origin } = ctx
    permit(canKeepZones(actor))
    const zone = await zoneFor({ db: tx, actor, now }, zoneId)
    if (zone.version !== revision) throw await lostRace(tx, ctx, zone, revision)
    await refusePlaces(tx, typed)
    const facts = factsOf(typed, zone.facts.segments)
    if (aspectsChanged(zone, { ...typed, districtId: typed.district, facts }).length === 0) {
      throw new Invalid({ '': nothingChanged })
    }

    const number = revision + 1
    const saved = await tx
      .update(zones)
      .set({ version: number, districtId: typed.district, confirmedOn: await todayIn(tx, now) })
      .where(and(eq(zones.id, zoneId), eq(zones.version, revision)))
      .returning({ id: zones.id })
    if (saved.length === 0) throw await lostRace(tx, ctx, zone, revision)
    await publishVersion(tx, ctx, { zoneId, number, change: typed.change }, typed, facts)
    const happening = { actor, at: now, origin, subjectId: zoneId, facts: { version: number } }
    await recordEvent(tx, {
      ...{ kind: 'zone.changed', ...happening },
      before: smallFacts(zone),
      after: smallFacts({ ...typed, version: number, districtId: typed.district }),
    })
    await tellZones(tx, await zoneById(tx, zoneId), now)
    return number
  })
}

type Small = Pick<Zone, 'version' | 'districtId' | 'status' | 'effectiveFrom' | 'effectiveUntil'>

function smallFacts({ version, districtId, status, effectiveFrom, effectiveUntil }: Small) {
  return { version, district: districtId, status, from: effectiveFrom, until: effectiveUntil }
}

/** Says who was first and what they changed. What this person typed stays on the page. */
async function lostRace(tx: Tx, { now }: Context, { id }: Pick<Zone, 'id'>, revision: number) {
  const versions = await versionsOf(tx, id)
  const [newest] = versions
  const opened = versions.find(({ version }) => version === revision)
  if (!newest) return new Conflict('This zone was changed meanwhile. Please open it again.')
  const { timeZone } = await programOf(tx)
  const when = formatMoment(newest.publishedAt, timeZone, 'en-US', now)
  return new Conflict(
    `${newest.publishedBy} changed this zone on ${when}, while you had this page open. What you typed is kept below and is not saved yet: look at both, and save.`,
    {
      revision: String(newest.version),
      change: newest.change,
      differences: opened ? zoneChanges(opened, newest).join('\n') : '',
    },
  )
}
