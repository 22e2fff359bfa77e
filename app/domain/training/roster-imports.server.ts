import { and, desc, eq, gt, isNotNull } from 'drizzle-orm'
import { rosterImports } from '~db/schema'
import type { Reading } from '../context'
import { NotFound } from '../errors'
import type { VenueId } from '../ids'
import { placeIn } from '../permissions/who'
import { keptFor, type RosterImport } from './preview-roster.server'

type Listed = Pick<RosterImport, 'id' | 'fileName' | 'doneAt'>
type Confirmed = Pick<RosterImport, 'state' | 'startedAt' | 'failure'>

/** Whether a long list was confirmed and is being imported by itself. */
export function isUnderWay({ state, startedAt, failure }: Confirmed): boolean {
  return state === 'previewed' && startedAt !== null && failure === null
}

/** The venue's imports that were carried out, the newest first. */
export async function rosterImportsOf(
  { db, actor }: Pick<Reading, 'db' | 'actor'>,
  venueId: VenueId,
): Promise<Listed[]> {
  if (!placeIn(actor, venueId)) throw new NotFound()
  const { id, fileName, state, doneAt } = rosterImports
  return db
    .select({ id, fileName, doneAt })
    .from(rosterImports)
    .where(and(eq(rosterImports.venueId, venueId), eq(state, 'done')))
    .orderBy(desc(doneAt))
    .limit(10)
}

/** Long lists of the venue that were confirmed and are under way, or were not carried out and can be tried again. */
export async function openRosterImports(
  { db, actor, now }: Reading,
  venueId: VenueId,
): Promise<{ id: RosterImport['id']; fileName: string; underWay: boolean }[]> {
  if (!placeIn(actor, venueId)) throw new NotFound()
  const { id, fileName, state, startedAt, failure, createdAt } = rosterImports
  const rows = await db
    .select({ id, fileName, state, startedAt, failure })
    .from(rosterImports)
    .where(
      and(
        eq(rosterImports.venueId, venueId),
        eq(state, 'previewed'),
        isNotNull(startedAt),
        gt(createdAt, new Date(now.getTime() - keptFor)),
      ),
    )
    .orderBy(desc(startedAt))
    .limit(10)
  return rows.map((row) => ({ id: row.id, fileName: row.fileName, underWay: isUnderWay(row) }))
}
