import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Link, useActionData, useLoaderData, useParams } from '@remix-run/react'
import { answerSelfCheck } from '~/domain/applications/answer-self-check.server'
import { selfCheckAreaOf } from '~/domain/applications/self-check.server'
import { SelfCheckForm } from '~/domain/applications/self-check-forms'
import { readinessAnswers } from '~/domain/standards/readiness'
import { parseForm } from '~/http/form.server'
import { requireOwner } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { RadioGroup } from '~/ui/choices'
import { Form, type FormAnswer } from '~/ui/form'
import { PrivateNotice } from '~/ui/notice'
import { readinessAnswerNames } from '~/words/en/readiness'
import { selfCheckWords } from '~/words/en/self-check'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Readiness check: ${data?.title ?? 'an area'} – Lamplight` },
]

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  return load(() => selfCheckAreaOf(ctx, venueId, args.params.area ?? ''))
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  const form = await parseForm(args, ctx, SelfCheckForm)
  if (!form.ok) return form.answer
  const area = args.params.area ?? ''
  return respond(form, async () => {
    await answerSelfCheck(form.ctx, venueId, area, form.data)
    const { next } = await selfCheckAreaOf(ctx, venueId, area)
    return redirect(next)
  })
}

/** The empty choice takes an answer back. */
const choices = [
  ...readinessAnswers.map((value) => ({ value, label: readinessAnswerNames[value] ?? value })),
  { value: '', label: selfCheckWords.open },
]

export default function SelfCheckArea() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  const { venueId = '' } = useParams()
  return (
    <>
      <p className="kicker">
        <Link to={paths.selfCheck(venueId)}>{selfCheckWords.title}</Link>
      </p>
      <h1>{page.title}</h1>
      <p className="lead">{page.about}</p>
      <PrivateNotice>{selfCheckWords.private}</PrivateNotice>
      {page.started ? (
        <Form answer={answer} values={page.answers}>
          {page.questions.map(({ id, words, hint }) => (
            <RadioGroup key={id} name={id} legend={words} hint={hint} choices={choices} />
          ))}
          <div className="actions">
            <Button look="go" pending="Saving…">
              Save and go on
            </Button>
            <ButtonLink to={paths.selfCheck(venueId)}>Back to your check</ButtonLink>
          </div>
        </Form>
      ) : (
        <p>
          Your answers are kept in your application, a private draft.{' '}
          <Link to={paths.startApplication(venueId)}>Start your application</Link> first.
        </p>
      )}
    </>
  )
}
