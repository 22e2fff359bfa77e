import type { LoaderFunctionArgs } from '@remix-run/node'
import { sharedFileFor } from '~/domain/applications/rounds.server'
import type { ApplicationId, FileId } from '~/domain/ids'
import { pictureAnswer } from '~/files/page-answer.server'
import { requireReviewer } from '~/http/guards.server'
import { absent, load } from '~/http/respond.server'

/** A page of a PDF that went along with a round as a picture, for staff that it was shared with. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, actor } = await requireReviewer(args)
  const { applicationId, fileId, page = '' } = args.params
  const file = await load(() =>
    sharedFileFor(db, actor, applicationId as ApplicationId, fileId as FileId),
  )
  return (await pictureAnswer(file, page)) ?? absent()
}
