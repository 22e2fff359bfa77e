import { type ActionFunctionArgs, json } from '@remix-run/node'
import { DraftForm } from '~/domain/feedback/forms'
import { savePart } from '~/domain/feedback/save-part.server'
import { programOf } from '~/domain/standards/program.server'
import { parseForm } from '~/http/form.server'
import { requireAsked } from '~/http/guards.server'
import { respond } from '~/http/respond.server'
import { formatTime } from '~/words/en/format'

/** Where a part saves itself while its writer types. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requireAsked(args)
  const form = await parseForm(args, ctx, DraftForm)
  if (!form.ok) return form.answer
  const { revision: before, toneTaken, ...draft } = form.data
  return respond(form, async () => {
    const change = { revision: before, draft, toneTaken }
    const { revision, savedAt } = await savePart(form.ctx, args.params.partId ?? '', change)
    const { timeZone } = await programOf(ctx.db)
    const words = `Saved ${formatTime(new Date(savedAt), timeZone)}`
    return json({ saved: { words, revision: String(revision) } })
  })
}

/** Nothing to read here: the part is written on its own page. */
export function loader() {
  return new Response('', { status: 405, headers: { Allow: 'POST' } })
}
