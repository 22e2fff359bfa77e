import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { callOffWalk } from '~/domain/contacts/end-walk.server'
import { CallOffForm } from '~/domain/contacts/walk-forms'
import { walkPage } from '~/domain/contacts/walk-page.server'
import type { WalkId } from '~/domain/ids'
import { parseForm } from '~/http/form.server'
import { requireEitherSide } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { NothingToDo } from '~/ui/ask-first'
import { Button, ButtonLink } from '~/ui/button'
import { RadioGroup } from '~/ui/choices'
import { Form, type FormAnswer } from '~/ui/form'
import { walkReasonSentences } from '~/words/en/walks'
import { walkReasons } from '~db/vocabulary'

export const meta: MetaFunction = () => [{ title: 'Call a walk-through off – Lamplight' }]

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireEitherSide(args)
  return load(() => walkPage(ctx, args.params.walkId as WalkId))
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireEitherSide(args)
  const walkId = args.params.walkId as WalkId
  const form = await parseForm(args, ctx, CallOffForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    await callOffWalk(form.ctx, walkId, form.data.reason)
    return redirect(paths.walk(walkId))
  })
}

export default function CallOffWalk() {
  const { id, venue, standing, deeds } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  const back = { to: paths.walk(id), label: 'Back to the walk-through' }
  if (!deeds.callOff && !answer) {
    return <NothingToDo title="There is nothing to call off" why={standing} back={back} />
  }
  return (
    <>
      <h1>Call the walk-through off?</h1>
      <p className="lead">At {venue}. The other side hears by email, with your reason.</p>
      <Form schema={CallOffForm} answer={answer}>
        <RadioGroup
          name="reason"
          legend="Why?"
          choices={walkReasons.map((value) => ({ value, label: walkReasonSentences[value] }))}
        />
        <div className="actions">
          <Button look="danger" pending="Calling it off…">
            Call it off
          </Button>
          <ButtonLink to={back.to}>{back.label}</ButtonLink>
        </div>
      </Form>
    </>
  )
}
