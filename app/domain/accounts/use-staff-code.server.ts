import { and, eq, lt } from 'drizzle-orm'
import type { Tx } from '~db/open.server'
import { credentials } from '~db/schema'
import type { Visit } from '../context'
import { Invalid } from '../errors'
import { recordEvent } from '../events.server'
import { refusedOfLate } from './refusals.server'
import type { OpenSession } from './session.server'
import { endSession, startSession } from './session.server'
import { stepOf } from './time-code.server'
import type { Refused, SignedIn } from './use-sign-in-code.server'
import { visitorDeed } from './visitor-deed.server'

const aWhile = 15 * 60_000
const mostTries = 5

const wrong =
  'That code does not fit. Type the one that your app shows now; each code works once, so wait for the next if you have used it.'
const tooOften = 'Those were five codes that did not fit. Please wait 15 minutes and try again.'
const startOver = 'Your sign-in took too long. Please start again with your password.'

/**
 * The second factor: a time-based code, one step early or late allowed, each step once. The session
 * that had the password alone ends, and a new one begins. Five wrong codes in 15 minutes close the door.
 */
export async function useStaffCode(
  visit: Visit,
  half: OpenSession,
  code: string,
): Promise<SignedIn> {
  const { now, origin } = visit
  const { actor } = half
  const personId = actor.person.id

  const outcome = await visitorDeed<SignedIn | Refused>(visit, half.id, async (tx) => {
    // Asked in here: the second of two equal submits comes when the first has ended the session.
    if (!half.alive || !actor.factors.includes('password')) return { refused: startOver }
    const since = new Date(now.getTime() - aWhile)
    if ((await refusedOfLate(tx, 'staff.code_refused', personId, since)) >= mostTries) {
      return { refused: tooOften }
    }
    if (!(await stepUsed(tx, personId, code, now))) {
      const kind = 'staff.code_refused'
      await recordEvent(tx, { kind, actor, at: now, origin, subjectId: personId })
      return { refused: wrong }
    }
    await endSession(tx, half.id, now)
    const token = await startSession(tx, personId, ['password', 'totp'], now, origin.device)
    await recordEvent(tx, {
      kind: 'person.signed_in',
      actor,
      at: now,
      origin,
      facts: { factor: 'totp' },
    })
    return { token, personId }
  })
  if ('refused' in outcome) throw new Invalid({ code: outcome.refused })
  return outcome
}

/** Compare and set: of two equal codes, also at the same moment, one is taken. */
async function stepUsed(
  tx: Tx,
  personId: SignedIn['personId'],
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
