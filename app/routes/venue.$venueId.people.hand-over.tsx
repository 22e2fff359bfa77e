import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData, useParams } from '@remix-run/react'
import { HandOverForm } from '~/domain/accounts/invitation-forms'
import { inviteToPlace } from '~/domain/accounts/invite-to-place.server'
import { spend } from '~/domain/accounts/limits.server'
import { permit } from '~/domain/permissions/permission'
import { canHandOver } from '~/domain/permissions/place'
import { parseForm } from '~/http/form.server'
import { requireOwner, requireProof } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { RadioGroup } from '~/ui/choices'
import { TextField } from '~/ui/fields'
import { Form, type FormAnswer } from '~/ui/form'
import { handOverNames } from '~/words/en/places'
import { handOverWays } from '~db/vocabulary'

export const meta: MetaFunction = () => [{ title: 'Hand the venue over – Lamplight' }]

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  await load(async () => permit(canHandOver(ctx.actor, venueId)))
  await requireProof(args, ctx)
  return { ways: handOverWays.map((value) => ({ value, label: handOverNames[value] })) }
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  await requireProof(args, ctx)
  const form = await parseForm(args, ctx, HandOverForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    await spend(form.ctx, 'invitation', { person: ctx.actor.person.id, venue: venueId })
    const place = { venueId, role: 'owner' as const, districtId: null, field: null, title: null }
    await inviteToPlace(form.ctx, { ...form.data, ...place })
    return redirect(paths.venuePeople(venueId, { done: 'invited' }))
  })
}

export default function HandOver() {
  const { ways } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  const { venueId = '' } = useParams()
  return (
    <>
      <h1>Hand the venue to a new owner</h1>
      <p className="lead">
        The new owner gets an invitation, also when they are a manager or helper of your venue
        already. Nothing changes until they accept. You can take it back before that.
      </p>
      <p>
        Policies, records, letters and the certificate stay with the venue. Everybody else keeps
        their access.
      </p>
      <Form schema={HandOverForm} answer={answer} label="Hand the venue over">
        <TextField
          name="name"
          label="Name of the new owner"
          autoComplete="off"
          autoCapitalize="words"
        />
        <TextField
          name="email"
          type="email"
          label="Their email address"
          hint="If they have access already: the address with which they sign in."
          autoComplete="off"
          inputMode="email"
          autoCapitalize="none"
          spellCheck={false}
        />
        <RadioGroup name="handOver" legend="What you do once they are there" choices={ways} />
        <div className="actions">
          <Button look="go" pending="Sending…">
            Send the invitation
          </Button>
          <ButtonLink to={paths.venuePeople(venueId)}>Not now</ButtonLink>
        </div>
      </Form>
    </>
  )
}
