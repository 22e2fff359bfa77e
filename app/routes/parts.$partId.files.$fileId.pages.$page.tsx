import type { LoaderFunctionArgs } from '@remix-run/node'
import { fileOfPart } from '~/domain/feedback/part-files.server'
import { pictureAnswer } from '~/files/page-answer.server'
import { requireAsked } from '~/http/guards.server'
import { absent, load } from '~/http/respond.server'

/** A page of such a file as a picture. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireAsked(args)
  const { partId = '', fileId = '', page = '' } = args.params
  const file = await load(() => fileOfPart(ctx, partId, fileId))
  return (await pictureAnswer(file, page)) ?? absent()
}
