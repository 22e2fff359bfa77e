import { eq } from 'drizzle-orm'
import type { Tx } from '~db/open.server'
import { submissions } from '~db/schema'
import type { Context } from './context'

/**
 * One use case: one transaction, and one effect for two equal submits. The second submit gets the
 * first one's result, which must be plain JSON. Called by a verb, never by another deed.
 */
export function deed<Result>(
  { db, actor, now, origin }: Context,
  work: (tx: Tx) => Promise<Result>,
): Promise<Result> {
  return db.transaction(async (tx) => {
    if (!origin.submission) return work(tx)
    const id = `${actor.person.id}:${origin.submission}`
    const [earlier] = await tx.select().from(submissions).where(eq(submissions.id, id))
    if (earlier) return earlier.result as Result
    const result = await work(tx)
    await tx.insert(submissions).values({
      id,
      personId: actor.person.id,
      result: result ?? null,
      createdAt: now,
    })
    return result
  })
}
