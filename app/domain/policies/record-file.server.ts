import type { Tx } from '~db/open.server'
import { files } from '~db/schema'
import type { Context } from '../context'
import { type FileId, newId, type VenueId } from '../ids'
import { refuseWithoutRoom } from './file-room.server'
import type { UploadedFile } from './policy'

/**
 * Writes down a file that the store already holds, in the transaction of the deed that it belongs to.
 * Refused where the venue has no room for it.
 */
export async function recordFile(
  tx: Tx,
  { actor, now }: Context,
  venueId: VenueId,
  file: UploadedFile,
): Promise<FileId> {
  await refuseWithoutRoom(tx, venueId, file.size)
  const id = newId('fil')
  await tx.insert(files).values({
    id,
    venueId,
    name: file.name,
    type: file.type,
    size: file.size,
    digest: file.digest,
    storageKey: file.storageKey,
    pages: file.pages ?? null,
    heldSince: file.held ? now : null,
    uploadedBy: actor.person.id,
    createdAt: now,
  })
  return id
}
