import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { markSeen } from '~/domain/applications/look.server'
import { LookForm } from '~/domain/applications/look-form'
import { parseForm } from '~/http/form.server'
import { requireLiaison } from '~/http/guards.server'
import { respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { HiddenField } from '~/ui/fields'
import { Form, type FormAnswer } from '~/ui/form'

export const meta: MetaFunction = () => [{ title: 'Seen – Lamplight' }]

export async function loader(args: LoaderFunctionArgs) {
  const { now } = await requireLiaison(args)
  return { until: String(now.getTime()) }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireLiaison(args)
  const form = await parseForm(args, ctx, LookForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    await markSeen(form.ctx, new Date(form.data.until))
    return redirect(paths.desk())
  })
}

export default function Looked() {
  const { until } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  return (
    <>
      <h1>Have you seen what is new?</h1>
      <p className="lead">
        Your desk marks what changed since you last said so. Only you see these marks.
      </p>
      <Form answer={answer}>
        <HiddenField name="until" value={until} />
        <div className="actions">
          <Button look="go" pending="Saving…">
            I have seen these
          </Button>
          <ButtonLink to={paths.desk()}>Back to your desk</ButtonLink>
        </div>
      </Form>
    </>
  )
}
