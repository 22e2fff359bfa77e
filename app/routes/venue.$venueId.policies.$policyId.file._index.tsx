import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Link, useActionData, useLoaderData, useParams } from '@remix-run/react'
import { spend } from '~/domain/accounts/limits.server'
import { policyPageOf } from '~/domain/applications/workspace-policies.server'
import type { PolicyId } from '~/domain/ids'
import { roomWords } from '~/domain/policies/file-room.server'
import { PolicyFileForm } from '~/domain/policies/forms'
import { givePolicyFile } from '~/domain/policies/give-policy-file.server'
import { policyOfVenue } from '~/domain/policies/queries.server'
import { takeFiles } from '~/files/take-files.server'
import { parseForm } from '~/http/form.server'
import { requireOwner } from '~/http/guards.server'
import { load, refuse, refuseTooOften } from '~/http/respond.server'
import { respondWithFiles } from '~/http/respond-with-files.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { Form, type FormAnswer } from '~/ui/form'
import { PrivateNotice } from '~/ui/notice'
import { PolicyFileField } from '~/ui/policy-file-field'

export const handle = { uploads: true }

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `The file of “${data?.title ?? 'a policy'}” – Lamplight` },
]

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  return load(async () => {
    const page = await policyPageOf(ctx, venueId, args.params.policyId as PolicyId)
    const room = await roomWords(ctx.db, venueId)
    return { title: page.title, privacy: page.privacy, file: page.file?.name ?? '', room }
  })
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  const policyId = args.params.policyId as PolicyId
  await load(() => policyOfVenue(ctx.db, ctx.actor, venueId, policyId))
  const form = await parseForm(args, ctx, PolicyFileForm)
  if (!form.ok) return form.answer
  const who = { person: ctx.actor.person.id, venue: venueId }
  const limited = await refuseTooOften(form, () => spend(ctx, 'upload', who))
  if (limited) return limited
  const taken = await takeFiles(form.files.get('file'), 'policy')
  if (!taken.ok) return refuse(form.values, { file: taken.sentence }, 422)
  return respondWithFiles(form, [taken.file], async () => {
    await givePolicyFile(form.ctx, venueId, policyId, taken.file)
    return redirect(paths.policy(venueId, policyId))
  })
}

export default function PolicyFile() {
  const { title, privacy, file, room } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  const { venueId = '', policyId = '' } = useParams()
  return (
    <>
      <p className="kicker">
        <Link to={paths.policy(venueId, policyId)}>{title}</Link>
      </p>
      <h1>{file ? 'Replace the file' : 'Add a file'}</h1>
      {file ? (
        <p className="lead">
          The new file takes the place of “{file}”. What you shared before keeps the file that it
          was shared with.
        </p>
      ) : (
        <p className="lead">It stands beside what you have written, and goes along with it.</p>
      )}
      <PrivateNotice>{privacy}</PrivateNotice>
      <Form schema={PolicyFileForm} answer={answer} multipart>
        <PolicyFileField label={file ? 'The newer file' : 'The file'} room={room} />
        <div className="actions">
          <Button look="go" pending="Sending the file…">
            {file ? 'Replace the file' : 'Add this file'}
          </Button>
          <ButtonLink to={paths.policy(venueId, policyId)}>Leave it as it is</ButtonLink>
        </div>
      </Form>
    </>
  )
}
