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
import type { ResponseId } from '~/domain/ids'
import { parseForm } from '~/http/form.server'
import { requireOwner } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import type { FormAnswer } from '~/ui/form'
import { Pulse } from '~/ui/pulse'
import { pulseWords } from '~/words/en/pulse'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${pulseWords.title} – ${data?.venue ?? 'Lamplight'}` },
]

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  return load(() => pulsePage(ctx, args.params.responseId as ResponseId, { venueId }))
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  const form = await parseForm(args, ctx, PulseForm)
  if (!form.ok) return form.answer
  const responseId = args.params.responseId as ResponseId
  return respond(form, async () => {
    const scores = scoresOf('venue', form.data.scores)
    await answerPulse(form.ctx, responseId, { venueId }, scores)
    return redirect(paths.letterPulse(venueId, responseId))
  })
}

export default function PulseOfVenue() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  const { venueId = '' } = useParams()
  const letter = paths.letter(venueId, page.responseId)
  return (
    <>
      <p className="kicker">
        <Link to={letter}>The letter from {page.from}</Link>
      </p>
      <Pulse {...page} answer={answer} back={letter} backWords="Back to the letter" />
    </>
  )
}
