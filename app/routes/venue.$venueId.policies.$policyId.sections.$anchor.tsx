import '~/ui/styles/workspace.css'
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Link, useActionData, useLoaderData, useParams } from '@remix-run/react'
import { policyPageOf } from '~/domain/applications/workspace-policies.server'
import { NotFound } from '~/domain/errors'
import type { PolicyId } from '~/domain/ids'
import { SectionForm } from '~/domain/policies/forms'
import { saveSection } from '~/domain/policies/save-section.server'
import { parseForm } from '~/http/form.server'
import { requireOwner } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { savedHere } from '~/http/saved-here.server'
import { paths } from '~/paths'
import { Button } from '~/ui/button'
import { HiddenField, TextArea } from '~/ui/fields'
import { Form, type FormAnswer } from '~/ui/form'
import { Notice, PrivateNotice } from '~/ui/notice'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.section.heading ?? 'Section'} – ${data?.title ?? 'Lamplight'}` },
]

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  return load(async () => {
    const page = await policyPageOf(ctx, venueId, args.params.policyId as PolicyId)
    const section = page.sections.find(({ anchor }) => anchor === args.params.anchor)
    if (!section) throw new NotFound()
    return { title: page.title, privacy: page.privacy, section }
  })
}

/** Leads back to the policy; a draft that saves itself asks for the answer where it is. */
export async function action(args: ActionFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  const form = await parseForm(args, ctx, SectionForm)
  if (!form.ok) return form.answer
  const { anchor = '' } = args.params
  const policyId = args.params.policyId as PolicyId
  return respond(form, async () => {
    const saved = await saveSection(form.ctx, venueId, policyId, anchor, form.data)
    if (form.values.answer === 'here') return savedHere(ctx, saved)
    return redirect(`${paths.policy(venueId, policyId)}#${anchor}`)
  })
}

export default function Section() {
  const { title, privacy, section } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  const { venueId = '', policyId = '' } = useParams()
  const theirs = answer?.theirs
  return (
    <>
      <p className="kicker">
        <Link to={paths.policy(venueId, policyId)}>{title}</Link>
      </p>
      <h1>{section.heading}</h1>
      {section.prompt ? <p className="lead">{section.prompt}</p> : null}
      <PrivateNotice>{privacy}</PrivateNotice>
      <Form
        key={theirs?.revision}
        answer={answer}
        schema={SectionForm}
        values={{ body: section.body }}
      >
        {theirs ? (
          <Notice tone="warning" title="What stands there now">
            <blockquote className="own-words">{theirs.body}</blockquote>
          </Notice>
        ) : null}
        <HiddenField
          name="revision"
          value={theirs?.revision ?? carried(answer) ?? String(section.revision)}
        />
        <TextArea name="body" label={theirs ? 'Your text' : 'In your own words'} rows={10} />
        {section.example ? (
          <details className="more">
            <summary>An example</summary>
            <p>{section.example}</p>
          </details>
        ) : null}
        <div className="actions">
          <Button look="go" pending="Saving…">
            Save this section
          </Button>
        </div>
      </Form>
    </>
  )
}

/** A form that came back keeps the revision that it started from, so that nobody's text is overwritten. */
function carried(answer: FormAnswer | undefined): string | undefined {
  const { revision } = answer?.values ?? {}
  return typeof revision === 'string' ? revision : undefined
}
