import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Link, useActionData, useLoaderData, useParams } from '@remix-run/react'
import { addEvidence } from '~/domain/applications/add-evidence.server'
import { evidencePageOf } from '~/domain/applications/workspace-evidence-page.server'
import { requireOwner } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import type { FormAnswer } from '~/ui/form'
import { Notice, PrivateNotice } from '~/ui/notice'
import { EvidenceForm } from './evidence-form'
import { readEvidence } from './read-evidence.server'

export const handle = { uploads: true }

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.title ?? 'Evidence'} – Lamplight` },
]

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  const { code = '', kind = '' } = args.params
  const policyId = new URL(args.request.url).searchParams.get('policy') ?? ''
  return load(() => evidencePageOf(ctx, venueId, { code, kind, policyId }))
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  const { code = '', kind } = args.params
  const form = await readEvidence(args, ctx, kind)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    await addEvidence(form.ctx, venueId, code, form.given)
    return redirect(`${paths.venueStandard(venueId, code)}#${kind}`)
  })
}

export default function EvidencePage() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  const { venueId = '', code = '', kind = '' } = useParams()
  const to = paths.addEvidence(venueId, code, kind)
  return (
    <>
      <p className="kicker">
        <Link to={paths.venueStandard(venueId, code)}>{page.title}</Link>
      </p>
      <h1>{page.ask}</h1>
      {page.mayEdit ? (
        <>
          <PrivateNotice>{page.privacy}</PrivateNotice>
          <EvidenceForm
            kind={kind}
            statement={page.statement}
            policies={page.policies}
            sections={page.sections}
            file={page.file}
            today={page.today}
            room={page.room}
            action={page.policyId ? `${to}?policy=${page.policyId}` : to}
            answer={answer}
            values={page.policyId ? { policyId: page.policyId } : {}}
          />
        </>
      ) : (
        <Notice title="To read">
          <p>{page.readOnly || 'Start your application first. It begins as a private draft.'}</p>
          {page.refreshTo ? (
            <p>
              <Link to={page.refreshTo}>Add a new date</Link>
            </p>
          ) : null}
        </Notice>
      )}
    </>
  )
}
