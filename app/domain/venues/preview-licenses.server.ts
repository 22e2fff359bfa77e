import { eq } from 'drizzle-orm'
import { licenseImports } from '~db/schema'
import type { Context, Reading } from '../context'
import { deed } from '../deed.server'
import { Invalid, NotFound } from '../errors'
import { type ImportId, newId } from '../ids'
import { permit } from '../permissions/permission'
import { canImportLicenses } from '../permissions/venue'
import { listChanges } from './license-changes.server'
import { previewReport } from './license-report.server'
import type { LicenseList } from './read-license-list'

/** A kept file, as the store names it. */
export type KeptList = { name: string; key: string; digest: string }

/** Takes note of an uploaded list and of what it would bring. Nothing of it is written to the venues yet. */
export async function previewLicenses(
  ctx: Context,
  file: KeptList,
  list: LicenseList,
): Promise<ImportId> {
  permit(canImportLicenses(ctx.actor))
  refuseEmpty(list)
  // Looked at before the deed, which keeps every other write waiting.
  const report = await licensePreview(ctx, list)
  return deed(ctx, async (tx) => {
    const id = newId('imp')
    await tx.insert(licenseImports).values({
      id,
      fileName: file.name,
      fileKey: file.key,
      fileDigest: file.digest,
      state: 'previewed',
      report,
      createdBy: ctx.actor.person.id,
      createdAt: ctx.now,
    })
    return id
  })
}

/** A list in which no row can be used is no list. */
export function refuseEmpty(list: LicenseList): void {
  if (list.listings.length > 0) return
  const [first] = list.problems
  throw new Invalid({
    file: first
      ? `No row of this file can be used. Row ${first.row}: ${first.why}`
      : 'This file has column names and no rows below them; please choose another one.',
  })
}

export type LicenseImport = typeof licenseImports.$inferSelect

/** One upload of a license list, for coordinators. */
export async function licenseImportFor(
  { db, actor }: Reading,
  id: ImportId,
): Promise<LicenseImport> {
  permit(canImportLicenses(actor))
  const [row] = await db.select().from(licenseImports).where(eq(licenseImports.id, id))
  if (!row) throw new NotFound()
  return row
}

/** What a list would bring if it were imported now. */
export async function licensePreview({ db, actor }: Reading, list: LicenseList) {
  permit(canImportLicenses(actor))
  return previewReport(db, list, await listChanges(db, list))
}
