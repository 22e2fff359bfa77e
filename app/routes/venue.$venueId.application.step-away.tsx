import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData, useParams } from '@remix-run/react'
import { canMove } from '~/domain/applications/application'
import { applicationOfVenue } from '~/domain/applications/queries.server'
import { stepAway } from '~/domain/applications/step-away.server'
import { ButtonForm } from '~/domain/forms'
import { parseForm } from '~/http/form.server'
import { requireOwner } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { Form, type FormAnswer } from '~/ui/form'

export const meta: MetaFunction = () => [{ title: 'Step away – Lamplight' }]

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  const application = await load(() => applicationOfVenue(ctx.db, ctx.actor, venueId))
  return { mayPause: application !== null && canMove('pause', application.state) }
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  const form = await parseForm(args, ctx, ButtonForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    await stepAway(form.ctx, venueId)
    return redirect(paths.venue(venueId))
  })
}

export default function StepAway() {
  const { mayPause } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  const { venueId = '' } = useParams()
  return (
    <>
      <h1>Step away from the program</h1>
      <p>
        The program is voluntary, so this is yours to decide, and nobody asks why. Nothing about it
        is ever public. What you wrote stays here for your team, and you are welcome back any time.
      </p>
      {mayPause ? (
        <p>Would a pause do as well? A pause keeps your place with your liaison.</p>
      ) : null}
      <Form answer={answer}>
        <div className="actions">
          <Button pending="One moment…">Step away</Button>
          {mayPause ? (
            <ButtonLink to={paths.pauseApplication(venueId)}>Pause instead</ButtonLink>
          ) : null}
          <ButtonLink to={paths.venue(venueId)}>Go on instead</ButtonLink>
        </div>
      </Form>
    </>
  )
}
