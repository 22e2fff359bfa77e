import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ButtonForm } from '~/domain/forms'
import type { TrainingRecordId } from '~/domain/ids'
import { recordFor } from '~/domain/training/queries.server'
import { removeRecord } from '~/domain/training/remove-record.server'
import { titleOf } from '~/domain/training/trainings'
import { forgetUnheld } from '~/domain/venues/erase-files.server'
import { standardsForVenue } from '~/domain/venues/standards-in-force.server'
import { forgetFile } from '~/files/store.server'
import { parseForm } from '~/http/form.server'
import { requireOwner } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { Form, type FormAnswer } from '~/ui/form'
import { formatDay } from '~/words/en/format'

export const meta: MetaFunction = () => [{ title: 'Remove a training – Lamplight' }]

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  const recordId = args.params.recordId as TrainingRecordId
  const record = await load(() =>
    recordFor(ctx.db, ctx.actor, venueId, recordId, { removed: true }),
  )
  const { trainingTypes } = await standardsForVenue(ctx.db, venueId)
  return {
    person: record.person,
    training: titleOf(record.type, trainingTypes),
    completed: formatDay(record.completedOn),
    back: paths.staffMember(venueId, record.staffId),
  }
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  const form = await parseForm(args, ctx, ButtonForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    const recordId = args.params.recordId as TrainingRecordId
    const { staffId, loose } = await removeRecord(form.ctx, venueId, recordId)
    await forgetUnheld(ctx.db, loose, forgetFile)
    return redirect(paths.staffMember(venueId, staffId))
  })
}

export default function RemoveRecord() {
  const { person, training, completed, back } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  return (
    <>
      <h1>Remove this training?</h1>
      <p>
        {person}: {training}, completed {completed}. This is for a record that was never right. A
        training that has ended can stay: it does no harm, and the next one takes its place. Its
        card, if there is one, is erased for good.
      </p>
      <Form answer={answer}>
        <div className="actions">
          <Button look="danger" pending="One moment…">
            Remove the training
          </Button>
          <ButtonLink to={back}>Keep it</ButtonLink>
        </div>
      </Form>
    </>
  )
}
