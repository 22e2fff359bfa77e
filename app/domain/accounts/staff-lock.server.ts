import { eq } from 'drizzle-orm'
import { paths } from '~/paths'
import type { Reader, Tx } from '~db/open.server'
import { people, signInLocks } from '~db/schema'
import type { Actor, Visit } from '../context'
import { recordEvent } from '../events.server'
import type { PersonId } from '../ids'
import { queueEmail } from '../outbox.server'
import { countFailure, type Failing, failuresOf, forgetFailures } from './failures.server'
import { knowsBrowser } from './known-browsers.server'
import { type Limited, noteLimited } from './limits.server'
import { coordinatorsOf } from './queries.server'
import { markOf } from './secrets.server'

/** Who tries to sign in, as far as it is known: `personId` is null for an address that nobody has. */
export type Trying = { email: string; personId: PersonId | null; browser: string | null }

export const mostFailures = 5

/** What somebody reads after five failures, whether the address is known or not. */
export const lockedSentence =
  'Those were five tries that did not fit. From now on only a passkey, or a browser in which you signed in before, opens this account. A coordinator can release it.'

/**
 * Whether a try may go on. A locked account takes no password from a browser that it has not used
 * before; a browser that it has used waits alone, until the first of its own five failures is 15 minutes ago.
 */
export async function staffDoor(
  tx: Tx,
  now: Date,
  { email, personId, browser }: Trying,
): Promise<'open' | 'locked' | Limited> {
  if (personId && browser && (await knowsBrowser(tx, personId, browser))) {
    const { count, seconds } = await failuresOf(tx, now, inOwnBrowser(personId, browser))
    return count >= mostFailures ? { limited: ownBrowser, seconds } : 'open'
  }
  if (personId && (await lockedSince(tx, personId))) return 'locked'
  const { count } = await failuresOf(tx, now, inNewBrowsers(email))
  return count >= mostFailures ? 'locked' : 'open'
}

/**
 * Counts a password or a time-based code that did not fit, and answers how many there were of late.
 * The fifth from new browsers locks the account, and its person and the coordinators are told once.
 */
export async function noteStaffFailure(tx: Tx, visit: Visit, trying: Trying): Promise<number> {
  const { now, origin } = visit
  const { email, personId, browser } = trying
  if (personId && browser && (await knowsBrowser(tx, personId, browser))) {
    const failures = await countFailure(tx, now, inOwnBrowser(personId, browser))
    if (failures === mostFailures) await noteLimited(tx, visit, ownBrowser)
    return 0
  }
  const failures = await countFailure(tx, now, inNewBrowsers(email))
  if (failures < mostFailures || !personId) return failures
  const locked = await tx
    .insert(signInLocks)
    .values({ personId, lockedAt: now })
    .onConflictDoNothing()
    .returning()
  if (locked.length > 0) {
    await recordEvent(tx, {
      kind: 'staff.locked',
      actor: null,
      at: now,
      origin,
      subjectId: personId,
    })
    await tellOfLock(tx, personId, now)
  }
  return failures
}

/** A whole sign-in ends the count of this browser's failures. */
export async function forgetOwnFailures(tx: Tx, personId: PersonId, browser: string | null) {
  if (browser) await forgetFailures(tx, inOwnBrowser(personId, browser))
}

/** Since when an account is locked; null when it is not. */
export async function lockedSince(db: Reader, personId: PersonId): Promise<Date | null> {
  const [row] = await db.select().from(signInLocks).where(eq(signInLocks.personId, personId))
  return row?.lockedAt ?? null
}

/** Opens a locked account again and begins to count its failures anew; false when it was not locked. */
export async function releaseLock(
  tx: Tx,
  person: { id: PersonId; email: string },
  { actor, now, origin }: { actor: Actor | null; now: Date; origin: Visit['origin'] | null },
): Promise<boolean> {
  await forgetFailures(tx, inNewBrowsers(person.email))
  const gone = await tx.delete(signInLocks).where(eq(signInLocks.personId, person.id)).returning()
  if (gone.length === 0) return false
  const kind = 'staff.unlocked'
  await recordEvent(tx, { kind, actor, at: now, origin, subjectId: person.id })
  return true
}

async function tellOfLock(tx: Tx, personId: PersonId, now: Date): Promise<void> {
  const [person] = await tx.select().from(people).where(eq(people.id, personId))
  if (!person) return
  const { name } = person
  const own = { name, own: true, path: paths.staffSignIn() }
  await queueEmail(tx, person, 'staff-locked', own, now)
  const path = paths.programPerson(personId)
  for (const coordinator of await coordinatorsOf(tx)) {
    if (coordinator.id === personId) continue
    await queueEmail(tx, coordinator, 'staff-locked', { name, own: false, path }, now)
  }
}

const ownBrowser = 'staff-failure-known-browser'

function inOwnBrowser(personId: PersonId, browser: string): Failing {
  return { rule: ownBrowser, counted: 'browser', id: `${personId}:${markOf(browser)}` }
}

/** What is counted of failures from new browsers, whether the address is known or not. */
export function inNewBrowsers(email: string): Failing {
  return { rule: 'staff-failure', counted: 'email', id: email }
}
