import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { proposeOtherTimes } from '~/domain/contacts/propose-walk.server'
import { OtherTimesForm } from '~/domain/contacts/walk-forms'
import { walkPage } from '~/domain/contacts/walk-page.server'
import type { WalkId } from '~/domain/ids'
import { parseForm } from '~/http/form.server'
import { requireEitherSide } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { NothingToDo } from '~/ui/ask-first'
import { Button, ButtonLink } from '~/ui/button'
import { HiddenField } from '~/ui/fields'
import { Form, type FormAnswer } from '~/ui/form'
import { ThreeTimes } from '~/ui/walk-fields'

export const meta: MetaFunction = () => [{ title: 'Propose three others – Lamplight' }]

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireEitherSide(args)
  return load(() => walkPage(ctx, args.params.walkId as WalkId))
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireEitherSide(args)
  const walkId = args.params.walkId as WalkId
  const form = await parseForm(args, ctx, OtherTimesForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    await proposeOtherTimes(form.ctx, walkId, form.data)
    return redirect(paths.walk(walkId))
  })
}

export default function OtherTimes() {
  const { id, venue, standing, deeds, days, today, revision } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  const back = { to: paths.walk(id), label: 'Back to the walk-through' }
  if (!deeds.choose && !answer) {
    return <NothingToDo title="No times to answer" why={standing} back={back} />
  }
  return (
    <>
      <h1>Propose three other times</h1>
      <p className="lead">For the walk-through at {venue}. Then the other side chooses.</p>
      <Form schema={OtherTimesForm} answer={answer}>
        <HiddenField name="revision" value={revision} />
        <ThreeTimes days={days} today={today} />
        <div className="actions">
          <Button look="go" pending="Sending…">
            Propose these times
          </Button>
          <ButtonLink to={back.to}>{back.label}</ButtonLink>
        </div>
      </Form>
    </>
  )
}
