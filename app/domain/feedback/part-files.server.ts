import { and, eq, inArray, isNull, or } from 'drizzle-orm'
import { files, policyVersions, roundEvidence } from '~db/schema'
import type { Reading } from '../context'
import { NotFound } from '../errors'
import type { FileId } from '../ids'
import { partFor } from './part.server'

/** A file of the round that shows one of the standards of a part, for whoever writes it. Others are absent. */
export async function fileOfPart({ db, actor }: Reading, partId: string, fileId: string) {
  const { hand } = await partFor(db, actor, partId)
  const shown = hand.evidence.map(({ id }) => id)
  const [file] = await db
    .select({
      name: files.name,
      type: files.type,
      size: files.size,
      storageKey: files.storageKey,
      pages: files.pages,
    })
    .from(roundEvidence)
    .leftJoin(policyVersions, eq(policyVersions.id, roundEvidence.policyVersionId))
    .innerJoin(files, or(eq(files.id, roundEvidence.fileId), eq(files.id, policyVersions.fileId)))
    .where(
      and(
        inArray(roundEvidence.id, shown),
        eq(files.id, fileId as FileId),
        isNull(files.heldSince),
      ),
    )
    .limit(1)
  if (!file) throw new NotFound()
  return file
}
