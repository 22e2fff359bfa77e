import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData, useParams } from '@remix-run/react'
import { changeVenuePlace } from '~/domain/accounts/change-place.server'
import { ChangePlaceForm } from '~/domain/accounts/invitation-forms'
import { venuePlace } from '~/domain/accounts/venue-people.server'
import type { MembershipId } from '~/domain/ids'
import { permit } from '~/domain/permissions/permission'
import { canChangePlace } from '~/domain/permissions/place'
import { parseForm } from '~/http/form.server'
import { requireOwner, requireProof } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { RadioGroup } from '~/ui/choices'
import { Form, type FormAnswer } from '~/ui/form'
import { roleNames } from '~/words/en/names'
import { roleMeans } from '~/words/en/places'
import { venueRoles } from '~db/vocabulary'

export const meta: MetaFunction = () => [{ title: 'What somebody may do – Lamplight' }]

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  const place = await load(async () => {
    const found = await venuePlace(
      ctx.db,
      ctx.actor,
      venueId,
      args.params.membershipId as MembershipId,
    )
    permit(canChangePlace(ctx.actor, found, found.role))
    return found
  })
  await requireProof(args, ctx)
  return {
    name: place.name,
    role: place.role,
    roles: venueRoles.map((role) => ({
      value: role,
      label: roleNames[role],
      hint: roleMeans[role],
    })),
  }
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  const id = args.params.membershipId as MembershipId
  await load(() => venuePlace(ctx.db, ctx.actor, venueId, id))
  await requireProof(args, ctx)
  const form = await parseForm(args, ctx, ChangePlaceForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    await changeVenuePlace(form.ctx, venueId, id, form.data.role)
    return redirect(paths.venuePeople(venueId, { done: 'changed' }))
  })
}

export default function ChangePlace() {
  const { name, role, roles } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  const { venueId = '' } = useParams()
  return (
    <>
      <h1>What {name} may do</h1>
      <p>
        A change works at once: {name} is signed out everywhere and signs in again. They and
        everybody in charge of the venue are told by email.
      </p>
      <Form schema={ChangePlaceForm} answer={answer} values={{ role }} label="Change the role">
        <RadioGroup name="role" legend={`${name} is`} choices={roles} />
        <div className="actions">
          <Button look="go" pending="Changing…">
            Change it
          </Button>
          <ButtonLink to={paths.venuePeople(venueId)}>Keep it as it is</ButtonLink>
        </div>
      </Form>
    </>
  )
}
