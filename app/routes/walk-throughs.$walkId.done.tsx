import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { finishWalk } from '~/domain/contacts/end-walk.server'
import { walkPage } from '~/domain/contacts/walk-page.server'
import { ButtonForm } from '~/domain/forms'
import type { WalkId } from '~/domain/ids'
import { parseForm } from '~/http/form.server'
import { requireEitherSide } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { AskFirst, NothingToDo } from '~/ui/ask-first'
import type { FormAnswer } from '~/ui/form'

export const meta: MetaFunction = () => [{ title: 'The walk-through took place – Lamplight' }]

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireEitherSide(args)
  return load(() => walkPage(ctx, args.params.walkId as WalkId))
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireEitherSide(args)
  const walkId = args.params.walkId as WalkId
  const form = await parseForm(args, ctx, ButtonForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    await finishWalk(form.ctx, walkId)
    return redirect(paths.walk(walkId))
  })
}

export default function FinishWalk() {
  const { id, venue, standing, deeds } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  const back = { to: paths.walk(id), label: 'Back to the walk-through' }
  if (!deeds.finish && !answer) {
    return <NothingToDo title="Nothing to note yet" why={standing} back={back} />
  }
  return (
    <AskFirst
      question="Did the walk-through take place?"
      about={venue}
      answer={answer}
      button="Yes, it took place"
      pending="Saving…"
      look="go"
      back={back}
    >
      <li>Both sides read that you walked through together.</li>
      <li>A new one can be proposed at any time.</li>
    </AskFirst>
  )
}
