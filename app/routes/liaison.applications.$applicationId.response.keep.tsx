import { type ActionFunctionArgs, json } from '@remix-run/node'
import { DraftForm } from '~/domain/feedback/forms'
import { saveDraft } from '~/domain/feedback/save-draft.server'
import type { ApplicationId } from '~/domain/ids'
import { programOf } from '~/domain/standards/program.server'
import { parseForm } from '~/http/form.server'
import { requireReviewer } from '~/http/guards.server'
import { respond } from '~/http/respond.server'
import { formatTime } from '~/words/en/format'

/** Where a draft saves itself while the liaison writes. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requireReviewer(args)
  const form = await parseForm(args, ctx, DraftForm)
  if (!form.ok) return form.answer
  const { revision: before, toneTaken, ...draft } = form.data
  const applicationId = args.params.applicationId as ApplicationId
  return respond(form, async () => {
    const change = { revision: before, draft, toneTaken }
    const { revision, savedAt } = await saveDraft(form.ctx, applicationId, change)
    const { timeZone } = await programOf(ctx.db)
    const words = `Saved ${formatTime(new Date(savedAt), timeZone)}`
    return json({ saved: { words, revision: String(revision) } })
  })
}

/** Nothing to read here: the response is written in the studio. */
export function loader() {
  return new Response('', { status: 405, headers: { Allow: 'POST' } })
}
