import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Link, useActionData, useLoaderData, useParams } from '@remix-run/react'
import type { PolicyId } from '~/domain/ids'
import { RenameSectionForm } from '~/domain/policies/forms'
import { renameSection } from '~/domain/policies/rename-section.server'
import { sectionPageOf } from '~/domain/policies/section-page.server'
import { parseForm } from '~/http/form.server'
import { requireOwner } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { HiddenField, TextField } from '~/ui/fields'
import { Form, type FormAnswer } from '~/ui/form'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Rename “${data?.heading ?? 'a section'}” – Lamplight` },
]

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  return load(() => sectionPageOf(ctx, venueId, args.params))
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  const form = await parseForm(args, ctx, RenameSectionForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    const policyId = args.params.policyId as PolicyId
    await renameSection(form.ctx, venueId, policyId, args.params.anchor ?? '', form.data)
    return redirect(paths.arrangePolicy(venueId, policyId))
  })
}

export default function RenameSection() {
  const { title, heading } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  const { venueId = '', policyId = '' } = useParams()
  const was = answer?.theirs?.was ?? answer?.values?.was ?? heading
  const back = paths.arrangePolicy(venueId, policyId)
  return (
    <>
      <p className="kicker">
        <Link to={back}>Sections of “{title}”</Link>
      </p>
      <h1>Rename this section</h1>
      <Form
        key={answer?.theirs?.was}
        schema={RenameSectionForm}
        answer={answer}
        values={{ heading }}
      >
        {answer?.theirs ? <p>It is called “{answer.theirs.was}” now.</p> : null}
        <HiddenField name="was" value={String(was)} />
        <TextField name="heading" label="Heading" />
        <div className="actions">
          <Button look="go" pending="Saving…">
            Save the heading
          </Button>
          <ButtonLink to={back}>Leave it as it is</ButtonLink>
        </div>
      </Form>
    </>
  )
}
