import { and, eq } from 'drizzle-orm'
import type { Tx } from '~db/open.server'
import { outbox } from '~db/schema'
import type { Context } from './context'
import { deed } from './deed.server'
import { Conflict, NotFound } from './errors'
import type { EventKind } from './events'
import { recordEvent } from './events.server'
import type { MailId } from './ids'
import { forgetsFacts } from './outbox.server'
import { hasRunOut, isHeld } from './outbox-held.server'
import { canLookAfterMail } from './permissions/mail'
import { permit } from './permissions/permission'

/**
 * Puts a held mail back into the line, as if it had never been tried: a coordinator has looked
 * whether it arrived. A sign-in code that ran out would help nobody, and is a conflict.
 */
export function releaseMail(ctx: Context, id: MailId): Promise<void> {
  return settle(ctx, id, 'mail.released', (mail) => {
    if (hasRunOut(mail, ctx.now)) {
      throw new Conflict(
        'The code in this mail has run out, so it would open nothing. Whoever wanted it can ask for a new one.',
      )
    }
    const { now } = ctx
    return { state: 'queued', nextTryAt: now, firstTryAt: null, tries: 0, problem: null }
  })
}

/** Leaves a held mail unsent for good. What could open a door is forgotten with it. */
export function letMailGo(ctx: Context, id: MailId): Promise<void> {
  return settle(ctx, id, 'mail.let_go', (mail) => ({
    letGoAt: ctx.now,
    facts: forgetsFacts(mail.kind) ? {} : mail.facts,
  }))
}

type Row = typeof outbox.$inferSelect

/** By compare-and-set: of two coordinators one decides, and the other hears that it is done. */
function settle(
  ctx: Context,
  id: MailId,
  kind: EventKind,
  change: (mail: Row) => Partial<Row>,
): Promise<void> {
  return deed(ctx, async (tx: Tx) => {
    const { actor, now, origin } = ctx
    permit(canLookAfterMail(actor))
    const [mail] = await tx.select().from(outbox).where(eq(outbox.id, id))
    if (!mail) throw new NotFound()
    const settled = await tx
      .update(outbox)
      .set(change(mail))
      .where(and(eq(outbox.id, id), isHeld))
      .returning({ id: outbox.id })
    if (settled.length === 0) {
      throw new Conflict('This mail is not held any more: it was decided a moment ago.')
    }
    await recordEvent(tx, {
      ...{ kind, actor, at: now, origin, subjectId: id },
      facts: { kind: mail.kind },
      before: { state: 'held' },
      after: { state: kind === 'mail.released' ? 'queued' : 'let_go' },
    })
  })
}
