import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Link, useActionData, useLoaderData, useParams } from '@remix-run/react'
import { spend } from '~/domain/accounts/limits.server'
import { attachCard } from '~/domain/cards/attach-card.server'
import { recordPage } from '~/domain/cards/record-page.server'
import { ButtonForm } from '~/domain/forms'
import type { TrainingRecordId } from '~/domain/ids'
import { recordFor } from '~/domain/training/queries.server'
import { forgetUnheld } from '~/domain/venues/erase-files.server'
import { forgetFile } from '~/files/store.server'
import { takeFiles } from '~/files/take-files.server'
import { parseForm } from '~/http/form.server'
import { requireOwner } from '~/http/guards.server'
import { load, refuse, refuseTooOften } from '~/http/respond.server'
import { respondWithFiles } from '~/http/respond-with-files.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { CardField } from '~/ui/card-field'
import { Form, type FormAnswer } from '~/ui/form'
import { PrivateNotice } from '~/ui/notice'
import { cardNotices } from '~/words/en/cards'

export const handle = { uploads: true }

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `The card of ${data?.person ?? 'a person'} – Lamplight` },
]

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  return load(() => recordPage(ctx, venueId, args.params.recordId as TrainingRecordId))
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  const recordId = args.params.recordId as TrainingRecordId
  await load(() => recordFor(ctx.db, ctx.actor, venueId, recordId))
  const form = await parseForm(args, ctx, ButtonForm)
  if (!form.ok) return form.answer
  const who = { person: ctx.actor.person.id, venue: venueId }
  const limited = await refuseTooOften(form, () => spend(ctx, 'upload', who))
  if (limited) return limited
  const taken = await takeFiles(form.files.get('file'), 'card')
  if (!taken.ok) return refuse(form.values, { file: taken.sentence }, 422)
  return respondWithFiles(form, [taken.file], async () => {
    const loose = await attachCard(form.ctx, venueId, recordId, taken.file)
    await forgetUnheld(ctx.db, loose, forgetFile)
    return redirect(paths.trainingRecord(venueId, recordId))
  })
}

export default function RecordCard() {
  const { person, title, completed, card, room } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  const { venueId = '', recordId = '' } = useParams()
  const back = paths.trainingRecord(venueId, recordId)
  return (
    <>
      <p className="kicker">
        <Link to={back}>{title}</Link>
      </p>
      <h1>{card ? 'Replace the card' : 'Attach the card'}</h1>
      <p className="lead">
        {person}, {title}, completed {completed}.
      </p>
      <PrivateNotice>{cardNotices.stays}</PrivateNotice>
      {card ? <p>The new file takes the place of “{card.name}”, which is erased.</p> : null}
      <Form schema={ButtonForm} answer={answer} multipart>
        <CardField room={room} />
        <div className="actions">
          <Button look="go" pending="Sending the file…">
            {card ? 'Replace the card' : 'Attach the card'}
          </Button>
          <ButtonLink to={back}>Leave it as it is</ButtonLink>
        </div>
      </Form>
    </>
  )
}
