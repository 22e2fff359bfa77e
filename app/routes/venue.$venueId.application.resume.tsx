import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { applicationOfVenue } from '~/domain/applications/queries.server'
import { resumeApplication } from '~/domain/applications/resume-application.server'
import { ButtonForm } from '~/domain/forms'
import { parseForm } from '~/http/form.server'
import { requireOwner } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button } from '~/ui/button'
import { Form, type FormAnswer } from '~/ui/form'

export const meta: MetaFunction = () => [{ title: 'Pick it up again – Lamplight' }]

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  const application = await load(() => applicationOfVenue(ctx.db, ctx.actor, venueId))
  return { steppedAway: application?.state === 'stepped_away' }
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  const form = await parseForm(args, ctx, ButtonForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    await resumeApplication(form.ctx, venueId)
    return redirect(paths.venue(venueId))
  })
}

export default function Resume() {
  const { steppedAway } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  return (
    <>
      <h1>{steppedAway ? 'Come back to the program' : 'Pick up where you left off'}</h1>
      <p>
        {steppedAway
          ? 'Your application becomes a private draft again, with everything you wrote. You share it when it suits you.'
          : 'Your application goes on exactly where it was when you paused it.'}
      </p>
      <Form answer={answer}>
        <div className="actions">
          <Button look="go" pending="One moment…">
            {steppedAway ? 'Come back' : 'Pick it up again'}
          </Button>
        </div>
      </Form>
    </>
  )
}
