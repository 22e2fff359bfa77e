import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { recordOf } from '~/domain/feedback/record.server'
import { startResponse } from '~/domain/feedback/start-response.server'
import { ButtonForm } from '~/domain/forms'
import type { ApplicationId } from '~/domain/ids'
import { parseForm } from '~/http/form.server'
import { requireReviewer } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button } from '~/ui/button'
import { Form, type FormAnswer } from '~/ui/form'
import { Notice } from '~/ui/notice'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Begin a response to ${data?.venue ?? 'a venue'} – Lamplight` },
]

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireReviewer(args)
  return load(async () => {
    const record = await recordOf(ctx, args.params.applicationId as ApplicationId)
    const { applicationId, venue, state, writing, hindrance } = record
    return { applicationId, venue, state, waits: writing !== 'none', hindrance }
  })
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireReviewer(args)
  const form = await parseForm(args, ctx, ButtonForm)
  if (!form.ok) return form.answer
  const applicationId = args.params.applicationId as ApplicationId
  return respond(form, async () => {
    await startResponse(form.ctx, applicationId)
    return redirect(paths.response(applicationId))
  })
}

export default function StartResponse() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  return (
    <>
      <p className="kicker">
        <Link to={paths.review(page.applicationId)}>{page.venue}</Link>
      </p>
      <h1>Begin a response to {page.venue}</h1>
      <p className="lead">{page.state}.</p>
      {page.hindrance ? (
        <Notice>{page.hindrance}</Notice>
      ) : page.waits ? (
        <Form answer={answer}>
          <p>
            You read what they shared on the left and write on the right. Your draft saves itself,
            and the venue sees nothing of it until you send it.
          </p>
          <Button look="go" pending="Opening…">
            Read and write a response
          </Button>
        </Form>
      ) : (
        <Notice>This application is not waiting for a response at the moment.</Notice>
      )}
    </>
  )
}
