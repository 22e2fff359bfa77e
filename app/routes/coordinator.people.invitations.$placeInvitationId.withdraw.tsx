import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { programInvitation } from '~/domain/accounts/invitations.server'
import { standingOf } from '~/domain/accounts/place-invitation'
import { withdrawPlaceInvitation } from '~/domain/accounts/withdraw-invitation.server'
import { ButtonForm } from '~/domain/forms'
import type { PlaceInvitationId } from '~/domain/ids'
import { parseForm } from '~/http/form.server'
import { requireCoordinator } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { AskFirst, NothingToDo } from '~/ui/ask-first'
import type { FormAnswer } from '~/ui/form'
import { addressed } from '~/words/en/names'
import { offerWords } from '~/words/en/places'

export const meta: MetaFunction = () => [{ title: 'Take an invitation back – Lamplight' }]

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireCoordinator(args)
  const id = args.params.placeInvitationId as PlaceInvitationId
  return load(async () => {
    const { invitation, district } = await programInvitation(ctx.db, ctx.actor, id)
    const { role, field } = invitation
    const standing = standingOf(invitation, ctx.now)
    return {
      name: addressed(invitation),
      what: offerWords({ role, field, venue: null, district }),
      over: standing === 'accepted' || standing === 'withdrawn',
    }
  })
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireCoordinator(args)
  const id = args.params.placeInvitationId as PlaceInvitationId
  await load(() => programInvitation(ctx.db, ctx.actor, id))
  const form = await parseForm(args, ctx, ButtonForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    await withdrawPlaceInvitation(form.ctx, id)
    return redirect(paths.programPeople({ done: 'withdrawn' }))
  })
}

export default function WithdrawInvitation() {
  const { name, what, over } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  if (over && !answer) {
    return (
      <NothingToDo
        title="There is nothing to take back"
        why="This invitation was accepted, or taken back already."
        back={{ to: paths.programPeople(), label: 'Back to everybody' }}
      />
    )
  }
  return (
    <AskFirst
      question="Take the invitation back?"
      about={`${name} is invited to be ${what}.`}
      answer={answer}
      button="Take it back"
      pending="One moment…"
      back={{ to: paths.programPeople(), label: 'Leave it open' }}
    >
      <li>The link that they got opens nothing from then on, even with the right word.</li>
      <li>They get no email about it. You can invite them again at any time.</li>
    </AskFirst>
  )
}
