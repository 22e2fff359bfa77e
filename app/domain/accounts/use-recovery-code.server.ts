import { and, eq, isNull } from 'drizzle-orm'
import type { Tx } from '~db/open.server'
import { recoveryCodes } from '~db/schema'
import type { Visit } from '../context'
import { recordEvent } from '../events.server'
import { queueEmail } from '../outbox.server'
import { hashOf, recoveryCodesLeft } from './recovery-codes.server'
import type { OpenSession } from './session.server'
import type { SignedIn } from './use-sign-in-code.server'
import { takeSecondFactor } from './use-staff-code.server'

const wrong =
  'That code does not fit, or it was used before. Each of the ten works once. Please try another one.'

/**
 * One of ten codes on paper in place of the time-based code, after the password. It works once, also
 * at the same moment; a mail says that it was used, and how many are left. A wrong one counts as any other.
 */
export function useRecoveryCode(
  visit: Visit,
  half: OpenSession,
  code: string,
  browser: string | null,
): Promise<SignedIn> {
  const { now, origin } = visit
  const { actor } = half
  const personId = actor.person.id
  const take = async (tx: Tx) => {
    const used = await tx
      .update(recoveryCodes)
      .set({ usedAt: now })
      .where(
        and(
          eq(recoveryCodes.codeHash, hashOf(personId, code)),
          eq(recoveryCodes.personId, personId),
          isNull(recoveryCodes.usedAt),
        ),
      )
      .returning({ codeHash: recoveryCodes.codeHash })
    if (used.length === 0) return false
    const left = await recoveryCodesLeft(tx, personId)
    const facts = { left }
    const subjectId = personId
    await recordEvent(tx, { kind: 'recovery_code.used', actor, at: now, origin, subjectId, facts })
    await queueEmail(tx, actor.person, 'recovery-code-used', facts, now)
    return true
  }
  return takeSecondFactor(visit, half, browser, { factor: 'recovery_code', wrong, take })
}
