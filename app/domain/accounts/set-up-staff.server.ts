import { and, eq, isNull } from 'drizzle-orm'
import { credentials, people, staffSetups } from '~db/schema'
import type { Visit } from '../context'
import { Invalid, NotFound } from '../errors'
import { recordEvent } from '../events.server'
import { actorOf } from './actor.server'
import { forgetBrowsersOf, knowBrowser } from './known-browsers.server'
import { hashPassword } from './password.server'
import { endSessionsOf, startSession } from './session.server'
import { releaseLock } from './staff-lock.server'
import { openSetup, setupHashOf } from './staff-setup.server'
import { refuseCommonPassword } from './stolen-passwords.server'
import { stepOf } from './time-code.server'
import type { SignedIn } from './use-sign-in-code.server'
import { visitorDeed } from './visitor-deed.server'

/**
 * Sets a password and confirms a first time-based code with a one-time link, and signs in. The link
 * works once; whoever was signed in as this person is signed out, no browser but this one counts as
 * theirs any more, and a lock is released.
 */
export async function setUpStaff(
  visit: Visit,
  token: string,
  given: { password: string; code: string },
  browser: string | null = null,
): Promise<SignedIn> {
  const { db, now, origin } = visit
  const open = await openSetup(db, token, now)
  const tokenHash = setupHashOf(token)
  const sealed = open?.setup.totpSecretSealed
  const step = sealed ? stepOf(sealed, given.code, now) : null
  if (sealed && step === null) throw new Invalid({ code: wrong })
  if (open) await refuseCommonPassword(given.password, open.person)
  const passwordHash = await hashPassword(given.password)

  return visitorDeed(visit, tokenHash, async (tx) => {
    const [taken] = await tx
      .update(staffSetups)
      .set({ usedAt: now })
      .where(
        and(
          eq(staffSetups.tokenHash, tokenHash),
          isNull(staffSetups.usedAt),
          isNull(staffSetups.withdrawnAt),
        ),
      )
      .returning({ personId: staffSetups.personId })
    if (!taken || !sealed || step === null) throw new NotFound()
    const { personId } = taken
    const factors = ['password' as const, 'totp' as const]
    const actor = await actorOf(tx, personId, factors)
    if (!actor) throw new NotFound()

    const kept = { passwordHash, totpSecretSealed: sealed, totpLastStep: step, setAt: now }
    await tx
      .insert(credentials)
      .values({ personId, ...kept })
      .onConflictDoUpdate({ target: credentials.personId, set: kept })
    await endSessionsOf(tx, personId, now)
    await forgetBrowsersOf(tx, personId)
    await knowBrowser(tx, personId, browser, now)
    await releaseLock(tx, actor.person, { actor, now, origin })
    await tx.update(people).set({ emailConfirmedAt: now }).where(eq(people.id, personId))
    await recordEvent(tx, { kind: 'staff.set_up', actor, at: now, origin })
    return { token: await startSession(tx, personId, factors, now, origin.device), personId }
  })
}

const wrong =
  'That code does not fit. Scan the square with your authenticator app, and type the 6 digits that it shows now.'
