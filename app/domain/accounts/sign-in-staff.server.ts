import { and, eq, isNull } from 'drizzle-orm'
import type { Reader } from '~db/open.server'
import { credentials, people } from '~db/schema'
import type { Visit } from '../context'
import { Invalid } from '../errors'
import { recordEvent } from '../events.server'
import type { SessionId } from '../ids'
import { passwordFits } from './password.server'
import { refusedOfLate } from './refusals.server'
import { markOf } from './secrets.server'
import { endSession, startSession } from './session.server'
import type { Refused, SignedIn } from './use-sign-in-code.server'
import { visitorDeed } from './visitor-deed.server'

const anHour = 60 * 60_000
const mostAnHour = 50

const wrong = 'The email address and the password do not fit together. Please check both.'
const tooOften =
  'Too many passwords were tried for this address. Please wait an hour and try again.'

/**
 * The first of two factors for staff. The session that it starts opens nothing but the page for
 * the time-based code. An unknown address costs the same work and gets the same answer.
 */
export async function signInStaff(
  visit: Visit,
  given: { email: string; password: string },
  previous: SessionId | null,
): Promise<SignedIn> {
  const { db, now, origin } = visit
  const subjectId = markOf(given.email)
  const known = await credentialsOf(db, given.email)
  const fits = await passwordFits(given.password, known?.passwordHash ?? null)

  const outcome = await visitorDeed<SignedIn | Refused>(visit, subjectId, async (tx) => {
    const since = new Date(now.getTime() - anHour)
    if ((await refusedOfLate(tx, 'staff.password_refused', subjectId, since)) >= mostAnHour) {
      return { refused: tooOften }
    }
    if (!fits || !known) {
      const kind = 'staff.password_refused'
      await recordEvent(tx, { kind, actor: null, at: now, origin, subjectId })
      return { refused: wrong }
    }
    if (previous) await endSession(tx, previous, now)
    return {
      token: await startSession(tx, known.personId, ['password'], now, origin.device),
      personId: known.personId,
    }
  })
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
