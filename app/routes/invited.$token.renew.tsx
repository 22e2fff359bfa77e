import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { spend } from '~/domain/accounts/limits.server'
import { invitationIdIn } from '~/domain/accounts/place-invitation'
import { renewInvited } from '~/domain/accounts/renew-invited.server'
import { ButtonForm } from '~/domain/forms'
import { parseForm } from '~/http/form.server'
import { visit } from '~/http/guards.server'
import { respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button } from '~/ui/button'
import { Form, type FormAnswer } from '~/ui/form'

export const meta: MetaFunction = () => [{ title: 'A new link for your invitation – Lamplight' }]

export async function loader({ request }: LoaderFunctionArgs) {
  return { sent: new URL(request.url).searchParams.get('sent') === 'yes' }
}

/** Answers alike whatever the link, so that nobody learns which invitations there are. */
export async function action(args: ActionFunctionArgs) {
  const token = args.params.token ?? ''
  const form = await parseForm(args, visit(args), ButtonForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    await spend(form.ctx, 'invitation-renewal', { link: invitationIdIn(token) })
    await renewInvited(form.ctx, token)
    return redirect(paths.renewInvited(token, { sent: 'yes' }))
  })
}

export default function RenewInvited() {
  const { sent } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  if (!sent) {
    return (
      <>
        <h1>A new link for your invitation</h1>
        <p className="lead">
          If the link in your email has run out, we send a new one to the address that was invited.
        </p>
        <Form document answer={answer} label="Send me a new link">
          <Button look="go" pending="Sending…">
            Send me a new link
          </Button>
        </Form>
      </>
    )
  }
  return (
    <>
      <h1>Look at your email</h1>
      <p className="lead">
        If an invitation waits behind this link, a new link is on its way to the address that was
        invited. It works for 7 days.
      </p>
      <p>
        No email after a few minutes? Look in the folder for unwanted mail. Perhaps the invitation
        was taken back or accepted already; whoever invited you can see that, and can invite you
        again.
      </p>
    </>
  )
}
