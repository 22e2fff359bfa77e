import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { letterPage } from '~/domain/feedback/letter-page.server'
import { replyTo } from '~/domain/feedback/reply.server'
import type { ApplicationId, ResponseId } from '~/domain/ids'
import { requireReviewer } from '~/http/guards.server'
import { readReply } from '~/http/read-reply.server'
import { load } from '~/http/respond.server'
import { respondWithFiles } from '~/http/respond-with-files.server'
import { paths } from '~/paths'
import type { FormAnswer } from '~/ui/form'
import { ReplyBox } from '~/ui/letter-replies'

export const handle = { uploads: true }

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Reply to ${data?.venue ?? 'a venue'} – Lamplight` },
]

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireReviewer(args)
  const { responseId, applicationId } = idsOf(args)
  return load(async () => {
    const page = await letterPage(ctx, responseId, { applicationId })
    return { ...page, applicationId }
  })
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireReviewer(args)
  const { responseId, applicationId } = idsOf(args)
  const form = await readReply(args, ctx, () => letterPage(ctx, responseId, { applicationId }))
  if (!form.ok) return form.answer
  return respondWithFiles(form, form.reply.files ?? [], async () => {
    await replyTo(form.ctx, responseId, form.reply)
    return redirect(`${paths.reviewLetter(applicationId, responseId)}#replies`)
  })
}

function idsOf({ params }: LoaderFunctionArgs) {
  return {
    responseId: params.responseId as ResponseId,
    applicationId: params.applicationId as ApplicationId,
  }
}

export default function ReplyToVenue() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  return (
    <>
      <p className="kicker">
        <Link to={paths.reviewLetter(page.applicationId, page.id)}>The letter to {page.venue}</Link>
      </p>
      <h1>Reply to {page.venue}</h1>
      <ReplyBox
        about={page.about}
        action={paths.reviewReply(page.applicationId, page.id)}
        to={page.venue}
        answer={answer}
      />
    </>
  )
}
