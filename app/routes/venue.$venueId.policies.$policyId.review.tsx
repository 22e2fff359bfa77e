import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Link, useActionData, useLoaderData, useParams } from '@remix-run/react'
import { policyPageOf } from '~/domain/applications/workspace-policies.server'
import type { Day } from '~/domain/dates'
import type { PolicyId } from '~/domain/ids'
import { ReviewForm } from '~/domain/policies/forms'
import { reviewPolicy } from '~/domain/policies/review-policy.server'
import { parseForm } from '~/http/form.server'
import { requireOwner } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button } from '~/ui/button'
import { Checkbox } from '~/ui/choices'
import { DateField } from '~/ui/fields'
import { Form, type FormAnswer } from '~/ui/form'
import { PrivateNotice } from '~/ui/notice'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Looking at “${data?.title ?? 'a policy'}” again – Lamplight` },
]

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  return load(async () => {
    const { title, review, privacy } = await policyPageOf(
      ctx,
      venueId,
      args.params.policyId as PolicyId,
    )
    return { title, privacy, ...review }
  })
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  const form = await parseForm(args, ctx, ReviewForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    const policyId = args.params.policyId as PolicyId
    const { reviewOn, counselOn, reviewedByCounsel } = form.data
    await reviewPolicy(form.ctx, venueId, policyId, {
      reviewOn: reviewOn ? (reviewOn as Day) : null,
      reviewedByCounsel: reviewedByCounsel === 'yes' || counselOn !== '',
      counselOn: counselOn ? (counselOn as Day) : null,
    })
    return redirect(paths.policy(venueId, policyId))
  })
}

export default function ReviewPolicy() {
  const { title, privacy, reviewOn, counselOn, reviewedByCounsel } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  const { venueId = '', policyId = '' } = useParams()
  return (
    <>
      <p className="kicker">
        <Link to={paths.policy(venueId, policyId)}>{title}</Link>
      </p>
      <h1>Looking at it again</h1>
      <p className="lead">Once a year suits most policies. You choose the day.</p>
      <PrivateNotice>{privacy}</PrivateNotice>
      <Form schema={ReviewForm} answer={answer} values={{ reviewOn, counselOn }}>
        <DateField name="reviewOn" label="When will you look at it again?" optional />
        <Checkbox
          name="reviewedByCounsel"
          label="Our counsel or insurer has read it"
          hint="Not asked for. Some venues like to note it."
          defaultChecked={reviewedByCounsel}
        />
        <DateField name="counselOn" label="When did they read it?" optional />
        <div className="actions">
          <Button look="go" pending="Saving…">
            Save
          </Button>
        </div>
      </Form>
    </>
  )
}
