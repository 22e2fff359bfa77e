import type { LoaderFunctionArgs } from '@remix-run/node'
import { fileForStaff } from '~/domain/feedback/reply-files.server'
import type { ApplicationId, FileId } from '~/domain/ids'
import { downloadHeaders } from '~/files/names'
import { readKept } from '~/files/store.server'
import { requireReviewer } from '~/http/guards.server'
import { absent, load } from '~/http/respond.server'

/** A file that went along with a round or came with a reply, for staff that it was shared with: saved, never opened in place. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, actor } = await requireReviewer(args)
  const { applicationId, fileId } = args.params
  const file = await load(() =>
    fileForStaff(db, actor, applicationId as ApplicationId, fileId as FileId),
  )
  const bytes = await readKept(file.storageKey)
  if (!bytes) throw absent()
  return new Response(bytes, { headers: downloadHeaders(file) })
}
