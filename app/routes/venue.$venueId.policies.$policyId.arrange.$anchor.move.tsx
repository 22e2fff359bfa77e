import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData, useParams } from '@remix-run/react'
import type { PolicyId } from '~/domain/ids'
import { MoveSectionForm } from '~/domain/policies/forms'
import { moveSection } from '~/domain/policies/move-section.server'
import { sectionPageOf } from '~/domain/policies/section-page.server'
import { parseForm } from '~/http/form.server'
import { requireOwner } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { HiddenField } from '~/ui/fields'
import { Form, type FormAnswer } from '~/ui/form'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Move “${data?.heading ?? 'a section'}” – Lamplight` },
]

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  return load(() => sectionPageOf(ctx, venueId, args.params))
}

/** One tap on the list; this page is for whoever's order was no longer the one that stands. */
export async function action(args: ActionFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  const form = await parseForm(args, ctx, MoveSectionForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    const policyId = args.params.policyId as PolicyId
    await moveSection(form.ctx, venueId, policyId, args.params.anchor ?? '', form.data)
    return redirect(paths.arrangePolicy(venueId, policyId))
  })
}

export default function MoveSection() {
  const { heading, headings, order } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  const { venueId = '', policyId = '' } = useParams()
  return (
    <>
      <h1>Move “{heading}”</h1>
      <p>The sections stand like this now:</p>
      <ol>
        {headings.map(({ anchor, heading: each }) => (
          <li key={anchor}>{each}</li>
        ))}
      </ol>
      <Form key={order} answer={answer}>
        <HiddenField name="order" value={order} />
        <div className="actions">
          <Button name="to" value="up">
            Move it up
          </Button>
          <Button name="to" value="down">
            Move it down
          </Button>
          <ButtonLink to={paths.arrangePolicy(venueId, policyId)}>Leave it as it is</ButtonLink>
        </div>
      </Form>
    </>
  )
}
