import { and, eq, max, ne } from 'drizzle-orm'
import type { Database, Tx } from '~db/open.server'
import { licenseImports } from '~db/schema'
import type { LicenseImportReport } from '~db/schema/venues'
import type { Actor, Context, Origin } from '../context'
import { deed } from '../deed.server'
import { ensureDistricts, placeNeighborhoods } from '../districts/place-neighborhoods.server'
import { Conflict, Invalid, NotFound } from '../errors'
import { recordEvent } from '../events.server'
import { type ImportId, newId } from '../ids'
import { permit } from '../permissions/permission'
import { canImportLicenses } from '../permissions/venue'
import { todayIn } from '../standards/program.server'
import { layDownListings } from './lay-down-listings.server'
import { listChanges } from './license-changes.server'
import { licenseReport } from './license-report.server'
import { type Extent, mayBePart } from './license-rules'
import { type KeptList, refuseEmpty } from './preview-licenses.server'
import type { LicenseList } from './read-license-list'

/** The name of the district that each neighborhood belongs to; null for none. Unnamed ones stay as they are. */
export type ChosenDistricts = ReadonlyMap<string, string | null>

type Doer = { actor: Actor | null; now: Date; origin: Origin | null }
type Laid = { report: LicenseImportReport; doneAt: Date }

/**
 * Imports a previewed list in one transaction: districts as chosen, new venues, changed ones, marks
 * on those that it lacks. It works once; the same list again changes nothing and says so.
 */
export function importLicenses(
  ctx: Context,
  id: ImportId,
  list: LicenseList,
  chosen: ChosenDistricts,
  extent: Extent | null = null,
): Promise<LicenseImportReport> {
  return deed(ctx, async (tx) => {
    permit(canImportLicenses(ctx.actor))
    const [row] = await tx.select().from(licenseImports).where(eq(licenseImports.id, id))
    if (!row) throw new NotFound()
    if (row.state !== 'previewed') throw new Conflict('This list has been imported already.')
    const laid = await layDown(tx, id, list, chosen, extent, ctx)
    await finish(tx, id, laid)
    return laid.report
  })
}

/** Imports a list without a page: for the command and the demo. */
export function importLicenseFile(
  db: Database,
  file: KeptList,
  list: LicenseList,
  chosen: ChosenDistricts,
  now: Date,
  extent: Extent | null = null,
): Promise<{ id: ImportId; report: LicenseImportReport }> {
  refuseEmpty(list)
  return db.transaction(async (tx) => {
    const id = newId('imp')
    const { name: fileName, key: fileKey, digest: fileDigest } = file
    const kept = { id, fileName, fileKey, fileDigest, report: noReport, createdAt: now }
    await tx.insert(licenseImports).values({ ...kept, state: 'previewed' })
    const doer = { actor: null, now, origin: null }
    const laid = await layDown(tx, id, list, chosen, extent, doer)
    await finish(tx, id, laid)
    return { id, report: laid.report }
  })
}

const noReport: LicenseImportReport = {
  ...{ rows: 0, venues: 0, added: 0, changed: 0, unchanged: 0 },
  ...{ repeatedRows: 0, repeatedHeaders: 0, problems: [] },
}

async function finish(tx: Tx, id: ImportId, { report, doneAt }: Laid): Promise<void> {
  const done = await tx
    .update(licenseImports)
    .set({ state: 'done', doneAt, report })
    .where(and(eq(licenseImports.id, id), eq(licenseImports.state, 'previewed')))
    .returning({ id: licenseImports.id })
  if (done.length === 0) throw new Conflict('This list has been imported already.')
}

async function layDown(
  tx: Tx,
  importId: ImportId,
  list: LicenseList,
  chosen: ChosenDistricts,
  extent: Extent | null,
  { actor, now, origin }: Doer,
): Promise<Laid> {
  const moved = await placeChosen(tx, chosen, now)
  const changes = await listChanges(tx, list)
  refuseDoubtful(changes.known, changes.vanished.length, extent)
  if (extent === 'part') changes.vanished = []
  const doubt = extent === 'part' ? { part: true } : {}
  const tally = await layDownListings(tx, changes, { importId, now, today: await todayIn(tx, now) })
  const report = { ...(await licenseReport(tx, list, changes, tally)), ...doubt }
  const { rows, venues, added, changed, unchanged, vanished = 0, returned = 0 } = report
  await recordEvent(tx, {
    kind: 'licenses.imported',
    actor,
    at: now,
    origin,
    subjectId: importId,
    facts: {
      rows,
      venues,
      added,
      changed,
      unchanged,
      vanished,
      returned,
      neighborhoodsMoved: moved,
    },
  })
  return { report, doneAt: await afterAllOthers(tx, importId, now) }
}

function refuseDoubtful(known: number, vanished: number, extent: Extent | null): void {
  if (extent !== null || !mayBePart({ known, vanished })) return
  throw new Invalid({
    extent: `This list lacks ${vanished} of the ${known} licenses on file, so it may be a part of the list. Say which it is.`,
  })
}

/** Imports are told apart by when they were done, and the newest goes back first: no two at one moment. */
async function afterAllOthers(tx: Tx, id: ImportId, now: Date): Promise<Date> {
  const [row] = await tx
    .select({ last: max(licenseImports.doneAt) })
    .from(licenseImports)
    .where(ne(licenseImports.id, id))
  const last = row?.last?.getTime() ?? 0
  return new Date(Math.max(now.getTime(), last + 1))
}

async function placeChosen(tx: Tx, chosen: ChosenDistricts, now: Date): Promise<number> {
  const names = [...chosen.values()].filter((name) => name !== null)
  const ids = await ensureDistricts(tx, names, now)
  const moved = await placeNeighborhoods(
    tx,
    new Map(
      [...chosen].map(([name, district]) => [name, district ? (ids.get(district) ?? null) : null]),
    ),
  )
  return moved.length
}
