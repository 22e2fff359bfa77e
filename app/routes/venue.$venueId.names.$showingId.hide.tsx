import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { hideName, showingFor } from '~/domain/applications/hide-name.server'
import { ButtonForm } from '~/domain/forms'
import type { NameShowingId } from '~/domain/ids'
import { parseForm } from '~/http/form.server'
import { requireOwner } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { Form, type FormAnswer } from '~/ui/form'

export const meta: MetaFunction = () => [{ title: 'Hide a name again – Lamplight' }]

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  const id = args.params.showingId as NameShowingId
  return load(async () => {
    const { alias, until, hiddenAt, roundId } = await showingFor(ctx.db, ctx.actor, venueId, id)
    const isShown = hiddenAt === null && until > ctx.now
    return { alias, isShown, receipt: paths.round(venueId, roundId) }
  })
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  const id = args.params.showingId as NameShowingId
  const form = await parseForm(args, ctx, ButtonForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    const { roundId } = await hideName(form.ctx, venueId, id)
    return redirect(paths.round(venueId, roundId))
  })
}

export default function HideName() {
  const { alias, isShown, receipt } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  const back = <ButtonLink to={receipt}>Back to the receipt</ButtonLink>
  if (!isShown && !answer) {
    return (
      <>
        <h1>This name is hidden</h1>
        <p className="lead">The program reads “{alias}” again, and no name.</p>
        {back}
      </>
    )
  }
  return (
    <>
      <h1>Hide the name of {alias} again?</h1>
      <p className="lead">From this moment the program reads “{alias}” again, and no name.</p>
      <Form answer={answer} label="Hide the name again">
        <div className="actions">
          <Button look="go" pending="Hiding…">
            Hide it again
          </Button>
          {back}
        </div>
      </Form>
    </>
  )
}
