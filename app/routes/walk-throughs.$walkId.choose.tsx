import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { chooseWalkTime } from '~/domain/contacts/choose-walk-time.server'
import { ChooseForm } from '~/domain/contacts/walk-forms'
import { walkPage } from '~/domain/contacts/walk-page.server'
import type { WalkId } from '~/domain/ids'
import { parseForm } from '~/http/form.server'
import { requireEitherSide } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { NothingToDo } from '~/ui/ask-first'
import type { FormAnswer } from '~/ui/form'
import { ChooseTime } from '~/ui/walk-fields'

export const meta: MetaFunction = () => [{ title: 'Choose a time – Lamplight' }]

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireEitherSide(args)
  return load(() => walkPage(ctx, args.params.walkId as WalkId))
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireEitherSide(args)
  const walkId = args.params.walkId as WalkId
  const form = await parseForm(args, ctx, ChooseForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    await chooseWalkTime(form.ctx, walkId, form.data)
    return redirect(paths.walk(walkId))
  })
}

export default function ChooseWalkTime() {
  const { id, venue, standing, deeds, times, revision } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  if (!deeds.choose && !answer) {
    const back = { to: paths.walk(id), label: 'Back to the walk-through' }
    return <NothingToDo title="No time to choose" why={standing} back={back} />
  }
  return (
    <>
      <h1>Choose a time</h1>
      <p className="lead">For the walk-through at {venue}.</p>
      <ChooseTime
        schema={ChooseForm}
        action={paths.chooseWalkTime(id)}
        otherTo={paths.proposeOtherTimes(id)}
        times={times}
        revision={revision}
        answer={answer}
      />
    </>
  )
}
