import type { Tx } from '~db/open.server'
import type { Visit } from '../context'
import { Invalid } from '../errors'
import { recordEvent } from '../events.server'
import { knowBrowser } from './known-browsers.server'
import { type Limited, tooMany } from './limits.server'
import type { OpenSession } from './session.server'
import { endSession, startSession } from './session.server'
import {
  forgetOwnFailures,
  lockedSentence,
  mostFailures,
  noteStaffFailure,
  staffDoor,
} from './staff-lock.server'
import type { Refused, SignedIn } from './use-sign-in-code.server'
import { useTimeStep as takeTimeStep } from './use-time-step.server'
import { visitorDeed } from './visitor-deed.server'

const wrong =
  'That code does not fit. Type the one that your app shows now; each code works once, so wait for the next if you have used it.'
const startOver = 'Your sign-in took too long. Please start again with your password.'

/**
 * The second factor: a time-based code, one step early or late allowed, each step once. The session
 * that had the password alone ends, and a new one begins, in a browser that is known from then on.
 * A wrong code counts like a wrong password: five of both in 15 minutes lock the account for new browsers.
 */
export async function useStaffCode(
  visit: Visit,
  half: OpenSession,
  code: string,
  browser: string | null = null,
): Promise<SignedIn> {
  const { now } = visit
  return takeSecondFactor(visit, half, browser, {
    factor: 'totp',
    wrong,
    take: (tx) => takeTimeStep(tx, half.actor.person.id, code, now),
  })
}

type Second = {
  factor: 'totp' | 'recovery_code'
  wrong: string
  take: (tx: Tx) => Promise<boolean>
}

/** The step after the password, whatever it is: `take` uses it up, and says whether it fits. */
export async function takeSecondFactor(
  visit: Visit,
  half: OpenSession,
  browser: string | null,
  { factor, wrong, take }: Second,
): Promise<SignedIn> {
  const { now, origin } = visit
  const { actor } = half
  const personId = actor.person.id

  const outcome = await visitorDeed<SignedIn | Refused | Limited>(visit, half.id, async (tx) => {
    // Asked in here: the second of two equal submits comes when the first has ended the session.
    if (!half.alive || !actor.factors.includes('password')) return { refused: startOver }
    const trying = { email: actor.person.email, personId, browser }
    const door = await staffDoor(tx, now, trying)
    if (typeof door === 'object') return door
    if (door === 'locked') return { refused: lockedSentence }
    if (!(await take(tx))) {
      const kind = 'staff.code_refused'
      await recordEvent(tx, { kind, actor, at: now, origin, subjectId: personId })
      const failures = await noteStaffFailure(tx, visit, trying)
      return { refused: failures >= mostFailures ? lockedSentence : wrong }
    }
    await knowBrowser(tx, personId, browser, now)
    await forgetOwnFailures(tx, personId, browser)
    await endSession(tx, half.id, now)
    const token = await startSession(tx, personId, ['password', factor], now, origin.device)
    await recordEvent(tx, {
      kind: 'person.signed_in',
      actor,
      at: now,
      origin,
      facts: { factor },
    })
    return { token, personId }
  })
  if ('limited' in outcome) throw tooMany(outcome)
  if ('refused' in outcome) throw new Invalid({ code: outcome.refused })
  return outcome
}
