import type { Tx } from '~db/open.server'
import { files } from '~db/schema'
import type { Context } from '../context'
import { type FileId, newId, type VenueId } from '../ids'
import type { UploadedFile } from './policy'

/** Writes down a file that the store already holds, in the transaction of the deed that it belongs to. */
export async function recordFile(
  tx: Tx,
  { actor, now }: Context,
  venueId: VenueId,
  file: UploadedFile,
): Promise<FileId> {
  const id = newId('fil')
  await tx.insert(files).values({
    id,
    venueId,
    name: file.name,
    type: file.type,
    size: file.size,
    digest: file.digest,
    storageKey: file.storageKey,
    uploadedBy: actor.person.id,
    createdAt: now,
  })
  return id
}
