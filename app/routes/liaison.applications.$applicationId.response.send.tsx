import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ResponseForm } from '~/domain/feedback/forms'
import { sendResponse } from '~/domain/feedback/send-response.server'
import { previewOf } from '~/domain/feedback/studio.server'
import type { ApplicationId } from '~/domain/ids'
import { parseForm } from '~/http/form.server'
import { requireReviewer } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import type { FormAnswer } from '~/ui/form'
import { LetterPreview } from './liaison.applications.$applicationId.response.preview/letter-preview'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Send the letter to ${data?.venue ?? 'a venue'} – Lamplight` },
]

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireReviewer(args)
  return load(() => previewOf(ctx, args.params.applicationId as ApplicationId))
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireReviewer(args)
  const form = await parseForm(args, ctx, ResponseForm)
  if (!form.ok) return form.answer
  const applicationId = args.params.applicationId as ApplicationId
  return respond(form, async () => {
    const { responseId } = await sendResponse(form.ctx, applicationId, form.data.revision)
    return redirect(paths.reviewLetter(applicationId, responseId))
  })
}

export default function SendResponse() {
  const page = useLoaderData<typeof loader>()
  return <LetterPreview page={page} answer={useActionData<FormAnswer>()} />
}
