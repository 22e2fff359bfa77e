import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { StaffId } from '~/domain/ids'
import { currentStandardSet } from '~/domain/standards/program.server'
import { NewRecordForm } from '~/domain/training/forms'
import { staffMemberFor } from '~/domain/training/queries.server'
import { recordTraining } from '~/domain/training/record-training.server'
import { parseForm } from '~/http/form.server'
import { requireOwner } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { DateField, Select, TextField } from '~/ui/fields'
import { Form, type FormAnswer } from '~/ui/form'
import { PrivateNotice } from '~/ui/notice'
import { teamNotices } from '~/words/en/training'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Add a training for ${data?.name ?? 'a person'} – Lamplight` },
]

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  const staffId = args.params.staffId as StaffId
  const { name } = await load(() => staffMemberFor(ctx.db, ctx.actor, venueId, staffId))
  const { trainingTypes } = await currentStandardSet(ctx.db)
  return {
    name,
    back: paths.staffMember(venueId, staffId),
    types: trainingTypes.map(({ code, title }) => ({ value: code, label: title })),
  }
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  const form = await parseForm(args, ctx, NewRecordForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    const staffId = args.params.staffId as StaffId
    await recordTraining(form.ctx, venueId, staffId, form.data)
    return redirect(paths.staffMember(venueId, staffId))
  })
}

export default function NewRecord() {
  const { name, back, types } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  return (
    <>
      <h1>Add a training for {name}</h1>
      <PrivateNotice>{teamNotices.names}</PrivateNotice>
      <Form schema={NewRecordForm} answer={answer}>
        <Select name="type" label="Training" prompt="Choose the training" choices={types} />
        <DateField name="completedOn" label="Completed on" />
        <DateField
          name="printedExpiry"
          label="Valid until"
          hint="Only if a date is printed on the card. Otherwise the program counts it."
          optional
        />
        <TextField
          name="certificateNumber"
          label="Certificate number"
          width="m"
          autoComplete="off"
          spellCheck={false}
          maxLength={60}
          optional
        />
        <p className="soft">{teamNotices.noPrivateFacts}</p>
        <div className="actions">
          <Button look="go" pending="Adding…">
            Add the training
          </Button>
          <ButtonLink to={back}>Back to {name}</ButtonLink>
        </div>
      </Form>
    </>
  )
}
