import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { SettleForm } from '~/domain/feedback/letter-forms'
import { reopenPart } from '~/domain/feedback/settle.server'
import { settlePage } from '~/domain/feedback/settle-page.server'
import type { ResponseId } from '~/domain/ids'
import { parseForm } from '~/http/form.server'
import { requireEitherSide } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { AskFirst, NothingToDo } from '~/ui/ask-first'
import { HiddenField } from '~/ui/fields'
import type { FormAnswer } from '~/ui/form'
import { settledWords } from '~/words/en/feedback'

export const meta: MetaFunction = () => [{ title: 'Open this again? – Lamplight' }]

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireEitherSide(args)
  const about = new URL(args.request.url).searchParams.get('about') ?? ''
  return load(() => settlePage(ctx, args.params.responseId as ResponseId, about))
}

/** Leads back to the letter as this side reads it. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requireEitherSide(args)
  const form = await parseForm(args, ctx, SettleForm)
  if (!form.ok) return form.answer
  const responseId = args.params.responseId as ResponseId
  const { about } = form.data
  return respond(form, async () => {
    const { back } = await settlePage(ctx, responseId, about)
    await reopenPart(form.ctx, responseId, about)
    return redirect(`${back}#${about || 'settled'}`)
  })
}

export default function ReopenPart() {
  const { about, part, settledOn, hindrance, back: to } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  const back = { to, label: 'Back to the letter' }
  const why = hindrance || (settledOn ? '' : 'It is not marked as settled.')
  if (why && !answer) return <NothingToDo title="Nothing to open here" why={why} back={back} />
  return (
    <AskFirst
      question="Open this again?"
      about={part || settledWords.whole}
      answer={answer}
      button={settledWords.reopen}
      pending="Saving…"
      look="go"
      fields={<HiddenField name="about" value={about} />}
      back={back}
    >
      <li>The mark “Settled” is taken off, for both sides.</li>
    </AskFirst>
  )
}
