import type { LoaderFunctionArgs } from '@remix-run/node'
import { walkPhotoFor } from '~/domain/contacts/walk-photos.server'
import type { WalkId, WalkPhotoId } from '~/domain/ids'
import { downloadHeaders } from '~/files/names'
import { readKept } from '~/files/store.server'
import { requireEitherSide } from '~/http/guards.server'
import { absent, load } from '~/http/respond.server'

/** A photo of a walk-through, for both of its sides. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, actor } = await requireEitherSide(args)
  const { walkId, photoId } = args.params
  const { file } = await load(() =>
    walkPhotoFor(db, actor, walkId as WalkId, photoId as WalkPhotoId),
  )
  const bytes = file.heldSince || file.foundIn ? null : await readKept(file.storageKey)
  if (!bytes) throw absent()
  return new Response(bytes, { headers: downloadHeaders(file) })
}
