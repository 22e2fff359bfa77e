import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { tickPromise } from '~/domain/feedback/keep-promise.server'
import { promiseFor } from '~/domain/feedback/promise-rows.server'
import { ButtonForm } from '~/domain/forms'
import type { ItemId } from '~/domain/ids'
import { parseForm } from '~/http/form.server'
import { requireReviewer } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { Form, type FormAnswer } from '~/ui/form'

export const meta: MetaFunction = () => [{ title: 'Help that you gave – Lamplight' }]

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireReviewer(args)
  return load(async () => {
    const { venue, help } = await promiseFor(ctx.db, ctx.actor, args.params.itemId as ItemId)
    return { venue, help }
  })
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireReviewer(args)
  const form = await parseForm(args, ctx, ButtonForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    await tickPromise(form.ctx, args.params.itemId as ItemId)
    return redirect(paths.promises())
  })
}

export default function HelpGiven() {
  const { venue, help } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  return (
    <>
      <h1>Have you given this help?</h1>
      <p className="lead">
        {venue}: {help}
      </p>
      <Form answer={answer}>
        <div className="actions">
          <Button look="go" pending="Saving…">
            I have given this
          </Button>
          <ButtonLink to={paths.promises()}>Back to my promises</ButtonLink>
        </div>
      </Form>
    </>
  )
}
