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
import { takeFiles } from '~/files/take-files.server'
import { parseForm } from '~/http/form.server'
import { requireOwner } from '~/http/guards.server'
import { load, refuse, refuseTooOften } from '~/http/respond.server'
import { respondWithFiles } from '~/http/respond-with-files.server'
import { paths } from '~/paths'
import { Button } from '~/ui/button'
import { HiddenField, TextField } from '~/ui/fields'
import { Form, type FormAnswer } from '~/ui/form'
import { PrivateNotice } from '~/ui/notice'
import { PolicyFileField } from '~/ui/policy-file-field'

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
  const taken = await takeFiles(form.files.get('file'), 'policy')
  if (!taken.ok) return refuse(form.values, { file: taken.sentence }, 422)
  const { title, standard } = form.data
  const policy = { title, file: taken.file }
  return respondWithFiles(form, [taken.file], async () => {
    const policyId = standard
      ? await uploadPolicyFor(form.ctx, venueId, standard, policy)
      : await uploadPolicy(form.ctx, venueId, policy)
    return redirect(
      standard ? paths.venueStandard(venueId, standard) : paths.policy(venueId, policyId),
    )
  })
}

export default function UploadPolicy() {
  const { standard, room, privacy } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  return (
    <>
      <h1>Upload a policy</h1>
      <p className="lead">Have it already? Then use it as it is.</p>
      <PrivateNotice>{privacy}</PrivateNotice>
      <Form schema={UploadPolicyForm} answer={answer} multipart>
        {standard ? (
          <>
            <HiddenField name="standard" value={standard.code} />
            <p>It will stand beside the standard “{standard.title}”.</p>
          </>
        ) : null}
        <TextField name="title" label="Name of the policy" hint="Such as “Age and ID”." />
        <PolicyFileField label="The policy" room={room} />
        <div className="actions">
          <Button look="go" pending="Sending the file…">
            Upload this policy
          </Button>
        </div>
      </Form>
    </>
  )
}
