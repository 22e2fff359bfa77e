import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Link, useActionData, useLoaderData, useParams } from '@remix-run/react'
import { answerPulse } from '~/domain/feedback/answer-pulse.server'
import { PulseForm } from '~/domain/feedback/letter-forms'
import { scoresOf } from '~/domain/feedback/pulse'
import { pulsePage } from '~/domain/feedback/pulse-page.server'
import type { ApplicationId, ResponseId } from '~/domain/ids'
import { parseForm } from '~/http/form.server'
import { requireReviewer } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import type { FormAnswer } from '~/ui/form'
import { Pulse } from '~/ui/pulse'
import { pulseWords } from '~/words/en/pulse'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${pulseWords.title} – ${data?.venue ?? 'Lamplight'}` },
]

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireReviewer(args)
  const { applicationId, responseId } = idsOf(args)
  return load(() => pulsePage(ctx, responseId, { applicationId }))
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireReviewer(args)
  const form = await parseForm(args, ctx, PulseForm)
  if (!form.ok) return form.answer
  const { applicationId, responseId } = idsOf(args)
  return respond(form, async () => {
    const scores = scoresOf('liaison', form.data.scores)
    await answerPulse(form.ctx, responseId, { applicationId }, scores)
    return redirect(paths.reviewPulse(applicationId, responseId))
  })
}

function idsOf({ params }: Pick<LoaderFunctionArgs, 'params'>) {
  return {
    applicationId: params.applicationId as ApplicationId,
    responseId: params.responseId as ResponseId,
  }
}

export default function PulseOfLiaison() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  const { applicationId = '' } = useParams()
  return (
    <>
      <p className="kicker">
        <Link to={paths.reviewLetter(applicationId, page.responseId)}>
          The letter to {page.venue}
        </Link>
      </p>
      <Pulse {...page} answer={answer} back={paths.desk()} backWords="Back to your desk" />
    </>
  )
}
