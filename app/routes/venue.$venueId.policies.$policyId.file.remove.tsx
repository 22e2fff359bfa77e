import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData, useParams } from '@remix-run/react'
import { policyPageOf } from '~/domain/applications/workspace-policies.server'
import { ButtonForm } from '~/domain/forms'
import type { PolicyId } from '~/domain/ids'
import { takeFileOff } from '~/domain/policies/take-file-off.server'
import { parseForm } from '~/http/form.server'
import { requireOwner } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { Form, type FormAnswer } from '~/ui/form'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Take the file off “${data?.title ?? 'a policy'}” – Lamplight` },
]

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  return load(async () => {
    const { title, file } = await policyPageOf(ctx, venueId, args.params.policyId as PolicyId)
    return { title, file: file?.mayComeOff ? file.name : '' }
  })
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  const form = await parseForm(args, ctx, ButtonForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    const policyId = args.params.policyId as PolicyId
    await takeFileOff(form.ctx, venueId, policyId)
    return redirect(`${paths.policy(venueId, policyId)}#the-file`)
  })
}

export default function TakeFileOff() {
  const { title, file } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  const { venueId = '', policyId = '' } = useParams()
  return (
    <>
      <h1>Take the file off “{title}”?</h1>
      {file ? (
        <p>
          What you have written here stays, and “{file}” goes. You can put it back right afterwards.
          What you shared before keeps it. A standard that points to one of its pages then points to
          the whole policy.
        </p>
      ) : (
        <p>There is no file on it that could be taken off.</p>
      )}
      <Form answer={answer}>
        <div className="actions">
          {file ? (
            <Button look="danger" pending="One moment…">
              Take the file off
            </Button>
          ) : null}
          <ButtonLink to={paths.policy(venueId, policyId)}>
            {file ? 'Keep it' : 'Back to the policy'}
          </ButtonLink>
        </div>
      </Form>
    </>
  )
}
