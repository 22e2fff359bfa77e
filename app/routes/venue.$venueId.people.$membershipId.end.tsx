import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData, useParams } from '@remix-run/react'
import { endVenuePlace } from '~/domain/accounts/end-place.server'
import { ownersOf, venuePlace } from '~/domain/accounts/venue-people.server'
import { ButtonForm } from '~/domain/forms'
import type { MembershipId } from '~/domain/ids'
import { permit } from '~/domain/permissions/permission'
import { canEndPlace, keepsAnOwner } from '~/domain/permissions/place'
import { parseForm } from '~/http/form.server'
import { requireOwner, requireProof } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { AskFirst } from '~/ui/ask-first'
import { ButtonLink } from '~/ui/button'
import type { FormAnswer } from '~/ui/form'
import { Notice } from '~/ui/notice'

export const meta: MetaFunction = () => [{ title: 'End somebody’s access – Lamplight' }]

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  const id = args.params.membershipId as MembershipId
  const place = await load(async () => {
    const found = await venuePlace(ctx.db, ctx.actor, venueId, id)
    permit(canEndPlace(ctx.actor, found))
    return found
  })
  await requireProof(args, ctx)
  const kept = keepsAnOwner(await ownersOf(ctx.db, venueId), place.personId)
  return {
    name: place.name,
    self: place.personId === ctx.actor.person.id,
    hindrance: kept.allowed ? null : kept.reason,
  }
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  const id = args.params.membershipId as MembershipId
  await requireProof(args, ctx)
  const form = await parseForm(args, ctx, ButtonForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    const { left } = await endVenuePlace(form.ctx, venueId, id)
    return redirect(left ? paths.myHome() : paths.venuePeople(venueId, { done: 'ended' }))
  })
}

export default function EndPlace() {
  const { name, self, hindrance } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  const { venueId = '' } = useParams()
  if (hindrance) {
    return (
      <>
        <h1>{self ? 'You are the only owner' : `${name} is the only owner`}</h1>
        <Notice>{hindrance}</Notice>
        <div className="actions">
          <ButtonLink to={paths.handOver(venueId)} look="go">
            Hand the venue over
          </ButtonLink>
          <ButtonLink to={paths.venuePeople(venueId)}>Back to the people</ButtonLink>
        </div>
      </>
    )
  }
  return (
    <AskFirst
      question={self ? 'Leave the venue?' : `End the access of ${name}?`}
      answer={answer}
      button={self ? 'Leave the venue' : 'End the access'}
      pending="One moment…"
      back={{ to: paths.venuePeople(venueId), label: 'Keep it as it is' }}
    >
      <li>
        {self
          ? 'You no longer see this venue. To come back, somebody there invites you.'
          : `${name} is signed out everywhere at once, and no longer sees this venue.`}
      </li>
      <li>Everything written for the venue stays with it.</li>
      <li>The owners and managers are told by email.</li>
    </AskFirst>
  )
}
