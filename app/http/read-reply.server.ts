import type { ActionFunctionArgs } from '@remix-run/node'
import { spend } from '~/domain/accounts/limits.server'
import type { Context } from '~/domain/context'
import { ReplyForm } from '~/domain/feedback/forms'
import type { NewReply } from '~/domain/feedback/reply.server'
import type { VenueId } from '~/domain/ids'
import { takeEach } from '~/files/take-files.server'
import { mostReplyFiles } from '~/words/en/replies'
import { type FormValues, parseForm } from './form.server'
import { load, refuse, refuseTooOften } from './respond.server'

type Read =
  | { ok: true; reply: NewReply; values: FormValues; ctx: Context }
  | { ok: false; answer: Response }

/**
 * A reply by either side with its files. `letter` reads what it answers, and is absent for whoever may
 * not. No file is kept of those who read along and may not reply: the deed says why.
 */
export async function readReply(
  args: Pick<ActionFunctionArgs, 'request' | 'context'>,
  ctx: Context,
  letter: () => Promise<{ venueId: VenueId; mayReply: boolean }>,
): Promise<Read> {
  const form = await parseForm(args, ctx, ReplyForm)
  if (!form.ok) return form
  const { venueId, mayReply } = await load(letter)
  const chosen = mayReply ? (form.files.get('file') ?? []) : []
  if (chosen.length === 0) return { ...form, reply: form.data }

  const who = { person: ctx.actor.person.id, venue: venueId }
  const limited = await refuseTooOften(form, () => spend(ctx, 'upload', who))
  if (limited) return { ok: false, answer: limited }
  const taken = await takeEach(chosen, 'reply', mostReplyFiles)
  if (!taken.ok) return { ok: false, answer: refuse(form.values, { file: taken.sentence }, 422) }
  return { ...form, reply: { ...form.data, files: taken.files } }
}
