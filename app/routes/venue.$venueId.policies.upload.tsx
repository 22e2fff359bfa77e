import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { spend } from '~/domain/accounts/limits.server'
import { uploadPolicyFor } from '~/domain/applications/add-evidence-new-policy.server'
import { newPolicyPageOf } from '~/domain/applications/workspace-new-policy.server'
import { UploadPolicyForm } from '~/domain/policies/forms'
import { uploadPolicy } from '~/domain/policies/upload-policy.server'
import { examineFile } from '~/files/kinds.server'
import { keepFile } from '~/files/store.server'
import { parseForm } from '~/http/form.server'
import { requireOwner } from '~/http/guards.server'
import { load, refuse, refuseTooOften, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button } from '~/ui/button'
import { FileField, HiddenField, TextField } from '~/ui/fields'
import { Form, type FormAnswer } from '~/ui/form'
import { PrivateNotice } from '~/ui/notice'
import { notices } from '~/words/en/notices'

export const handle = { uploads: true }

export const meta: MetaFunction = () => [{ title: 'Upload a policy – Lamplight' }]

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  const standard = new URL(args.request.url).searchParams.get('standard') ?? ''
  return load(() => newPolicyPageOf(ctx, venueId, { template: '', standard }))
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  const form = await parseForm(args, ctx, UploadPolicyForm)
  if (!form.ok) return form.answer
  const who = { person: ctx.actor.person.id, venue: venueId }
  const limited = await refuseTooOften(form, () => spend(ctx, 'upload', who))
  if (limited) return limited
  const examined = await examineFile(form.files.get('file')?.[0], 'policy')
  if (!examined.ok) return refuse(form.values, { file: examined.sentence }, 422)
  const { bytes, name, type } = examined
  const { key: storageKey, digest, size } = await keepFile(bytes)
  const { title, standard } = form.data
  const policy = { title, file: { name, type, size, digest, storageKey } }
  return respond(form, async () => {
    const policyId = standard
      ? await uploadPolicyFor(form.ctx, venueId, standard, policy)
      : await uploadPolicy(form.ctx, venueId, policy)
    return redirect(
      standard ? paths.venueStandard(venueId, standard) : paths.policy(venueId, policyId),
    )
  })
}

export default function UploadPolicy() {
  const { standard } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  return (
    <>
      <h1>Upload a policy</h1>
      <p className="lead">Have it already? Then use it as it is.</p>
      <PrivateNotice>{notices.privateToTeam}</PrivateNotice>
      <Form schema={UploadPolicyForm} answer={answer} multipart>
        {standard ? (
          <>
            <HiddenField name="standard" value={standard.code} />
            <p>It will stand beside the standard “{standard.title}”.</p>
          </>
        ) : null}
        <TextField name="title" label="Name of the policy" hint="Such as “Age and ID”." />
        <FileField
          name="file"
          label="The policy as PDF"
          hint={`Up to 25 MB. ${notices.noIncidents}`}
          accept="application/pdf"
        />
        <div className="actions">
          <Button look="go" pending="Sending the file…">
            Upload this policy
          </Button>
        </div>
      </Form>
    </>
  )
}
