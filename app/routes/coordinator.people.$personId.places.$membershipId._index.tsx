import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { changeProgramPlace } from '~/domain/accounts/change-program-place.server'
import { ProgramPlaceForm } from '~/domain/accounts/people-forms'
import { placeOf, programPersonFor } from '~/domain/accounts/program-person.server'
import { hasAnythingToChange, ownsItsField, placesAs } from '~/domain/accounts/program-places'
import { districtsOf } from '~/domain/districts/queries.server'
import type { MembershipId, PersonId } from '~/domain/ids'
import { parseForm } from '~/http/form.server'
import { requireCoordinator, requireProof } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { CheckboxGroup, RadioGroup } from '~/ui/choices'
import { Select } from '~/ui/fields'
import { Form, type FormAnswer } from '~/ui/form'
import { addressed, roleNames } from '~/words/en/names'
import { fieldNames } from '~/words/en/people'

export const meta: MetaFunction = () => [{ title: 'Change a place – Lamplight' }]

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireCoordinator(args)
  const { personId, membershipId } = args.params as Params
  return load(async () => {
    const person = await programPersonFor(ctx.db, ctx.actor, personId)
    const place = placeOf(person, membershipId)
    await requireProof(args, ctx)
    const held = placesAs(place.role, person.places)
    return {
      id: personId,
      name: addressed(person),
      role: roleNames[place.role].toLowerCase(),
      kind: !hasAnythingToChange(place) ? 'none' : ownsItsField(place) ? 'field' : 'districts',
      field: place.field,
      district: place.districtId ?? '',
      held: held.flatMap(({ districtId }) => districtId ?? []),
      districts: (await districtsOf(ctx.db)).map(({ id, name }) => ({ value: id, label: name })),
    }
  })
}

type Params = { personId: PersonId; membershipId: MembershipId }

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireCoordinator(args)
  const { personId, membershipId } = args.params as Params
  await requireProof(args, ctx)
  const form = await parseForm(args, ctx, ProgramPlaceForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    await changeProgramPlace(form.ctx, personId, membershipId, form.data)
    return redirect(paths.programPerson(personId, { done: 'changed' }))
  })
}

export default function ChangePlace() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  const back = <ButtonLink to={paths.programPerson(page.id)}>Leave it as it is</ButtonLink>
  if (page.kind === 'none') {
    return (
      <>
        <h1>There is nothing to change</h1>
        <p className="lead">A coordinator has neither districts nor a field.</p>
        {back}
      </>
    )
  }
  return (
    <>
      <h1>
        {page.kind === 'field'
          ? `What ${page.name} comments on`
          : `The districts of ${page.name}, ${page.role}`}
      </h1>
      <Form answer={answer} label="Change the place">
        {page.kind === 'field' ? (
          <>
            <RadioGroup
              name="field"
              legend="Field"
              choices={Object.entries(fieldNames).map(([value, label]) => ({ value, label }))}
              defaultValue={page.field ?? undefined}
            />
            <Select
              name="districts"
              label="District"
              prompt="All districts"
              choices={page.districts}
              defaultValue={page.district}
            />
          </>
        ) : (
          <CheckboxGroup
            name="districts"
            legend="Districts"
            hint="Tick all that are theirs from now on."
            choices={page.districts}
            defaultValue={page.held}
          />
        )}
        <p>They are signed out and told by email what they had and what they have now.</p>
        <div className="actions">
          <Button look="go" pending="Saving…">
            Save
          </Button>
          {back}
        </div>
      </Form>
    </>
  )
}
