import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData, useParams } from '@remix-run/react'
import { venueInvitation } from '~/domain/accounts/invitations.server'
import { withdrawPlaceInvitation } from '~/domain/accounts/withdraw-invitation.server'
import { ButtonForm } from '~/domain/forms'
import type { PlaceInvitationId } from '~/domain/ids'
import { permit } from '~/domain/permissions/permission'
import { canInvite } from '~/domain/permissions/place'
import { parseForm } from '~/http/form.server'
import { requireOwner } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { AskFirst } from '~/ui/ask-first'
import type { FormAnswer } from '~/ui/form'

export const meta: MetaFunction = () => [{ title: 'Take an invitation back – Lamplight' }]

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  const invitation = await load(async () => {
    const id = args.params.invitationId as PlaceInvitationId
    const found = await venueInvitation(ctx.db, ctx.actor, venueId, id)
    permit(canInvite(ctx.actor, found))
    return found
  })
  return { name: invitation.name }
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  const id = args.params.invitationId as PlaceInvitationId
  await load(() => venueInvitation(ctx.db, ctx.actor, venueId, id))
  const form = await parseForm(args, ctx, ButtonForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    await withdrawPlaceInvitation(form.ctx, id)
    return redirect(paths.venuePeople(venueId, { done: 'withdrawn' }))
  })
}

export default function WithdrawInvitation() {
  const { name } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  const { venueId = '' } = useParams()
  return (
    <AskFirst
      question="Take the invitation back?"
      answer={answer}
      button="Take it back"
      pending="One moment…"
      back={{ to: paths.venuePeople(venueId), label: 'Leave it open' }}
    >
      <li>The link that {name} got opens nothing from then on.</li>
      <li>They get no email about it. You can invite {name} again at any time.</li>
    </AskFirst>
  )
}
