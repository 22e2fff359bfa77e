import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { spend } from '~/domain/accounts/limits.server'
import { recordTrainingWithCard } from '~/domain/cards/attach-card.server'
import type { StaffId } from '~/domain/ids'
import { roomWords } from '~/domain/policies/file-room.server'
import { staffMemberFor } from '~/domain/training/queries.server'
import { NewRecordForm } from '~/domain/training/record-forms'
import { recordTraining } from '~/domain/training/record-training.server'
import { standardsForVenue } from '~/domain/venues/standards-in-force.server'
import { takeFiles } from '~/files/take-files.server'
import { parseForm } from '~/http/form.server'
import { requireOwner } from '~/http/guards.server'
import { load, refuse, refuseTooOften, respond } from '~/http/respond.server'
import { respondWithFiles } from '~/http/respond-with-files.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { CardField } from '~/ui/card-field'
import { Select } from '~/ui/fields'
import { Form, type FormAnswer } from '~/ui/form'
import { PrivateNotice } from '~/ui/notice'
import { RecordFields } from '~/ui/record-fields'
import { teamNotices } from '~/words/en/training'

export const handle = { uploads: true }

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Add a training for ${data?.name ?? 'a person'} – Lamplight` },
]

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  const staffId = args.params.staffId as StaffId
  const { name } = await load(() => staffMemberFor(ctx.db, ctx.actor, venueId, staffId))
  const { trainingTypes } = await standardsForVenue(ctx.db, venueId)
  return {
    name,
    back: paths.staffMember(venueId, staffId),
    room: await roomWords(ctx.db, venueId),
    types: trainingTypes.map(({ code, title }) => ({ value: code, label: title })),
  }
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  const form = await parseForm(args, ctx, NewRecordForm)
  if (!form.ok) return form.answer
  const staffId = args.params.staffId as StaffId
  const chosen = form.files.get('file')
  if (!chosen) {
    return respond(form, async () => {
      await recordTraining(form.ctx, venueId, staffId, form.data)
      return redirect(paths.staffMember(venueId, staffId))
    })
  }
  await load(() => staffMemberFor(ctx.db, ctx.actor, venueId, staffId))
  const who = { person: ctx.actor.person.id, venue: venueId }
  const limited = await refuseTooOften(form, () => spend(ctx, 'upload', who))
  if (limited) return limited
  const taken = await takeFiles(chosen, 'card')
  if (!taken.ok) return refuse(form.values, { file: taken.sentence }, 422)
  return respondWithFiles(form, [taken.file], async () => {
    await recordTrainingWithCard(form.ctx, venueId, staffId, form.data, taken.file)
    return redirect(paths.staffMember(venueId, staffId))
  })
}

export default function NewRecord() {
  const { name, back, types, room } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  return (
    <>
      <h1>Add a training for {name}</h1>
      <PrivateNotice>{teamNotices.names}</PrivateNotice>
      <Form schema={NewRecordForm} answer={answer} multipart>
        <Select name="type" label="Training" prompt="Choose the training" choices={types} />
        <RecordFields />
        <CardField room={room} optional />
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
