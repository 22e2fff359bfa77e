import { rosterImports } from '~db/schema'
import type { Context } from '../context'
import { deed } from '../deed.server'
import { type ImportId, newId, type VenueId } from '../ids'
import { permit } from '../permissions/permission'
import { canWorkOnDrafts } from '../permissions/venue'
import { previewRoster, reportOf } from './preview-roster.server'
import type { RosterReading } from './read-roster'

/** Remembers an upload, so that its preview can be read, left and found again. Nothing of the team changes. */
export function startRosterImport(
  ctx: Context,
  venueId: VenueId,
  file: { name: string; key: string; digest: string },
  reading: RosterReading,
): Promise<ImportId> {
  return deed(ctx, async (tx) => {
    const { actor, now } = ctx
    const preview = await previewRoster({ db: tx, actor, now }, venueId, reading)
    permit(canWorkOnDrafts(actor, venueId))
    const id = newId('imp')
    await tx.insert(rosterImports).values({
      id,
      venueId,
      fileName: file.name,
      fileKey: file.key,
      fileDigest: file.digest,
      state: 'previewed',
      report: reportOf(preview),
      createdBy: actor.person.id,
      createdAt: now,
    })
    return id
  })
}
