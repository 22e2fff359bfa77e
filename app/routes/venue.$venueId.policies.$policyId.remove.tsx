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
import { removePolicy } from '~/domain/policies/remove-policy.server'
import { parseForm } from '~/http/form.server'
import { requireOwner } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { Form, type FormAnswer } from '~/ui/form'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Take “${data?.title ?? 'a policy'}” away – Lamplight` },
]

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  return load(async () => {
    const { title, serves } = await policyPageOf(ctx, venueId, args.params.policyId as PolicyId)
    return { title, serves }
  })
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  const form = await parseForm(args, ctx, ButtonForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    const policyId = args.params.policyId as PolicyId
    await removePolicy(form.ctx, venueId, policyId)
    return redirect(`${paths.policies(venueId)}?removed=${policyId}`)
  })
}

export default function RemovePolicy() {
  const { title, serves } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  const { venueId = '', policyId = '' } = useParams()
  return (
    <>
      <h1>Take “{title}” away?</h1>
      <p>You can put it back right afterwards. What you shared before stays as you shared it.</p>
      {serves.length > 0 ? (
        <>
          <p>These standards point to it and become open again:</p>
          <ul>
            {serves.map(({ code, title: standard }) => (
              <li key={code}>{standard}</li>
            ))}
          </ul>
        </>
      ) : null}
      <Form answer={answer}>
        <div className="actions">
          <Button look="danger" pending="One moment…">
            Take it away
          </Button>
          <ButtonLink to={paths.policy(venueId, policyId)}>Keep it</ButtonLink>
        </div>
      </Form>
    </>
  )
}
