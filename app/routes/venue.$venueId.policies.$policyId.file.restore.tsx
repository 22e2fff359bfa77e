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
import { putFileBack } from '~/domain/policies/take-file-off.server'
import { parseForm } from '~/http/form.server'
import { requireOwner } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { Form, type FormAnswer } from '~/ui/form'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Put the file of “${data?.title ?? 'a policy'}” back – Lamplight` },
]

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  return load(async () => {
    const { title, takenOff } = await policyPageOf(ctx, venueId, args.params.policyId as PolicyId)
    return { title, takenOff }
  })
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  const form = await parseForm(args, ctx, ButtonForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    const policyId = args.params.policyId as PolicyId
    await putFileBack(form.ctx, venueId, policyId)
    return redirect(`${paths.policy(venueId, policyId)}#the-file`)
  })
}

export default function PutFileBack() {
  const { title, takenOff } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  const { venueId = '', policyId = '' } = useParams()
  return (
    <>
      <h1>Put the file of “{title}” back?</h1>
      <p>
        {takenOff
          ? `“${takenOff}” stands beside what you have written again, with the pages that standards pointed to.`
          : 'No file was taken off that could be put back.'}
      </p>
      <Form answer={answer}>
        <div className="actions">
          {takenOff ? (
            <Button look="go" pending="One moment…">
              Put it back
            </Button>
          ) : null}
          <ButtonLink to={paths.policy(venueId, policyId)}>Back to the policy</ButtonLink>
        </div>
      </Form>
    </>
  )
}
