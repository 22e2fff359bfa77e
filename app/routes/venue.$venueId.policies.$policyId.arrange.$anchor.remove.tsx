import '~/ui/styles/workspace.css'
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData, useParams } from '@remix-run/react'
import type { PolicyId } from '~/domain/ids'
import { TakeSectionOutForm } from '~/domain/policies/forms'
import { sectionPageOf } from '~/domain/policies/section-page.server'
import { takeSectionOut } from '~/domain/policies/take-section-out.server'
import { parseForm } from '~/http/form.server'
import { requireOwner } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { HiddenField } from '~/ui/fields'
import { Form, type FormAnswer } from '~/ui/form'
import { Markdown } from '~/ui/markdown'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Take “${data?.heading ?? 'a section'}” out – Lamplight` },
]

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  return load(() => sectionPageOf(ctx, venueId, args.params))
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  const form = await parseForm(args, ctx, TakeSectionOutForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    const policyId = args.params.policyId as PolicyId
    const { anchor = '' } = args.params
    await takeSectionOut(form.ctx, venueId, policyId, anchor, form.data.revision)
    return redirect(`${paths.arrangePolicy(venueId, policyId)}?removed=${anchor}`)
  })
}

export default function TakeSectionOut() {
  const { title, heading, body, revision } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  const { venueId = '', policyId = '' } = useParams()
  return (
    <>
      <h1>Take “{heading}” out?</h1>
      <p>
        You can put it back, with its text. What you shared of “{title}” before keeps it, and a
        standard that points to this section points to the whole policy then.
      </p>
      {body ? (
        <blockquote className="own-words">
          <Markdown text={body} />
        </blockquote>
      ) : (
        <p className="soft">Nothing is written in it.</p>
      )}
      <Form key={revision} answer={answer}>
        <HiddenField name="revision" value={String(revision)} />
        <div className="actions">
          <Button look="danger" pending="One moment…">
            Take it out
          </Button>
          <ButtonLink to={paths.arrangePolicy(venueId, policyId)}>Keep it</ButtonLink>
        </div>
      </Form>
    </>
  )
}
