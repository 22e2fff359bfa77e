import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData, useParams } from '@remix-run/react'
import { takeMarkBack } from '~/domain/cards/mark-verified.server'
import { recordPage } from '~/domain/cards/record-page.server'
import { ButtonForm } from '~/domain/forms'
import type { TrainingRecordId } from '~/domain/ids'
import { parseForm } from '~/http/form.server'
import { requireOwner } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { Form, type FormAnswer } from '~/ui/form'

export const meta: MetaFunction = () => [{ title: 'Take a mark off – Lamplight' }]

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
    await takeMarkBack(form.ctx, venueId, recordId)
    return redirect(paths.trainingRecord(venueId, recordId))
  })
}

export default function UnverifyRecord() {
  const { person, title, stateWords } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  const { venueId = '', recordId = '' } = useParams()
  return (
    <>
      <h1>Take the mark “verified” off?</h1>
      <p>
        {person}, {title}. {stateWords} The training goes on counting as it did.
      </p>
      <Form answer={answer}>
        <div className="actions">
          <Button>Take the mark off</Button>
          <ButtonLink to={paths.trainingRecord(venueId, recordId)}>Leave it</ButtonLink>
        </div>
      </Form>
    </>
  )
}
