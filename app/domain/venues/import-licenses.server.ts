import { and, eq } from 'drizzle-orm'
import type { Database, Tx } from '~db/open.server'
import { licenseImports } from '~db/schema'
import type { LicenseImportReport } from '~db/schema/venues'
import type { Actor, Context, Origin } from '../context'
import { deed } from '../deed.server'
import { ensureDistricts, placeNeighborhoods } from '../districts/place-neighborhoods.server'
import { Conflict, NotFound } from '../errors'
import { recordEvent } from '../events.server'
import { type ImportId, newId } from '../ids'
import { permit } from '../permissions/permission'
import { canImportLicenses } from '../permissions/venue'
import { todayIn } from '../standards/program.server'
import { layDownListings } from './lay-down-listings.server'
import { licenseChanges, licenseReport } from './license-changes.server'
import { type KeptList, refuseEmpty } from './preview-licenses.server'
import type { LicenseList } from './read-license-list'

/** The name of the district that each neighborhood belongs to; null for none. Unnamed ones stay as they are. */
export type ChosenDistricts = ReadonlyMap<string, string | null>

type Doer = { actor: Actor | null; now: Date; origin: Origin | null }

/**
 * Imports a previewed list in one transaction: districts as chosen, new venues, changed ones. It
 * works once; the same list again is another import, which changes nothing and says so.
 */
export function importLicenses(
  ctx: Context,
  id: ImportId,
  list: LicenseList,
  chosen: ChosenDistricts,
): Promise<LicenseImportReport> {
  return deed(ctx, async (tx) => {
    permit(canImportLicenses(ctx.actor))
    const [row] = await tx.select().from(licenseImports).where(eq(licenseImports.id, id))
    if (!row) throw new NotFound()
    const report = await layDown(tx, id, list, chosen, ctx)
    const done = await tx
      .update(licenseImports)
      .set({ state: 'done', doneAt: ctx.now, report })
      .where(and(eq(licenseImports.id, id), eq(licenseImports.state, 'previewed')))
      .returning({ id: licenseImports.id })
    if (done.length === 0) throw new Conflict('This list has been imported already.')
    return report
  })
}

/** Imports a list without a page: for the command and the demo. */
export function importLicenseFile(
  db: Database,
  file: KeptList,
  list: LicenseList,
  chosen: ChosenDistricts,
  now: Date,
): Promise<{ id: ImportId; report: LicenseImportReport }> {
  refuseEmpty(list)
  return db.transaction(async (tx) => {
    const id = newId('imp')
    const empty = licenseReport(list, { added: [], changed: [], unchanged: 0 })
    await tx.insert(licenseImports).values({
      id,
      fileName: file.name,
      fileKey: file.key,
      fileDigest: file.digest,
      state: 'done',
      report: empty,
      createdAt: now,
      doneAt: now,
    })
    const report = await layDown(tx, id, list, chosen, { actor: null, now, origin: null })
    await tx.update(licenseImports).set({ report }).where(eq(licenseImports.id, id))
    return { id, report }
  })
}

async function layDown(
  tx: Tx,
  importId: ImportId,
  list: LicenseList,
  chosen: ChosenDistricts,
  { actor, now, origin }: Doer,
): Promise<LicenseImportReport> {
  const moved = await placeChosen(tx, chosen, now)
  const changes = await licenseChanges(tx, list)
  const report = licenseReport(list, changes)
  await layDownListings(tx, changes, { importId, now, today: await todayIn(tx, now) })
  const { rows, venues, added, changed, unchanged } = report
  await recordEvent(tx, {
    kind: 'licenses.imported',
    actor,
    at: now,
    origin,
    subjectId: importId,
    facts: { rows, venues, added, changed, unchanged, neighborhoodsMoved: moved },
  })
  return report
}

async function placeChosen(tx: Tx, chosen: ChosenDistricts, now: Date): Promise<number> {
  const names = [...chosen.values()].filter((name) => name !== null)
  const ids = await ensureDistricts(tx, names, now)
  return placeNeighborhoods(
    tx,
    new Map(
      [...chosen].map(([name, district]) => [name, district ? (ids.get(district) ?? null) : null]),
    ),
  )
}
