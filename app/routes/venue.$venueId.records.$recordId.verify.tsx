import '~/ui/styles/record-card.css'
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Link, useActionData, useLoaderData, useParams } from '@remix-run/react'
import { VerifyForm } from '~/domain/cards/forms'
import { markVerified } from '~/domain/cards/mark-verified.server'
import { recordPage } from '~/domain/cards/record-page.server'
import type { TrainingRecordId } from '~/domain/ids'
import { parseForm } from '~/http/form.server'
import { requireOwner } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { RadioGroup } from '~/ui/choices'
import { HiddenField } from '~/ui/fields'
import { Form, type FormAnswer } from '~/ui/form'
import { Notice } from '~/ui/notice'
import { cardNotices, verifiedWayChoices } from '~/words/en/cards'

export const meta: MetaFunction = () => [{ title: 'Mark a training as verified – Lamplight' }]

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  return load(() => recordPage(ctx, venueId, args.params.recordId as TrainingRecordId))
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  const form = await parseForm(args, ctx, VerifyForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    const recordId = args.params.recordId as TrainingRecordId
    await markVerified(form.ctx, venueId, recordId, form.data)
    return redirect(paths.trainingRecord(venueId, recordId))
  })
}

export default function VerifyRecord() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  const { venueId = '', recordId = '' } = useParams()
  const back = paths.trainingRecord(venueId, recordId)
  return (
    <>
      <p className="kicker">
        <Link to={back}>{page.title}</Link>
      </p>
      <h1>Mark this training as verified</h1>
      <p className="lead">
        {page.person}, completed {page.completed}. {page.counts}.
        {page.number ? ` Certificate ${page.number}.` : ''}
      </p>
      {page.card?.picture ? (
        <img className="record-card" src={page.card.to} alt={`The card of ${page.person}`} />
      ) : null}
      {page.mayVerify ? (
        <Form schema={VerifyForm} answer={answer} key={page.seen}>
          <HiddenField name="seen" value={page.seen} />
          <RadioGroup name="how" legend="How did you make sure?" choices={verifiedWayChoices} />
          <p className="soft">
            Your name and today’s date are kept with it, for the people of your venue.{' '}
            {cardNotices.takesOff}
          </p>
          <div className="actions">
            <Button look="go" pending="Saving…">
              Mark as verified
            </Button>
            <ButtonLink to={back}>Not yet</ButtonLink>
          </div>
        </Form>
      ) : (
        <Notice title="This is for others of your venue">{page.whyNot}</Notice>
      )}
    </>
  )
}
