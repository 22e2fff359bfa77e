import { eq } from 'drizzle-orm'
import { paths } from '~/paths'
import type { Reader, Tx } from '~db/open.server'
import { people, signInLocks } from '~db/schema'
import type { Actor, Visit } from '../context'
import { recordEvent } from '../events.server'
import type { PersonId } from '../ids'
import { queueEmail } from '../outbox.server'
import { knowsBrowser } from './known-browsers.server'
import { countFailure, forgetFailures, type Limited, noteLimited, spentOf } from './limits.server'
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
 * before; a browser that it has used waits alone, 15 minutes from the first of its own five failures.
 */
export async function staffDoor(
  tx: Tx,
  now: Date,
  { email, personId, browser }: Trying,
): Promise<'open' | 'locked' | Limited> {
  if (personId && browser && (await knowsBrowser(tx, personId, browser))) {
    const limited = 'staff-failure-known-browser' as const
    const id = browserOf(personId, browser)
    const { spent, seconds } = await spentOf(tx, now, limited, 'browser', id)
    return spent >= mostFailures ? { limited, seconds } : 'open'
  }
  if (personId && (await lockedSince(tx, personId))) return 'locked'
  const { spent } = await spentOf(tx, now, 'staff-failure', 'email', email)
  return spent >= mostFailures ? 'locked' : 'open'
}

/**
 * Counts a password or a time-based code that did not fit, and answers how many there were of late.
 * The fifth from new browsers locks the account, and its person and the coordinators are told once.
 */
export async function noteStaffFailure(tx: Tx, visit: Visit, trying: Trying): Promise<number> {
  const { now, origin } = visit
  const { email, personId, browser } = trying
  if (personId && browser && (await knowsBrowser(tx, personId, browser))) {
    const rule = 'staff-failure-known-browser'
    const id = browserOf(personId, browser)
    if ((await countFailure(tx, now, rule, 'browser', id)) === mostFailures) {
      await noteLimited(tx, visit, rule)
    }
    return 0
  }
  const failures = await countFailure(tx, now, 'staff-failure', 'email', email)
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
  if (!browser) return
  const id = browserOf(personId, browser)
  await forgetFailures(tx, 'staff-failure-known-browser', 'browser', id)
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
  await forgetFailures(tx, 'staff-failure', 'email', person.email)
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

function browserOf(personId: PersonId, browser: string): string {
  return `${personId}:${markOf(browser)}`
}
