import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { takeOn } from '~/domain/applications/assign.server'
import { handsOf } from '~/domain/applications/hands-page.server'
import { applicationFor } from '~/domain/applications/queries.server'
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
  { title: `Take on ${data?.venue ?? 'a venue'} – Lamplight` },
]

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireReviewer(args)
  const id = args.params.applicationId as ApplicationId
  return load(async () => {
    const { venueName: venue } = await applicationFor(ctx.db, ctx.actor, id)
    const { now, mayTakeOn } = await handsOf(ctx, id)
    return { id, venue, now, mayTakeOn }
  })
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireReviewer(args)
  const form = await parseForm(args, ctx, ButtonForm)
  if (!form.ok) return form.answer
  const applicationId = args.params.applicationId as ApplicationId
  return respond(form, async () => {
    await takeOn(form.ctx, applicationId)
    return redirect(paths.review(applicationId))
  })
}

export default function TakeOn() {
  const { id, venue, now, mayTakeOn } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  return (
    <>
      <p className="kicker">
        <Link to={paths.review(id)}>{venue}</Link>
      </p>
      <h1>Take on {venue}</h1>
      <p className="lead">{now}.</p>
      {mayTakeOn ? (
        <Form answer={answer}>
          <p>Your colleagues see on their desk that you answer this venue.</p>
          <Button look="go" pending="Taking it on…">
            Take it on
          </Button>
        </Form>
      ) : (
        <Notice>A liaison of the district takes on what nobody has in hand.</Notice>
      )}
    </>
  )
}
