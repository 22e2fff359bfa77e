import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { spend } from '~/domain/accounts/limits.server'
import type { VenueId } from '~/domain/ids'
import { programOf } from '~/domain/standards/program.server'
import { coordinatorVenue } from '~/domain/venues/coordinator-venue.server'
import { InviteForm } from '~/domain/venues/forms'
import { inviteVenue } from '~/domain/venues/invite-venue.server'
import { parseForm } from '~/http/form.server'
import { requireCoordinator, requireProof } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { TextField } from '~/ui/fields'
import { Form, type FormAnswer } from '~/ui/form'
import { Notice } from '~/ui/notice'
import { countOf } from '~/words/en/format'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Invite ${data?.name ?? 'a venue'} – Lamplight` },
]

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireCoordinator(args)
  return load(async () => {
    const { venue, joined, invitations } = await coordinatorVenue(
      ctx,
      args.params.venueId as VenueId,
    )
    await requireProof(args, ctx)
    const { settings } = await programOf(ctx.db)
    return {
      id: venue.id,
      name: venue.name,
      address: venue.address,
      joined,
      open: invitations.some(({ standing }) => standing === 'open'),
      days: settings.invitationDays,
    }
  })
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireCoordinator(args)
  const id = args.params.venueId as VenueId
  await load(() => coordinatorVenue(ctx, id))
  await requireProof(args, ctx)
  const form = await parseForm(args, ctx, InviteForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    await spend(form.ctx, 'invitation', { person: ctx.actor.person.id })
    return redirect(paths.invitationLetter(await inviteVenue(form.ctx, id, form.data)))
  })
}

export default function Invite() {
  const { id, name, address, joined, open, days } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  return (
    <>
      <h1>Invite {name}</h1>
      <p className="lead">{address}</p>
      {joined && !answer ? (
        <>
          <Notice>
            This venue has joined already. Its own people can ask others in, so no letter is needed.
          </Notice>
          <ButtonLink to={paths.coordinatorVenue(id)}>Back to {name}</ButtonLink>
        </>
      ) : (
        <>
          <p>
            This writes a letter with a code. The code works once, for{' '}
            {countOf(days, 'day', 'days')}, and whoever types it joins as an owner of the venue.
          </p>
          {open ? (
            <Notice tone="warning">
              A letter is on its way already. A new one takes its place: the older code stops
              working.
            </Notice>
          ) : null}
          <Form answer={answer} label={`Invite ${name}`}>
            <TextField
              name="email"
              type="email"
              label="Email address of the venue"
              hint="If you have one from the venue itself, the letter goes there as well."
              optional
              inputMode="email"
              autoCapitalize="none"
              spellCheck={false}
            />
            <div className="actions">
              <Button look="go" pending="Writing…">
                Write the letter
              </Button>
              <ButtonLink to={paths.coordinatorVenue(id)}>Not now</ButtonLink>
            </div>
          </Form>
        </>
      )}
    </>
  )
}
