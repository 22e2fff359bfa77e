import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData, useParams } from '@remix-run/react'
import { recordPage } from '~/domain/cards/record-page.server'
import { takeCardAway } from '~/domain/cards/take-card-away.server'
import { ButtonForm } from '~/domain/forms'
import type { TrainingRecordId } from '~/domain/ids'
import { forgetUnheld } from '~/domain/venues/erase-files.server'
import { forgetFile } from '~/files/store.server'
import { parseForm } from '~/http/form.server'
import { requireOwner } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { Form, type FormAnswer } from '~/ui/form'
import { cardNotices } from '~/words/en/cards'

export const meta: MetaFunction = () => [{ title: 'Take a card away – Lamplight' }]

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  return load(() => recordPage(ctx, venueId, args.params.recordId as TrainingRecordId))
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  const form = await parseForm(args, ctx, ButtonForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    const recordId = args.params.recordId as TrainingRecordId
    const loose = await takeCardAway(form.ctx, venueId, recordId)
    await forgetUnheld(ctx.db, loose, forgetFile)
    return redirect(paths.trainingRecord(venueId, recordId))
  })
}

export default function RemoveCard() {
  const { person, title, isVerified, card } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  const { venueId = '', recordId = '' } = useParams()
  return (
    <>
      <h1>Take this card away?</h1>
      <p>
        {person}, {title}
        {card ? `: “${card.name}”` : ''}. {cardNotices.erased}
      </p>
      {isVerified ? <p>{cardNotices.takesOff}</p> : null}
      <Form answer={answer}>
        <div className="actions">
          <Button look="danger" pending="One moment…">
            Take the card away
          </Button>
          <ButtonLink to={paths.trainingRecord(venueId, recordId)}>Keep it</ButtonLink>
        </div>
      </Form>
    </>
  )
}
