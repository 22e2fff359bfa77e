import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ButtonForm } from '~/domain/forms'
import type { PolicyId } from '~/domain/ids'
import { policyOfVenue } from '~/domain/policies/queries.server'
import { restorePolicy } from '~/domain/policies/remove-policy.server'
import { parseForm } from '~/http/form.server'
import { requireOwner } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button } from '~/ui/button'
import { Form, type FormAnswer } from '~/ui/form'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Put “${data?.title ?? 'a policy'}” back – Lamplight` },
]

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  return load(async () => {
    const policyId = args.params.policyId as PolicyId
    const { db, actor } = ctx
    const { title } = await policyOfVenue(db, actor, venueId, policyId, { removed: true })
    return { title }
  })
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  const form = await parseForm(args, ctx, ButtonForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    const policyId = args.params.policyId as PolicyId
    await restorePolicy(form.ctx, venueId, policyId)
    return redirect(`${paths.policy(venueId, policyId)}?back=yes`)
  })
}

export default function RestorePolicy() {
  const { title } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  return (
    <>
      <h1>Put “{title}” back?</h1>
      <p>It comes back as it was, with everything that pointed to it.</p>
      <Form answer={answer}>
        <div className="actions">
          <Button look="go" pending="One moment…">
            Put it back
          </Button>
        </div>
      </Form>
    </>
  )
}
