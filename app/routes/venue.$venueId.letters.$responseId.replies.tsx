import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Link, useActionData, useLoaderData, useParams } from '@remix-run/react'
import { letterPage } from '~/domain/feedback/letter-page.server'
import { replyTo } from '~/domain/feedback/reply.server'
import type { ResponseId } from '~/domain/ids'
import { requireOwner } from '~/http/guards.server'
import { readReply } from '~/http/read-reply.server'
import { load } from '~/http/respond.server'
import { respondWithFiles } from '~/http/respond-with-files.server'
import { paths } from '~/paths'
import type { FormAnswer } from '~/ui/form'
import { ReplyBox } from '~/ui/letter-replies'
import { Notice } from '~/ui/notice'

export const handle = { uploads: true }

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Reply to ${data?.letter.from ?? 'a letter'} – ${data?.venue ?? 'Lamplight'}` },
]

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  return load(() => letterPage(ctx, args.params.responseId as ResponseId, { venueId }))
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  const responseId = args.params.responseId as ResponseId
  const form = await readReply(args, ctx, () => letterPage(ctx, responseId, { venueId }))
  if (!form.ok) return form.answer
  return respondWithFiles(form, form.reply.files ?? [], async () => {
    await replyTo(form.ctx, responseId, form.reply)
    return redirect(`${paths.letter(venueId, responseId)}#replies`)
  })
}

export default function Reply() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  const { venueId = '' } = useParams()
  return (
    <>
      <p className="kicker">
        <Link to={paths.letter(venueId, page.id)}>The letter from {page.letter.from}</Link>
      </p>
      <h1>Reply to {page.letter.from}</h1>
      {page.mayReply ? (
        <ReplyBox
          about={page.about}
          action={paths.replyToLetter(venueId, page.id)}
          to={page.letter.from}
          answer={answer}
        />
      ) : (
        <Notice>Replies are written by an owner or a manager of the venue.</Notice>
      )}
    </>
  )
}
