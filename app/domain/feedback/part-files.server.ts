import { inArray } from 'drizzle-orm'
import { roundEvidence } from '~db/schema'
import { fileOfEvidence } from '../applications/rounds.server'
import type { Reading } from '../context'
import type { FileId } from '../ids'
import { partFor } from './part.server'

/** A file of the round that shows one of the standards of a part, for whoever writes it. Others are absent. */
export async function fileOfPart({ db, actor }: Reading, partId: string, fileId: string) {
  const { hand } = await partFor(db, actor, partId)
  const shown = hand.evidence.map(({ id }) => id)
  return fileOfEvidence(db, fileId as FileId, inArray(roundEvidence.id, shown))
}
