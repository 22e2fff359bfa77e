import { and, asc, eq, lte, or } from 'drizzle-orm'
import type { Database, Reader } from '~db/open.server'
import { outbox } from '~db/schema'

export type Mail = typeof outbox.$inferSelect

/** Longer than any send may take, so that a live deliverer keeps what it holds. */
const lease = 2 * 60_000

/** Whether anything is due; asked often, so it only reads. */
export async function anythingDue(db: Reader, now: Date): Promise<boolean> {
  const rows = await db.select({ id: outbox.id }).from(outbox).where(due(now)).limit(1)
  return rows.length > 0
}

/**
 * Takes the mail that has been due the longest, by compare and set: of two deliverers one gets it.
 * A mail whose deliverer died is due again when its lease has run out.
 */
export async function claimMail(db: Database, now: Date): Promise<Mail | null> {
  return db.transaction(async (tx) => {
    const [next] = await tx
      .select()
      .from(outbox)
      .where(due(now))
      .orderBy(asc(outbox.nextTryAt), asc(outbox.id))
      .limit(1)
    if (!next) return null
    const [claimed] = await tx
      .update(outbox)
      .set({
        state: 'sending',
        leasedUntil: new Date(now.getTime() + lease),
        firstTryAt: next.firstTryAt ?? now,
        tries: next.tries + 1,
      })
      .where(
        and(eq(outbox.id, next.id), eq(outbox.tries, next.tries), eq(outbox.state, next.state)),
      )
      .returning()
    return claimed ?? null
  })
}

type Settled = Partial<Pick<Mail, 'state' | 'sentAt' | 'nextTryAt' | 'problem' | 'facts'>>

/** Writes down how a try ended, unless another deliverer has taken the mail over meanwhile. */
export async function settleMail(db: Database, mail: Mail, settled: Settled): Promise<void> {
  await db.transaction(async (tx) => {
    await tx
      .update(outbox)
      .set({ ...settled, leasedUntil: null })
      .where(and(eq(outbox.id, mail.id), eq(outbox.state, 'sending'), eq(outbox.tries, mail.tries)))
  })
}

function due(now: Date) {
  return or(
    and(eq(outbox.state, 'queued'), lte(outbox.nextTryAt, now)),
    and(eq(outbox.state, 'sending'), lte(outbox.leasedUntil, now)),
  )
}
