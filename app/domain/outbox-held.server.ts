import { and, asc, eq, gt, inArray, isNotNull, isNull, or } from 'drizzle-orm'
import { outbox } from '~db/schema'
import type { Reading } from './context'
import { NotFound } from './errors'
import type { MailId } from './ids'
import type { Mail } from './outbox-claims.server'
import { canLookAfterMail } from './permissions/mail'
import { permit } from './permissions/permission'

/** Held and waiting for a person. */
export const isHeld = and(eq(outbox.state, 'held'), isNull(outbox.letGoAt))

/** The same, and what is tried again by itself after it did not go out. */
const isStuck = or(
  isHeld,
  and(inArray(outbox.state, ['queued', 'sending']), isNotNull(outbox.problem)),
)

/** Never the facts: they can hold a code, and what a mail says is for whom it goes to. */
const columns = {
  id: outbox.id,
  kind: outbox.kind,
  address: outbox.address,
  state: outbox.state,
  problem: outbox.problem,
  createdAt: outbox.createdAt,
  firstTryAt: outbox.firstTryAt,
  letGoAt: outbox.letGoAt,
}

const pageSize = 50

/** Mail that did not go out, the oldest first, a page at a time. */
export async function stuckMailPage(
  { db, actor }: Reading,
  { after, most = pageSize }: { after: MailId | null; most?: number },
) {
  permit(canLookAfterMail(actor))
  const [last] = after
    ? await db.select({ createdAt: outbox.createdAt }).from(outbox).where(eq(outbox.id, after))
    : []
  const rest =
    last && after
      ? or(
          gt(outbox.createdAt, last.createdAt),
          and(eq(outbox.createdAt, last.createdAt), gt(outbox.id, after)),
        )
      : undefined
  const found = await db
    .select(columns)
    .from(outbox)
    .where(and(isStuck, rest))
    .orderBy(asc(outbox.createdAt), asc(outbox.id))
    .limit(most + 1)
  const mail = found.slice(0, most)
  return {
    mail,
    total: await db.$count(outbox, isStuck),
    held: await db.$count(outbox, isHeld),
    next: found.length > most ? (mail.at(-1)?.id ?? null) : null,
  }
}

/** One mail for the question whether it may go out; `why` says why it cannot, or is null. */
export async function stuckMailFor({ db, actor, now }: Reading, id: MailId) {
  permit(canLookAfterMail(actor))
  const [mail] = await db
    .select({ ...columns, facts: outbox.facts })
    .from(outbox)
    .where(eq(outbox.id, id))
  if (!mail) throw new NotFound()
  const { facts: _, ...shown } = mail
  return { ...shown, held: mail.state === 'held' && !mail.letGoAt, ranOut: hasRunOut(mail, now) }
}

/** A sign-in code that nobody could use any more. */
export function hasRunOut(
  { kind, facts, createdAt }: Pick<Mail, 'kind' | 'facts' | 'createdAt'>,
  now: Date,
): boolean {
  if (kind !== 'sign-in-code') return false
  const minutes = Number(facts.minutes)
  return !(now.getTime() - createdAt.getTime() <= minutes * 60_000)
}
