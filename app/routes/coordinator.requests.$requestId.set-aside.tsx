import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { JoinRequestId } from '~/domain/ids'
import { SetAsideForm } from '~/domain/venues/forms'
import { joinRequestFor } from '~/domain/venues/join-requests.server'
import { setAsideJoin } from '~/domain/venues/set-aside-join.server'
import { parseForm } from '~/http/form.server'
import { requireCoordinator } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { TextArea } from '~/ui/fields'
import { Form, type FormAnswer } from '~/ui/form'

export const meta: MetaFunction = () => [{ title: 'Set a request aside – Lamplight' }]

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireCoordinator(args)
  const id = args.params.requestId as JoinRequestId
  return load(async () => {
    const { request, venue, person } = await joinRequestFor(ctx, id)
    return { id, waiting: request.state === 'waiting', person: person.name, venue: venue.name }
  })
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireCoordinator(args)
  const form = await parseForm(args, ctx, SetAsideForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    const id = args.params.requestId as JoinRequestId
    await setAsideJoin(form.ctx, id, form.data.reason)
    return redirect(paths.joinRequest(id))
  })
}

export default function SetAside() {
  const { id, waiting, person, venue } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  const back = <ButtonLink to={paths.joinRequest(id)}>Back to the request</ButtonLink>
  if (!waiting && !answer) {
    return (
      <>
        <h1>This request was answered already</h1>
        {back}
      </>
    )
  }
  return (
    <>
      <h1>Set the request of {person} aside</h1>
      <p className="lead">
        {person} reads your reason by email. Nothing is held against them or {venue}, and they can
        ask again at any time.
      </p>
      <Form answer={answer} schema={SetAsideForm} label="Set the request aside">
        <TextArea
          name="reason"
          label="Why, in words that help them on"
          hint="Such as: nobody answered the public phone on three days; an email from the venue’s own address would settle it."
          limit={1000}
        />
        <div className="actions">
          <Button look="go" pending="Sending…">
            Set it aside and tell {person}
          </Button>
          {back}
        </div>
      </Form>
    </>
  )
}
