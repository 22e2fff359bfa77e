import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Link, useActionData, useLoaderData, useParams } from '@remix-run/react'
import { refreshEvidence, refreshEvidencePage } from '~/domain/certificates/refresh-evidence.server'
import { requireOwner } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import type { FormAnswer } from '~/ui/form'
import { Notice } from '~/ui/notice'
import { EvidenceForm } from './venue.$venueId.standards.$code.evidence.$kind/evidence-form'
import { readEvidence } from './venue.$venueId.standards.$code.evidence.$kind/read-evidence.server'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.title ?? 'A new date'} – Lamplight` },
]

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  const { code = '', kind = '' } = args.params
  const page = await load(() => refreshEvidencePage(ctx, venueId, { code, kind }))
  if (!page) throw redirect(paths.venueCertificate(venueId))
  return page
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  const { code = '', kind } = args.params
  const form = await readEvidence(args, ctx, kind)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    await refreshEvidence(form.ctx, venueId, code, form.given)
    return redirect(paths.venueCertificate(venueId))
  })
}

export default function RefreshEvidence() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  const { venueId = '', code = '', kind = '' } = useParams()
  return (
    <>
      <p className="kicker">
        <Link to={paths.venueCertificate(venueId)}>Your certificate</Link>
      </p>
      <h1>{page.title}</h1>
      <p className="lead">{page.why}</p>
      <Notice title="Your liaison reads this">
        It goes to your certificate as soon as you save it, and keeps it current. What you shared
        before stays as it was.
      </Notice>
      <h2>{page.ask}</h2>
      <EvidenceForm
        kind={kind}
        statement={page.statement}
        policies={[]}
        today={page.today}
        action={paths.refreshEvidence(venueId, code, kind)}
        answer={answer}
      />
    </>
  )
}
