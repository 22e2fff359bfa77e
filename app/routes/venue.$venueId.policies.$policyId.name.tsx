import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Link, useActionData, useLoaderData, useParams } from '@remix-run/react'
import type { PolicyId } from '~/domain/ids'
import { RenamePolicyForm } from '~/domain/policies/forms'
import { policyOfVenue } from '~/domain/policies/queries.server'
import { renamePolicy } from '~/domain/policies/rename-policy.server'
import { parseForm } from '~/http/form.server'
import { requireOwner } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { HiddenField, TextField } from '~/ui/fields'
import { Form, type FormAnswer } from '~/ui/form'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Rename “${data?.title ?? 'a policy'}” – Lamplight` },
]

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  return load(async () => {
    const policyId = args.params.policyId as PolicyId
    const { title } = await policyOfVenue(ctx.db, ctx.actor, venueId, policyId)
    return { title }
  })
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  const form = await parseForm(args, ctx, RenamePolicyForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    const policyId = args.params.policyId as PolicyId
    await renamePolicy(form.ctx, venueId, policyId, form.data)
    return redirect(paths.policy(venueId, policyId))
  })
}

export default function RenamePolicy() {
  const { title } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  const { venueId = '', policyId = '' } = useParams()
  const was = answer?.theirs?.was ?? answer?.values?.was ?? title
  return (
    <>
      <p className="kicker">
        <Link to={paths.policy(venueId, policyId)}>{title}</Link>
      </p>
      <h1>Rename this policy</h1>
      <p className="lead">What you shared before keeps the name that it was shared under.</p>
      <Form key={answer?.theirs?.was} schema={RenamePolicyForm} answer={answer} values={{ title }}>
        {answer?.theirs ? <p>It is called “{answer.theirs.was}” now.</p> : null}
        <HiddenField name="was" value={String(was)} />
        <TextField name="title" label="Name of the policy" />
        <div className="actions">
          <Button look="go" pending="Saving…">
            Save the name
          </Button>
          <ButtonLink to={paths.policy(venueId, policyId)}>Leave it as it is</ButtonLink>
        </div>
      </Form>
    </>
  )
}
