import { eq } from 'drizzle-orm'
import type { Tx } from '~db/open.server'
import { submissions } from '~db/schema'
import type { Visit } from '../context'
import { seal, unseal } from './secrets.server'

const replayedFor = 60_000
const purpose = 'visitor-deed'

/**
 * As `deed`, before anybody has signed in: `who` is a mark of the browser. Two equal submits within
 * a minute are one, also when it was refused. The result is kept sealed, for it may hold a session's token.
 */
export function visitorDeed<Result>(
  { db, now, origin }: Visit,
  who: string,
  work: (tx: Tx) => Promise<Result>,
): Promise<Result> {
  return db.transaction(async (tx) => {
    if (!origin.submission) return work(tx)
    const id = `${who}:${origin.submission}`
    const [earlier] = await tx.select().from(submissions).where(eq(submissions.id, id))
    if (earlier && now.getTime() - earlier.createdAt.getTime() <= replayedFor) {
      return JSON.parse(unseal(String(earlier.result), purpose) ?? 'null') as Result
    }
    const result = await work(tx)
    const kept = { result: seal(JSON.stringify(result ?? null), purpose), createdAt: now }
    await tx
      .insert(submissions)
      .values({ id, personId: null, ...kept })
      .onConflictDoUpdate({ target: submissions.id, set: kept })
    return result
  })
}
