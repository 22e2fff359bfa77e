import { rosterImports } from '~db/schema'
import type { RosterImportReport } from '~db/schema/training'
import type { Context } from '../context'
import { deed } from '../deed.server'
import { type ImportId, newId, type VenueId } from '../ids'
import { permit } from '../permissions/permission'
import { canWorkOnDrafts } from '../permissions/venue'

/** Remembers an upload, so that its preview can be read, left and found again. Nothing of the team changes. */
export function startRosterImport(
  ctx: Context,
  venueId: VenueId,
  file: { name: string; key: string; digest: string },
  report: RosterImportReport,
): Promise<ImportId> {
  return deed(ctx, async (tx) => {
    const { actor, now } = ctx
    permit(canWorkOnDrafts(actor, venueId))
    const id = newId('imp')
    await tx.insert(rosterImports).values({
      id,
      venueId,
      fileName: file.name,
      fileKey: file.key,
      fileDigest: file.digest,
      state: 'previewed',
      report,
      createdBy: actor.person.id,
      createdAt: now,
    })
    return id
  })
}
