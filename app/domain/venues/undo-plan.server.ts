import { and, count, desc, eq, gt, ne, not, type SQL } from 'drizzle-orm'
import type { Reader } from '~db/open.server'
import { licenseChanges, licenseImports, licenseListings, people, venues } from '~db/schema'
import type { Reading } from '../context'
import type { ImportId } from '../ids'
import { type LicenseImport, licenseImportFor } from './preview-licenses.server'
import { addedBy, untouchedSince } from './untouched-venues.server'
import { standingAt } from './venue-standing.server'

const mostStaying = 100

/** Why an import cannot be taken back now. */
export type Hindrance =
  | { is: 'not_done' }
  | { is: 'undone'; at: Date; by: string | null }
  /** It was done before the program kept what an import changes. */
  | { is: 'too_old' }
  | { is: 'not_newest'; first: { id: ImportId; fileName: string; doneAt: Date } }

/** What taking an import back would do now, and what would stay; for coordinators. */
export async function undoPlan(ctx: Reading, id: ImportId) {
  const row = await licenseImportFor(ctx, id)
  const hindrance = await hindranceOf(ctx.db, row)
  const untouched = await untouchedSince(ctx.db, id)
  const removed = await venuesWhere(ctx.db, untouched)
  const stays = (await venuesWhere(ctx.db, addedBy(id))) - removed
  const kinds = await ctx.db
    .select({ kind: licenseChanges.kind, licenses: count() })
    .from(licenseChanges)
    .where(eq(licenseChanges.importId, id))
    .groupBy(licenseChanges.kind)
  const licenses = new Map(kinds.map(({ kind, licenses }) => [kind, licenses]))
  return {
    row,
    hindrance,
    removed,
    stays,
    staying: stays > 0 ? await staying(ctx, and(addedBy(id), not(untouched))) : [],
    changed: licenses.get('changed') ?? 0,
    vanished: licenses.get('vanished') ?? 0,
    returned: licenses.get('returned') ?? 0,
  }
}

/** The newest import goes back first, or a later one would stand on what is gone. */
export async function hindranceOf(db: Reader, row: LicenseImport): Promise<Hindrance | null> {
  if (row.state === 'undone') {
    return { is: 'undone', at: row.undoneAt ?? row.createdAt, by: await undoer(db, row) }
  }
  if (row.state !== 'done' || !row.doneAt) return { is: 'not_done' }
  if (row.report.vanished === undefined) return { is: 'too_old' }
  const { id, fileName, doneAt, state } = licenseImports
  const [first] = await db
    .select({ id, fileName, doneAt })
    .from(licenseImports)
    .where(and(eq(state, 'done'), gt(doneAt, row.doneAt), ne(id, row.id)))
    .orderBy(desc(doneAt))
    .limit(1)
  if (!first?.doneAt) return null
  return { is: 'not_newest', first: { ...first, doneAt: first.doneAt } }
}

async function undoer(db: Reader, { undoneBy }: LicenseImport): Promise<string | null> {
  if (!undoneBy) return null
  const [row] = await db.select({ name: people.name }).from(people).where(eq(people.id, undoneBy))
  return row?.name ?? null
}

async function venuesWhere(db: Reader, condition: SQL): Promise<number> {
  const [row] = await db
    .select({ venues: count() })
    .from(licenseListings)
    .innerJoin(venues, eq(venues.id, licenseListings.venueId))
    .where(condition)
  return row?.venues ?? 0
}

async function staying({ db, now }: Reading, condition: SQL | undefined) {
  return db
    .select({
      id: venues.id,
      name: venues.name,
      address: venues.address,
      standing: await standingAt(db, now),
      license: licenseListings.license,
      movedFrom: licenseListings.movedFromId,
    })
    .from(licenseListings)
    .innerJoin(venues, eq(venues.id, licenseListings.venueId))
    .where(condition)
    .orderBy(venues.name, venues.id)
    .limit(mostStaying)
}
