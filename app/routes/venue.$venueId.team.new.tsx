import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useParams } from '@remix-run/react'
import { recounted } from '~/domain/readings/recounted.server'
import { addStaff } from '~/domain/training/add-staff.server'
import { NewStaffForm } from '~/domain/training/forms'
import { parseForm } from '~/http/form.server'
import { requireOwner } from '~/http/guards.server'
import { respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { Checkbox } from '~/ui/choices'
import { DateField, Select, TextField } from '~/ui/fields'
import { Form, type FormAnswer } from '~/ui/form'
import { PrivateNotice } from '~/ui/notice'
import { positionChoices, teamNotices } from '~/words/en/training'

export const meta: MetaFunction = () => [{ title: 'Add a person – Lamplight' }]

export async function loader(args: LoaderFunctionArgs) {
  await requireOwner(args)
  return null
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  const form = await parseForm(args, ctx, NewStaffForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    const staffId = await recounted(form.ctx, venueId, () => addStaff(form.ctx, venueId, form.data))
    return redirect(paths.staffMember(venueId, staffId))
  })
}

export default function NewStaff() {
  const answer = useActionData<FormAnswer>()
  const { venueId = '' } = useParams()
  const asksAgain = answer?.errors?.another || answer?.values?.another
  return (
    <>
      <h1>Add a person to your team</h1>
      <PrivateNotice>{teamNotices.names}</PrivateNotice>
      <Form schema={NewStaffForm} answer={answer}>
        <TextField
          name="name"
          label="Name"
          hint="First and last name, as your team writes it."
          autoComplete="off"
          maxLength={100}
          autoCapitalize="words"
        />
        {asksAgain ? <Checkbox name="another" label="This is another person of that name" /> : null}
        <Select
          name="position"
          label="What they do most"
          hint="It decides which trainings concern them."
          prompt="Choose"
          choices={positionChoices}
        />
        <DateField
          name="startedOn"
          label="First day"
          hint="New people do not count in their first 30 days. Left empty, they count at once."
          optional
        />
        <Checkbox name="onLeave" label="On leave at the moment" />
        <p className="soft">{teamNotices.noPrivateFacts}</p>
        <div className="actions">
          <Button look="go" pending="Adding…">
            Add to the list
          </Button>
          <ButtonLink to={paths.team(venueId)}>Back to the team</ButtonLink>
        </div>
      </Form>
    </>
  )
}
