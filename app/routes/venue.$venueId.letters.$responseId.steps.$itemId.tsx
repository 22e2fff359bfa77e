import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Link, useActionData, useLoaderData, useParams, useSearchParams } from '@remix-run/react'
import { isDay } from '~/domain/dates'
import { answerStep } from '~/domain/feedback/answer-step.server'
import { StepAnswerForm } from '~/domain/feedback/forms'
import { stepPage } from '~/domain/feedback/step-page.server'
import type { ItemId, ResponseId } from '~/domain/ids'
import { parseForm } from '~/http/form.server'
import { requireOwner } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { RadioGroup } from '~/ui/choices'
import { DateField, TextArea } from '~/ui/fields'
import { Form, type FormAnswer } from '~/ui/form'
import { StepWords } from '~/ui/letter-body'
import { Notice } from '~/ui/notice'
import { stepChoices } from '~/words/en/feedback'
import { stepAnswers } from '~db/vocabulary'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Answer a step – ${data?.venue ?? 'Lamplight'}` },
]

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  return load(() => stepPage(ctx, { venueId, ...idsOf(args) }))
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  const form = await parseForm(args, ctx, StepAnswerForm)
  if (!form.ok) return form.answer
  const { responseId, itemId } = idsOf(args)
  const { answer, words } = form.data
  const day = isDay(form.data.day) ? form.data.day : null
  return respond(form, async () => {
    await stepPage(ctx, { venueId, responseId, itemId })
    await answerStep(form.ctx, responseId, itemId, { answer, day, words })
    return redirect(`${paths.letter(venueId, responseId)}#${itemId}`)
  })
}

function idsOf({ params }: LoaderFunctionArgs) {
  return { responseId: params.responseId as ResponseId, itemId: params.itemId as ItemId }
}

export default function AnswerStep() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  const { venueId = '', responseId = '' } = useParams()
  const asked = useSearchParams()[0].get('answer')
  const back = paths.letter(venueId, responseId)
  return (
    <>
      <p className="kicker">
        <Link to={back}>The letter from {page.from}</Link>
      </p>
      <h1>Your answer to this step</h1>
      <section className={page.law ? 'law-item' : 'step'}>
        <StepWords step={{ ...page, id: '' }} />
      </section>
      {page.hindrance ? <Notice tone="warning">{page.hindrance}</Notice> : null}
      {page.hindrance ? null : (
        <Form answer={answer} schema={StepAnswerForm} key={asked}>
          <RadioGroup
            name="answer"
            legend="What suits your venue?"
            hint="The choice is yours, and you can change it later."
            defaultValue={asked ?? page.answer ?? undefined}
            choices={stepAnswers.map((value) => ({ value, label: stepChoices[value] }))}
          />
          <DateField
            name="day"
            label="The date that suits you"
            hint="Only for another date."
            min={page.today}
            defaultValue={page.day ?? undefined}
          />
          <TextArea
            name="words"
            label="A word about it"
            optional
            hint="You need not give a reason."
            rows={3}
          />
          <div className="actions">
            <Button look="go" pending="Saving…">
              Send your answer
            </Button>
            <ButtonLink to={back}>Back to the letter</ButtonLink>
          </div>
        </Form>
      )}
    </>
  )
}
