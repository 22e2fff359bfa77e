import { and, asc, eq, isNull } from 'drizzle-orm'
import { formatSize } from '~/words/en/format'
import type { Reader, Tx } from '~db/open.server'
import { files, replies, replyFiles, responses } from '~db/schema'
import { applicationFor } from '../applications/queries.server'
import { sharedFileFor } from '../applications/rounds.server'
import type { Actor, Context } from '../context'
import type { ApplicationId, FileId, ReplyId, ResponseId, VenueId } from '../ids'
import { heldWords, type UploadedFile } from '../policies/policy'
import { recordFile } from '../policies/record-file.server'

/** Puts files to a reply, in the deed that writes it. Whoever sent them, they take the venue's room. */
export async function putFilesTo(
  tx: Tx,
  ctx: Context,
  venueId: VenueId,
  replyId: ReplyId,
  uploaded: readonly UploadedFile[],
): Promise<void> {
  for (const file of uploaded) {
    const fileId = await recordFile(tx, ctx, venueId, file)
    await tx.insert(replyFiles).values({ replyId, fileId })
  }
}

/** The files that came with the replies to a letter, by the reply. The caller has read the letter through its scope. */
export async function filesOfReplies(db: Reader, responseId: ResponseId) {
  const rows = await db
    .select({
      replyId: replyFiles.replyId,
      id: files.id,
      name: files.name,
      size: files.size,
      heldSince: files.heldSince,
      foundIn: files.foundIn,
    })
    .from(replies)
    .innerJoin(replyFiles, eq(replyFiles.replyId, replies.id))
    .innerJoin(files, eq(files.id, replyFiles.fileId))
    .where(and(eq(replies.responseId, responseId), isNull(files.removedAt)))
    .orderBy(asc(files.name), asc(files.id))
  return rows.map(({ replyId, id, name, size, ...row }) => {
    return { replyId, id, name, size: formatSize(size), held: heldWords(row) }
  })
}

/** A file that went along with a round or came with a reply, for staff that the application was shared with. */
export async function fileForStaff(
  db: Reader,
  actor: Actor,
  applicationId: ApplicationId,
  fileId: FileId,
) {
  const { id } = await applicationFor(db, actor, applicationId)
  const [file] = await db
    .select({
      name: files.name,
      type: files.type,
      size: files.size,
      storageKey: files.storageKey,
      pages: files.pages,
    })
    .from(responses)
    .innerJoin(replies, eq(replies.responseId, responses.id))
    .innerJoin(replyFiles, and(eq(replyFiles.replyId, replies.id), eq(replyFiles.fileId, fileId)))
    .innerJoin(files, eq(files.id, replyFiles.fileId))
    .where(and(eq(responses.applicationId, id), isNull(files.removedAt), isNull(files.heldSince)))
  return file ?? sharedFileFor(db, actor, applicationId, fileId)
}
