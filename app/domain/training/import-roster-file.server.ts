import { and, eq } from 'drizzle-orm'
import type { Database, Reader } from '~db/open.server'
import { rosterImports, venues } from '~db/schema'
import type { RosterImportReport } from '~db/schema/training'
import { recordEvent } from '../events.server'
import { newId, type VenueId } from '../ids'
import { notMerged } from '../live-venues.server'
import { changesNothing } from './plan-roster'
import { planFor, reportOf } from './preview-roster.server'
import type { RosterReading } from './read-roster'
import { rememberMapping } from './roster-mappings.server'
import { writeRoster } from './write-roster.server'

/** The venue with this slug: for whoever has the machine, and so asks nobody's leave. */
export async function venueBySlug(
  db: Reader,
  slug: string,
): Promise<{ id: VenueId; name: string } | null> {
  const [row] = await db
    .select({ id: venues.id, name: venues.name })
    .from(venues)
    .where(and(eq(venues.slug, slug), notMerged))
  return row ?? null
}

/** What a file would do to a venue's team; nothing is written. */
export async function dryRunRosterFile(
  db: Reader,
  venueId: VenueId,
  reading: RosterReading,
  now: Date,
): Promise<RosterImportReport> {
  return reportOf(await planFor(db, venueId, reading, now))
}

/**
 * Imports a staff list from the command line, without a preview page: the machine's own person acts,
 * so nobody is named as the one who did. It can be taken back in the browser. A file that changes
 * nothing leaves no trace.
 */
export function importRosterFile(
  db: Database,
  venueId: VenueId,
  file: { name: string; digest: string },
  reading: RosterReading,
  now: Date,
): Promise<RosterImportReport> {
  return db.transaction(async (tx) => {
    const preview = await planFor(tx, venueId, reading, now)
    const report = reportOf(preview)
    if (changesNothing(preview.plan)) return report
    const id = newId('imp')
    const by = { actor: null, now, origin: null }
    if (reading.mapping.some(({ from }) => from === 'chosen')) {
      await rememberMapping(tx, venueId, reading, by)
    }
    const changes = await writeRoster(tx, venueId, preview.plan, by)
    await tx.insert(rosterImports).values({
      id,
      venueId,
      fileName: file.name,
      fileKey: '',
      fileDigest: file.digest,
      state: 'done',
      report,
      changes,
      createdBy: null,
      createdAt: now,
      doneAt: now,
    })
    await recordEvent(tx, {
      kind: 'roster.imported',
      actor: null,
      at: now,
      origin: null,
      venueId,
      subjectId: id,
      facts: { people: report.people.new, records: report.records.new },
    })
    return report
  })
}
