import { and, eq, isNull } from 'drizzle-orm'
import type { Tx } from '~db/open.server'
import { answers, evidence } from '~db/schema'
import { type ApplicationId, newId } from '../ids'

/**
 * A renewal begins with what stood beside the standards before: answers, pointers, files and dated
 * things with their own dates, so that only what has run out asks for something new.
 */
export async function carryOver(tx: Tx, from: ApplicationId, to: ApplicationId): Promise<void> {
  const said = await tx.select().from(answers).where(eq(answers.applicationId, from))
  if (said.length > 0) {
    await tx.insert(answers).values(said.map((row) => ({ ...row, applicationId: to, revision: 0 })))
  }
  const given = await tx
    .select()
    .from(evidence)
    .where(and(eq(evidence.applicationId, from), isNull(evidence.removedAt)))
  if (given.length > 0) {
    await tx
      .insert(evidence)
      .values(given.map((row) => ({ ...row, id: newId('evi'), applicationId: to })))
  }
}
