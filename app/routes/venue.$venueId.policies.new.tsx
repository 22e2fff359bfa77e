import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { startPolicyFor } from '~/domain/applications/add-evidence-new-policy.server'
import { newPolicyPageOf } from '~/domain/applications/workspace-new-policy.server'
import { NewPolicyForm } from '~/domain/policies/forms'
import { startPolicy } from '~/domain/policies/start-policy.server'
import { parseForm } from '~/http/form.server'
import { requireOwner } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button } from '~/ui/button'
import { RadioGroup } from '~/ui/choices'
import { HiddenField, TextField } from '~/ui/fields'
import { Form, type FormAnswer } from '~/ui/form'
import { PrivateNotice } from '~/ui/notice'
import { notices } from '~/words/en/notices'

export const meta: MetaFunction = () => [{ title: 'Start a policy – Lamplight' }]

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  const asked = new URL(args.request.url).searchParams
  return load(() =>
    newPolicyPageOf(ctx, venueId, {
      template: asked.get('template') ?? '',
      standard: asked.get('standard') ?? '',
    }),
  )
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  const form = await parseForm(args, ctx, NewPolicyForm)
  if (!form.ok) return form.answer
  const { standard, title } = form.data
  const template = form.data.template === 'blank' ? '' : form.data.template
  return respond(form, async () => {
    const policyId = standard
      ? await startPolicyFor(form.ctx, venueId, standard, { template, title })
      : await startPolicy(form.ctx, venueId, { template, title })
    return redirect(paths.policy(venueId, policyId))
  })
}

export default function NewPolicy() {
  const { templates, template, standard, privacy } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  return (
    <>
      <h1>Start a policy</h1>
      <p className="lead">
        A template asks one question after another. You answer in your own words, in any order, and
        it saves itself as you write.
      </p>
      <PrivateNotice>{privacy}</PrivateNotice>
      <Form schema={NewPolicyForm} answer={answer} values={{ template }}>
        {standard ? (
          <>
            <HiddenField name="standard" value={standard.code} />
            <p>It will stand beside the standard “{standard.title}”.</p>
          </>
        ) : null}
        <RadioGroup
          name="template"
          legend="What is it about?"
          choices={[
            ...templates.map(({ code, title, about }) => ({
              value: code,
              label: title,
              hint: about,
            })),
            { value: 'blank', label: 'Something else', hint: 'A blank page with a few headings.' },
          ]}
        />
        <TextField
          name="title"
          label="Name of the policy"
          hint="With a template you can leave it empty: its name is used."
          optional
        />
        <div className="actions">
          <Button look="go" pending="Starting…">
            Start writing
          </Button>
        </div>
      </Form>
      <p className="soft">{notices.notLegalAdvice}</p>
    </>
  )
}
