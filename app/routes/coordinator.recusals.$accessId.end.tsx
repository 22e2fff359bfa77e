import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { endRecusal, recusalPage } from '~/domain/applications/end-recusal.server'
import { ButtonForm } from '~/domain/forms'
import type { AccessId } from '~/domain/ids'
import { parseForm } from '~/http/form.server'
import { requireCoordinator } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { Form, type FormAnswer } from '~/ui/form'

export const meta: MetaFunction = () => [{ title: 'Let a liaison review again – Lamplight' }]

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireCoordinator(args)
  return load(() => recusalPage(ctx, args.params.accessId as AccessId))
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireCoordinator(args)
  const id = args.params.accessId as AccessId
  const { applicationId } = await load(() => recusalPage(ctx, id))
  const form = await parseForm(args, ctx, ButtonForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    await endRecusal(form.ctx, id)
    return redirect(paths.review(applicationId))
  })
}

export default function EndRecusal() {
  const { name, venue, applicationId } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  return (
    <>
      <h1>
        Let {name} review {venue} again?
      </h1>
      <p className="lead">
        They stepped back from it themselves, so speak with them first. In whose hands it is stays
        as it is.
      </p>
      <Form answer={answer}>
        <div className="actions">
          <Button look="go" pending="Saving…">
            Let them review again
          </Button>
          <ButtonLink to={paths.review(applicationId)}>Leave it as it is</ButtonLink>
        </div>
      </Form>
    </>
  )
}
