import type { LoaderFunctionArgs } from '@remix-run/node'
import { fileOfPart } from '~/domain/feedback/part-files.server'
import { downloadHeaders } from '~/files/names'
import { readKept } from '~/files/store.server'
import { requireAsked } from '~/http/guards.server'
import { absent, load } from '~/http/respond.server'

/** A file that was shared on a standard that somebody was asked about: saved, never opened in place. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireAsked(args)
  const { partId = '', fileId = '' } = args.params
  const file = await load(() => fileOfPart(ctx, partId, fileId))
  const bytes = await readKept(file.storageKey)
  if (!bytes) throw absent()
  return new Response(bytes, { headers: downloadHeaders(file) })
}
