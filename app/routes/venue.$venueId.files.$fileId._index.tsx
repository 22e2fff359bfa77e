import type { LoaderFunctionArgs } from '@remix-run/node'
import type { FileId } from '~/domain/ids'
import { fileFor } from '~/domain/policies/queries.server'
import { downloadHeaders } from '~/files/names'
import { readKept } from '~/files/store.server'
import { requireOwner } from '~/http/guards.server'
import { absent, load } from '~/http/respond.server'

/** A file of the venue, for its own people: saved, never opened in place. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  const file = await load(() => fileFor(ctx.db, ctx.actor, venueId, args.params.fileId as FileId))
  const bytes = await readKept(file.storageKey)
  if (!bytes) throw absent()
  return new Response(bytes, { headers: downloadHeaders(file) })
}
