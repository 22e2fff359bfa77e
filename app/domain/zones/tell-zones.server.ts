import { and, eq, inArray, ne, sql } from 'drizzle-orm'
import { paths } from '~/paths'
import { stretchWords } from '~/words/en/zone-changes'
import { hoursWords } from '~/words/en/zones'
import { type Database, prepared, type Tx } from '~db/open.server'
import { events, zoneTellings, zoneVersions } from '~db/schema'
import type { EventKind } from '../events'
import { recordEvent } from '../events.server'
import type { VenueId } from '../ids'
import { queueEmail } from '../outbox.server'
import { todayIn } from '../standards/program.server'
import { venueRecipients } from '../venues/queries.server'
import { zoneById } from './queries.server'
import { venuesToTell, zonesWithNews } from './venues-to-tell.server'
import type { Zone } from './zone'

/**
 * Tells the venues within reach of a zone's newest version, once for each venue and version: a mail to
 * each owner and manager whom the program knows. That a zone ended is news only for those who heard
 * of it before. Answers how many venues were told now.
 */
export async function tellZones(tx: Tx, zone: Zone, now: Date): Promise<number> {
  const heard = await heardBefore(tx, zone)
  let told = 0
  for (const venue of await venuesToTell(tx, zone)) {
    if (zone.status === 'ended' && !heard.has(venue.id)) continue
    if (await tell(tx, zone, venue, heard.has(venue.id) ? zone.change : '', now)) told += 1
  }
  return told
}

/**
 * Tells venues that came within reach after a version was published: their first people were
 * confirmed, or their place was corrected. Where nothing of the kind happened since the last look,
 * it is one short read.
 */
export async function tellVenuesOfZones(db: Database, now: Date): Promise<number> {
  const looked = lastLook.get(db)
  if (looked && now.getTime() - looked.getTime() < mostRest) {
    const since = new Date(looked.getTime() - inFlight)
    const [happened] = await bringsNews(db).execute({ since: since.getTime() })
    if (!happened) return 0
  }
  let told = 0
  for (const zoneId of await zonesWithNews(db, await todayIn(db, now))) {
    told += await db.transaction(async (tx) => tellZones(tx, await zoneById(tx, zoneId), now))
  }
  lastLook.set(db, now)
  return told
}

/** When this process last looked at all venues. It spares work, and decides nothing. */
const lastLook = new WeakMap<Database, Date>()
/** After this long it looks again anyway, in milliseconds. */
const mostRest = 60 * 60_000
/** A deed carries the time at which it began, and is seen when it is over. */
const inFlight = 60_000

const bringsNews = prepared((db) =>
  db
    .select({ id: events.id })
    .from(events)
    .where(
      and(
        inArray(events.kind, [
          'venue.claimed',
          'venue.join_confirmed',
          'venue.merged',
          'venue.unmerged',
          'licenses.imported',
          'licenses.import_undone',
          'districts.arranged',
        ] satisfies EventKind[]),
        sql`${events.at} > ${sql.placeholder('since')}`,
      ),
    )
    .limit(1),
)

/** False where somebody else told the venue first, or nobody is there to be told. */
async function tell(
  tx: Tx,
  zone: Zone,
  venue: { id: VenueId; name: string },
  change: string,
  now: Date,
): Promise<boolean> {
  const recipients = await venueRecipients(tx, venue.id)
  if (recipients.length === 0) return false
  const first = await tx
    .insert(zoneTellings)
    .values({ versionId: zone.versionId, venueId: venue.id, toldAt: now })
    .onConflictDoNothing()
    .returning({ venueId: zoneTellings.venueId })
  if (first.length === 0) return false

  const { name, status, effectiveFrom, facts } = zone
  for (const recipient of recipients) {
    const news = {
      venue: venue.name,
      zone: name,
      status,
      change,
      where: facts.segments.map(stretchWords),
      hours: hoursWords(facts.hours),
      from: effectiveFrom,
      path: paths.acknowledgeZone(venue.id, zone.id),
      publicPath: paths.zone(zone.slug),
    }
    await queueEmail(tx, recipient, 'zone-told', news, now)
  }
  await recordEvent(tx, {
    kind: 'zone.told',
    actor: null,
    at: now,
    origin: null,
    venueId: venue.id,
    subjectId: zone.id,
    facts: { version: zone.version },
  })
  return true
}

/** The venues that were told of an earlier version. */
async function heardBefore(tx: Tx, { id, versionId }: Zone): Promise<Set<VenueId>> {
  const rows = await tx
    .selectDistinct({ venueId: zoneTellings.venueId })
    .from(zoneTellings)
    .innerJoin(zoneVersions, eq(zoneVersions.id, zoneTellings.versionId))
    .where(and(eq(zoneVersions.zoneId, id), ne(zoneVersions.id, versionId)))
  return new Set(rows.map(({ venueId }) => venueId))
}
