import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData, useParams } from '@remix-run/react'
import { ButtonForm } from '~/domain/forms'
import type { PolicyId } from '~/domain/ids'
import { confirmPolicy } from '~/domain/policies/confirm-policy.server'
import { policyOfVenue } from '~/domain/policies/queries.server'
import { parseForm } from '~/http/form.server'
import { requireOwner } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { Form, type FormAnswer } from '~/ui/form'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Reviewed “${data?.title ?? 'a policy'}” – Lamplight` },
]

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  return load(async () => {
    const policyId = args.params.policyId as PolicyId
    const { title } = await policyOfVenue(ctx.db, ctx.actor, venueId, policyId)
    return { title }
  })
}

/** One tap on the policy's page; this page is for whoever had to sign in between. */
export async function action(args: ActionFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  const form = await parseForm(args, ctx, ButtonForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    const policyId = args.params.policyId as PolicyId
    await confirmPolicy(form.ctx, venueId, policyId)
    return redirect(`${paths.policy(venueId, policyId)}#review`)
  })
}

export default function ReviewedToday() {
  const { title } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  const { venueId = '', policyId = '' } = useParams()
  return (
    <>
      <h1>Is “{title}” still true?</h1>
      <p>Today’s date will stand on it as the day of your last review. Its text stays as it is.</p>
      <Form answer={answer}>
        <div className="actions">
          <Button look="go" pending="One moment…">
            We read it today, still true
          </Button>
          <ButtonLink to={paths.policy(venueId, policyId)}>Read it first</ButtonLink>
        </div>
      </Form>
    </>
  )
}
