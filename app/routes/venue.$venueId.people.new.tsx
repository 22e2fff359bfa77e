import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData, useParams } from '@remix-run/react'
import { InvitePersonForm } from '~/domain/accounts/invitation-forms'
import { inviteToPlace } from '~/domain/accounts/invite-to-place.server'
import { spend } from '~/domain/accounts/limits.server'
import { permit } from '~/domain/permissions/permission'
import { canInvite } from '~/domain/permissions/place'
import { parseForm } from '~/http/form.server'
import { requireOwner, requireProof } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { RadioGroup } from '~/ui/choices'
import { TextField } from '~/ui/fields'
import { Form, type FormAnswer } from '~/ui/form'
import { roleNames } from '~/words/en/names'
import { roleMeans } from '~/words/en/places'
import { venueRoles } from '~db/vocabulary'

export const meta: MetaFunction = () => [{ title: 'Invite somebody to your venue – Lamplight' }]

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  await load(async () => permit(canInvite(ctx.actor, { role: 'helper', venueId })))
  await requireProof(args, ctx)
  const roles = venueRoles.filter((role) => canInvite(ctx.actor, { role, venueId }).allowed)
  return {
    roles: roles.map((role) => ({ value: role, label: roleNames[role], hint: roleMeans[role] })),
  }
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  await requireProof(args, ctx)
  const form = await parseForm(args, ctx, InvitePersonForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    await spend(form.ctx, 'invitation', { person: ctx.actor.person.id, venue: venueId })
    const place = { venueId, districtId: null, field: null, title: null }
    await inviteToPlace(form.ctx, { ...form.data, ...place })
    return redirect(paths.venuePeople(venueId, { done: 'invited' }))
  })
}

export default function InvitePerson() {
  const { roles } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  const { venueId = '' } = useParams()
  return (
    <>
      <h1>Invite somebody to your venue</h1>
      <p className="lead">
        We send them a link that works for 7 days. They confirm their email address before they see
        anything.
      </p>
      <Form schema={InvitePersonForm} answer={answer} label="Invite somebody">
        <TextField name="name" label="Their name" autoComplete="off" autoCapitalize="words" />
        <TextField
          name="email"
          type="email"
          label="Their email address"
          autoComplete="off"
          inputMode="email"
          autoCapitalize="none"
          spellCheck={false}
        />
        <RadioGroup name="role" legend="What they may do" choices={roles} />
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
