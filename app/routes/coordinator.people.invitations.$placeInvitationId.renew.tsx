import {
  type ActionFunctionArgs,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { programInvitation } from '~/domain/accounts/invitations.server'
import { spend } from '~/domain/accounts/limits.server'
import { standingOf } from '~/domain/accounts/place-invitation'
import { renewPlaceInvitation } from '~/domain/accounts/renew-invitation.server'
import { ButtonForm } from '~/domain/forms'
import type { PlaceInvitationId } from '~/domain/ids'
import { isStaffRole } from '~/domain/permissions/place'
import { parseForm } from '~/http/form.server'
import { requireCoordinator, requireProof } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { Form, type FormAnswer } from '~/ui/form'
import { SpokenWord } from '~/ui/spoken-word'
import { addressed } from '~/words/en/names'
import { offerWords } from '~/words/en/places'

export const meta: MetaFunction = () => [{ title: 'Send an invitation again – Lamplight' }]

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireCoordinator(args)
  const id = args.params.placeInvitationId as PlaceInvitationId
  return load(async () => {
    const { invitation, district } = await programInvitation(ctx.db, ctx.actor, id)
    await requireProof(args, ctx)
    const { role, field, email } = invitation
    const standing = standingOf(invitation, ctx.now)
    return {
      name: addressed(invitation),
      email,
      what: offerWords({ role, field, venue: null, district }),
      spoken: isStaffRole(role),
      over: standing === 'accepted' || standing === 'withdrawn',
    }
  })
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireCoordinator(args)
  const id = args.params.placeInvitationId as PlaceInvitationId
  await load(() => programInvitation(ctx.db, ctx.actor, id))
  await requireProof(args, ctx)
  const form = await parseForm(args, ctx, ButtonForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    await spend(form.ctx, 'invitation', { person: ctx.actor.person.id })
    const { spokenWord } = await renewPlaceInvitation(form.ctx, id)
    if (!spokenWord) return redirect(paths.programPeople({ done: 'renewed' }))
    return json({ word: spokenWord }, { headers: { 'Cache-Control': 'no-store' } })
  })
}

export default function RenewInvitation() {
  const { name, email, what, spoken, over } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer & { word?: string }>()
  const everybody = <ButtonLink to={paths.programPeople()}>Back to everybody</ButtonLink>
  if (answer?.word) {
    return (
      <SpokenWord word={answer.word} title={`Now call ${name}`} email={email}>
        <p>The link works for 7 days, and the word is good for five tries.</p>
        <p>The link and the word that they had before open nothing any more.</p>
        <div className="actions">{everybody}</div>
      </SpokenWord>
    )
  }
  if (over && !answer) {
    return (
      <>
        <h1>There is nothing to send again</h1>
        <p className="lead">This invitation was accepted or taken back.</p>
        <div className="actions">{everybody}</div>
      </>
    )
  }
  return (
    <>
      <h1>Send the invitation again?</h1>
      <p className="lead">
        {name} is invited to be {what}.
      </p>
      <ul>
        <li>A new link goes to {email}, and works for 7 days. The one before it works no more.</li>
        {spoken ? <li>You get a new word to tell them. The old one works no more.</li> : null}
      </ul>
      <Form answer={answer} label="Send it again">
        <div className="actions">
          <Button look="go" pending="Sending…">
            Send it again
          </Button>
          <ButtonLink to={paths.programPeople()}>Not now</ButtonLink>
        </div>
      </Form>
    </>
  )
}
