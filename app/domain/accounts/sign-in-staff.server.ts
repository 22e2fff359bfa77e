import { and, eq, isNull } from 'drizzle-orm'
import type { Reader } from '~db/open.server'
import { credentials, people } from '~db/schema'
import type { Visit } from '../context'
import { Invalid } from '../errors'
import { recordEvent } from '../events.server'
import type { SessionId } from '../ids'
import { giveBack, type Limited, spend, tooMany } from './limits.server'
import { passwordFits } from './password.server'
import { markOf } from './secrets.server'
import { endSession, startSession } from './session.server'
import { lockedSentence, mostFailures, noteStaffFailure, staffDoor } from './staff-lock.server'
import type { Refused, SignedIn } from './use-sign-in-code.server'
import { visitorDeed } from './visitor-deed.server'

/** The same for a locked account, so that it tells nobody whether a password was right or an address known. */
const wrong =
  'The email address and the password do not fit together, or the account is locked. Please check both. If it is locked, a mail of ours says what to do.'

/**
 * The first of two factors for staff. The session that it starts opens nothing but the page for
 * the time-based code. An unknown address costs the same work and gets the same answers, also after
 * five failures in 15 minutes, which lock a known one for browsers that it has not used before.
 */
export async function signInStaff(
  visit: Visit,
  given: { email: string; password: string },
  previous: SessionId | null,
  browser: string | null = null,
): Promise<SignedIn> {
  const { db, now, origin } = visit
  const subjectId = markOf(given.email)
  // Counted before the costly work, so that many at the same moment are as limited as one after another.
  await spend(visit, 'staff-sign-in')
  const known = await credentialsOf(db, given.email)
  const fits = await passwordFits(given.password, known?.passwordHash ?? null)

  const outcome = await visitorDeed<SignedIn | Refused | Limited>(visit, subjectId, async (tx) => {
    const trying = { email: given.email, personId: known?.personId ?? null, browser }
    const door = await staffDoor(tx, now, trying)
    if (typeof door === 'object') return door
    if (!fits || !known || door === 'locked') {
      const kind = 'staff.password_refused'
      await recordEvent(tx, { kind, actor: null, at: now, origin, subjectId })
      const failures = await noteStaffFailure(tx, visit, trying)
      return { refused: failures >= mostFailures ? lockedSentence : wrong }
    }
    await giveBack(tx, visit, 'staff-sign-in')
    if (previous) await endSession(tx, previous, now)
    return {
      token: await startSession(tx, known.personId, ['password'], now, origin.device),
      personId: known.personId,
    }
  })
  if ('limited' in outcome) throw tooMany(outcome)
  if ('refused' in outcome) throw new Invalid({ password: outcome.refused })
  return outcome
}

async function credentialsOf(db: Reader, email: string) {
  const [row] = await db
    .select({ personId: people.id, passwordHash: credentials.passwordHash })
    .from(credentials)
    .innerJoin(people, eq(people.id, credentials.personId))
    .where(and(eq(people.email, email), isNull(people.removedAt)))
  return row
}
