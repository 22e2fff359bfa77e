import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData, useParams } from '@remix-run/react'
import { venueInvitation } from '~/domain/accounts/invitations.server'
import { spend } from '~/domain/accounts/limits.server'
import { renewPlaceInvitation } from '~/domain/accounts/renew-invitation.server'
import { ButtonForm } from '~/domain/forms'
import type { PlaceInvitationId } from '~/domain/ids'
import { permit } from '~/domain/permissions/permission'
import { canInvite } from '~/domain/permissions/place'
import { parseForm } from '~/http/form.server'
import { requireOwner } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { Form, type FormAnswer } from '~/ui/form'

export const meta: MetaFunction = () => [{ title: 'Send an invitation again – Lamplight' }]

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  const invitation = await load(async () => {
    const id = args.params.invitationId as PlaceInvitationId
    const found = await venueInvitation(ctx.db, ctx.actor, venueId, id)
    permit(canInvite(ctx.actor, found))
    return found
  })
  return { name: invitation.name, email: invitation.email }
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  const id = args.params.invitationId as PlaceInvitationId
  await load(() => venueInvitation(ctx.db, ctx.actor, venueId, id))
  const form = await parseForm(args, ctx, ButtonForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    await spend(form.ctx, 'invitation', { person: ctx.actor.person.id, venue: venueId })
    await renewPlaceInvitation(form.ctx, id)
    return redirect(paths.venuePeople(venueId, { done: 'renewed' }))
  })
}

export default function RenewInvitation() {
  const { name, email } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  const { venueId = '' } = useParams()
  return (
    <>
      <h1>Send the invitation again?</h1>
      <p>
        {name} gets a new link at {email}, which works for 7 days. The one before it works no more.
      </p>
      <Form answer={answer} label="Send it again">
        <div className="actions">
          <Button look="go" pending="Sending…">
            Send it again
          </Button>
          <ButtonLink to={paths.venuePeople(venueId)}>Not now</ButtonLink>
        </div>
      </Form>
    </>
  )
}
