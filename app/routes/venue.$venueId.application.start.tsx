import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { StartForm } from '~/domain/applications/forms'
import { startApplication } from '~/domain/applications/start-application.server'
import { parseForm } from '~/http/form.server'
import { requireOwner } from '~/http/guards.server'
import { respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button } from '~/ui/button'
import { Form, type FormAnswer } from '~/ui/form'
import { PrivateNotice } from '~/ui/notice'
import { notices } from '~/words/en/notices'

export const meta: MetaFunction = () => [{ title: 'Start your application – Lamplight' }]

export async function loader(args: LoaderFunctionArgs) {
  await requireOwner(args)
  return null
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  const form = await parseForm(args, ctx, StartForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    await startApplication(form.ctx, venueId)
    return redirect(paths.application(venueId))
  })
}

export default function Start() {
  const answer = useActionData<FormAnswer>()
  return (
    <>
      <h1>Start your application</h1>
      <p className="lead">
        It takes no promise. You write at your own pace, and share if you like.
      </p>
      <ul>
        <li>You see every standard with an example, a template and somebody who can help.</li>
        <li>
          Much of it you may have already: a policy, a class your team took, a sign by the bar.
        </li>
        <li>You can pause or leave at any moment, without a mark.</li>
      </ul>
      <PrivateNotice>{notices.privateToTeam}</PrivateNotice>
      <Form answer={answer}>
        <div className="actions">
          <Button look="go" pending="Starting…">
            Start your application
          </Button>
        </div>
      </Form>
    </>
  )
}
