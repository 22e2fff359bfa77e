import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { SettleForm } from '~/domain/feedback/letter-forms'
import { settlePart } from '~/domain/feedback/settle.server'
import { settlePage } from '~/domain/feedback/settle-page.server'
import type { ResponseId } from '~/domain/ids'
import { parseForm } from '~/http/form.server'
import { requireEitherSide } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { AskFirst, NothingToDo } from '~/ui/ask-first'
import { HiddenField } from '~/ui/fields'
import type { FormAnswer } from '~/ui/form'
import { settledWords } from '~/words/en/feedback'

export const meta: MetaFunction = () => [{ title: 'Mark this as settled? – Lamplight' }]

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
    await settlePart(form.ctx, responseId, about)
    return redirect(`${back}#${about || 'settled'}`)
  })
}

export default function SettlePart() {
  const { about, part, settledOn, hindrance, back: to } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  const back = { to, label: 'Back to the letter' }
  const why = hindrance || (settledOn ? settledWords.on(settledOn) : '')
  if (why && !answer) return <NothingToDo title="Nothing to settle here" why={why} back={back} />
  return (
    <AskFirst
      question="Mark this as settled?"
      about={part || settledWords.whole}
      answer={answer}
      button={settledWords.settle}
      pending="Saving…"
      look="go"
      fields={<HiddenField name="about" value={about} />}
      back={back}
    >
      <li>Both sides read “Settled” beside it, with the date.</li>
      <li>A reply is still welcome, and either side can open it again.</li>
    </AskFirst>
  )
}
