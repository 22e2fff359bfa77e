import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { addEvidence } from '~/domain/applications/add-evidence.server'
import { evidencePageOf } from '~/domain/applications/workspace-evidence-page.server'
import { requireOwner } from '~/http/guards.server'
import { load } from '~/http/respond.server'
import { respondWithFiles } from '~/http/respond-with-files.server'
import { paths } from '~/paths'
import { EvidencePage } from './evidence-page'
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
  const files = 'file' in form.given ? [form.given.file] : []
  return respondWithFiles(form, files, async () => {
    await addEvidence(form.ctx, venueId, code, form.given)
    return redirect(`${paths.venueStandard(venueId, code)}#${kind}`)
  })
}

export default function AddEvidence() {
  return <EvidencePage page={useLoaderData<typeof loader>()} />
}
