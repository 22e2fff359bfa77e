import {
  type ActionFunctionArgs,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { BegunForm } from '~/domain/applications/begun-form'
import { keepBegun } from '~/domain/applications/keep-begun.server'
import { evidencePageOf } from '~/domain/applications/workspace-evidence-page.server'
import { programOf } from '~/domain/standards/program.server'
import { parseForm } from '~/http/form.server'
import { requireOwner } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { formatTime } from '~/words/en/format'
import { EvidencePage } from './venue.$venueId.standards.$code.evidence.$kind/evidence-page'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.title ?? 'Evidence'} – Lamplight` },
]

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  const { code = '', kind = '' } = args.params
  return load(() => evidencePageOf(ctx, venueId, { code, kind, policyId: '' }))
}

/** Keeps a half-filled form for later; one that saves itself hears when. */
export async function action(args: ActionFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  const form = await parseForm(args, ctx, BegunForm)
  if (!form.ok) return form.answer
  const { code = '', kind = '' } = args.params
  return respond(form, async () => {
    const { revision, savedAt } = await keepBegun(form.ctx, venueId, { code, kind }, form.data)
    if (form.values.answer !== 'here') {
      return redirect(`${paths.venueStandard(venueId, code)}#${kind}`)
    }
    const { timeZone } = await programOf(ctx.db)
    const at = formatTime(new Date(savedAt), timeZone)
    const words = `Kept for later ${at}. It counts once you add it.`
    return json({ saved: { words, revision: String(revision) } })
  })
}

export default function KeepBegun() {
  return <EvidencePage page={useLoaderData<typeof loader>()} />
}
