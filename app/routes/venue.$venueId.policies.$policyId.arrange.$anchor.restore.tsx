import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ButtonForm } from '~/domain/forms'
import type { PolicyId } from '~/domain/ids'
import { sectionPageOf } from '~/domain/policies/section-page.server'
import { putSectionBack } from '~/domain/policies/take-section-out.server'
import { parseForm } from '~/http/form.server'
import { requireOwner } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button } from '~/ui/button'
import { Form, type FormAnswer } from '~/ui/form'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Put “${data?.heading ?? 'a section'}” back – Lamplight` },
]

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  return load(() => sectionPageOf(ctx, venueId, args.params, { out: true }))
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  const form = await parseForm(args, ctx, ButtonForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    const policyId = args.params.policyId as PolicyId
    await putSectionBack(form.ctx, venueId, policyId, args.params.anchor ?? '')
    return redirect(paths.arrangePolicy(venueId, policyId))
  })
}

export default function PutSectionBack() {
  const { heading } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  return (
    <>
      <h1>Put “{heading}” back?</h1>
      <p>It comes back with its text, to where it stood.</p>
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
