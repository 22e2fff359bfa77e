import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ButtonForm } from '~/domain/forms'
import type { InvitationId } from '~/domain/ids'
import { invitationLetter } from '~/domain/venues/letters.server'
import { withdrawInvitation } from '~/domain/venues/withdraw-invitation.server'
import { parseForm } from '~/http/form.server'
import { requireCoordinator } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { Form, type FormAnswer } from '~/ui/form'

export const meta: MetaFunction = () => [{ title: 'Take an invitation back – Lamplight' }]

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireCoordinator(args)
  const id = args.params.invitationId as InvitationId
  return load(async () => {
    const { venue, standing } = await invitationLetter(ctx, id)
    return { id, venue, open: standing === 'open' || standing === 'over' }
  })
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireCoordinator(args)
  const form = await parseForm(args, ctx, ButtonForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    const id = args.params.invitationId as InvitationId
    return redirect(paths.coordinatorVenue(await withdrawInvitation(form.ctx, id)))
  })
}

export default function Withdraw() {
  const { id, venue, open } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  const back = <ButtonLink to={paths.invitationLetter(id)}>Back to the letter</ButtonLink>
  if (!open && !answer) {
    return (
      <>
        <h1>This invitation is not open any more</h1>
        <p className="lead">Its code was used or taken back, so there is nothing to take back.</p>
        {back}
      </>
    )
  }
  return (
    <>
      <h1>Take back the invitation to {venue}?</h1>
      <p className="lead">
        The code in the letter stops working. You can write a new letter at any time.
      </p>
      <Form answer={answer} label="Take the invitation back">
        <div className="actions">
          <Button look="danger" pending="Taking it back…">
            Take it back
          </Button>
          {back}
        </div>
      </Form>
    </>
  )
}
