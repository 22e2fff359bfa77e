import { desc, eq, notInArray } from 'drizzle-orm'
import type { Database } from '../open.server'
import { outbox } from '../schema'

/** As much as one page of the mailbox shows. */
const mostShown = 20

/**
 * The mail of the story: the newest stays queued, so that it goes out once the program runs; what is
 * older went out at its own hour, and its secrets are forgotten with it.
 */
export async function settleStoryMail(db: Database): Promise<void> {
  await db.transaction(async (tx) => {
    const newest = await tx
      .select({ id: outbox.id })
      .from(outbox)
      .orderBy(desc(outbox.createdAt), desc(outbox.id))
      .limit(mostShown)
    const rows = await tx
      .select({ id: outbox.id, kind: outbox.kind, createdAt: outbox.createdAt })
      .from(outbox)
      .where(
        notInArray(
          outbox.id,
          newest.map(({ id }) => id),
        ),
      )
    for (const { id, kind, createdAt } of rows) {
      const sentAt = new Date(createdAt.getTime() + 2_000)
      const forgotten = secretKinds.has(kind) ? { facts: {} } : {}
      const times = { firstTryAt: createdAt, sentAt, nextTryAt: createdAt, tries: 1 }
      await tx
        .update(outbox)
        .set({ state: 'sent', ...times, ...forgotten })
        .where(eq(outbox.id, id))
    }
  })
}

const secretKinds = new Set(['invitation', 'staff-setup'])
