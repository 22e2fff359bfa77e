import { and, eq, lt } from 'drizzle-orm'
import type { Tx } from '~db/open.server'
import { credentials } from '~db/schema'
import type { PersonId } from '../ids'
import { stepOf } from './time-code.server'

/** Uses a time-based code up. Compare and set: of two equal codes, also at the same moment, one is taken. */
export async function useTimeStep(
  tx: Tx,
  personId: PersonId,
  code: string,
  now: Date,
): Promise<boolean> {
  const [row] = await tx.select().from(credentials).where(eq(credentials.personId, personId))
  const step = row ? stepOf(row.totpSecretSealed, code, now) : null
  if (step === null) return false
  const taken = await tx
    .update(credentials)
    .set({ totpLastStep: step })
    .where(and(eq(credentials.personId, personId), lt(credentials.totpLastStep, step)))
    .returning({ personId: credentials.personId })
  return taken.length === 1
}
