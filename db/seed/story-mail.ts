import { asc, eq } from 'drizzle-orm'
import type { Database } from '../open.server'
import { outbox } from '../schema'

export type StoryMail = Pick<
  typeof outbox.$inferSelect,
  'id' | 'kind' | 'address' | 'facts' | 'createdAt'
>

/** As much as one page of the mailbox shows. */
const mostShown = 20

/** An address that does not exist: what was sent there came back, and waits for a coordinator. */
const bounced = 'hello@gullandgate.example'
const bounce = 'The mail server of gullandgate.example answered: 550, no such mailbox here.'

const secretKinds = new Set(['invitation', 'staff-setup'])

/**
 * The mail of the story went out at its own hour, and none of it goes out again: its addresses
 * belong to nobody. Answers the newest, as it was written, for a mailbox.
 */
export async function settleStoryMail(db: Database): Promise<StoryMail[]> {
  return db.transaction(async (tx) => {
    const mails = await tx.select().from(outbox).orderBy(asc(outbox.createdAt), asc(outbox.id))
    for (const { id, kind, address, createdAt, facts } of mails) {
      if (address === bounced) {
        const tried = { firstTryAt: createdAt, nextTryAt: createdAt, tries: 1 }
        const held = { state: 'held' as const, ...tried, problem: bounce }
        await tx.update(outbox).set(held).where(eq(outbox.id, id))
        continue
      }
      const sentAt = new Date(createdAt.getTime() + 2_000)
      const times = { firstTryAt: createdAt, nextTryAt: createdAt, sentAt, tries: 1 }
      const kept = secretKinds.has(kind) ? {} : facts
      const sent = { state: 'sent' as const, ...times, facts: kept }
      await tx.update(outbox).set(sent).where(eq(outbox.id, id))
    }
    return mails
      .filter(({ address }) => address !== bounced)
      .slice(-mostShown)
      .map(({ id, kind, address, facts, createdAt }) => ({ id, kind, address, facts, createdAt }))
  })
}
