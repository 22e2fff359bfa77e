import type { LoaderFunctionArgs } from '@remix-run/node'
import type { FileId } from '~/domain/ids'
import { fileFor } from '~/domain/policies/queries.server'
import { pictureAnswer } from '~/files/page-answer.server'
import { requireOwner } from '~/http/guards.server'
import { absent, load } from '~/http/respond.server'

/** A page of a PDF of the venue as a picture, for its own people. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  const { fileId, page = '' } = args.params
  const file = await load(() => fileFor(ctx.db, ctx.actor, venueId, fileId as FileId))
  return (await pictureAnswer(file, page)) ?? absent()
}
