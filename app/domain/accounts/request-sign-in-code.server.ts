import { and, eq, gt, isNull } from 'drizzle-orm'
import { paths } from '~/paths'
import type { Reader, Tx } from '~db/open.server'
import { signInCodes } from '~db/schema'
import type { Visit } from '../context'
import { type PersonId, randomText } from '../ids'
import { queueEmail } from '../outbox.server'
import { needsStaffSignIn } from '../permissions/who'
import { actorOf } from './actor.server'
import { knowsBrowser } from './known-browsers.server'
import { limits } from './limits'
import { type Limited, spendIn, spentOf, tooMany } from './limits.server'
import { personByEmail } from './queries.server'
import { markOf } from './secrets.server'
import { signedInFrom } from './signed-in-from.server'
import { shownCode } from './typed-code'
import { visitorDeed } from './visitor-deed.server'

export const codeMinutes = 10
const tries = 5

/**
 * Makes a code for the browser that asks, and mails it when the address is known. The answer is
 * the same either way: an unknown address gets a row and no mail, except where newcomers are
 * welcome, as they are when they join with a venue. Staff get a mail that leads to their own
 * sign-in, because a code by email is not enough for them. Asked too often it throws TooMany; whom a
 * stranger cannot hold up says `spendCode`.
 */
export async function requestSignInCode(
  visit: Visit,
  browser: string,
  email: string,
  { newcomers = false } = {},
): Promise<void> {
  const code = randomText(8)
  const browserHash = markOf(browser)
  const limited = await visitorDeed<Limited | null>(visit, browserHash, async (tx) => {
    const { now } = visit
    const person = await personByEmail(tx, email)
    const over = await spendCode(tx, visit, { email, personId: person?.id ?? null, browser })
    if (over) return over
    const actor = person ? await actorOf(tx, person.id, []) : null
    const staff = actor !== null && needsStaffSignIn(actor)

    await endCodesOf(tx, browserHash, now)
    await tx.insert(signInCodes).values({
      id: `sic_${randomText(16)}`,
      browserHash,
      email,
      personId: staff ? null : (person?.id ?? null),
      codeHash: markOf(`${browserHash}:${code}`),
      triesLeft: tries,
      createdAt: now,
      expiresAt: new Date(now.getTime() + codeMinutes * 60_000),
    })
    const to = person ?? (newcomers ? { id: null, email, locale: 'en' as const } : null)
    if (!to) return null
    if (staff) await queueEmail(tx, to, 'staff-sign-in', { path: paths.staffSignIn() }, now)
    else {
      const facts = { code: shownCode(code), minutes: codeMinutes }
      await queueEmail(tx, to, 'sign-in-code', facts, now)
    }
    return null
  })
  if (limited) throw tooMany(limited)
}

type Asking = { email: string; personId: PersonId | null; browser: string }

/**
 * Counts a code that is asked for. A browser in which the person has signed in has an allowance of its own,
 * and so has each network for each address. What networks in which they never signed in ask for together is
 * bounded too: beyond that each of them gets one code in ten minutes. So a stranger with many networks slows
 * a new browser in a new network down, and keeps none out.
 */
async function spendCode(tx: Tx, visit: Visit, { email, personId, browser }: Asking) {
  if (personId && (await knowsBrowser(tx, personId, browser))) {
    const known = { browser: personId + markOf(browser) }
    return spendIn(tx, visit, 'code-request-known-browser', known)
  }
  const elsewhere = 'code-request-elsewhere'
  const familiar = personId !== null && (await signedInFrom(tx, visit, personId))
  const spent = familiar ? 0 : await spentOf(tx, visit.now, elsewhere, 'email', email)
  if (spent >= limits[elsewhere].per.email.points) {
    return spendIn(tx, visit, 'code-request-slowed', { email })
  }
  const over = await spendIn(tx, visit, 'code-request', { email })
  if (!over && !familiar) await spendIn(tx, visit, elsewhere, { email })
  return over
}

/** The address that this browser asked a code for, while the code can still be used; known or not. */
export async function codeSentTo(
  db: Reader,
  browser: string | null,
  now: Date,
): Promise<string | null> {
  if (!browser) return null
  const [row] = await db
    .select({ email: signInCodes.email })
    .from(signInCodes)
    .where(
      and(
        eq(signInCodes.browserHash, markOf(browser)),
        isNull(signInCodes.usedAt),
        gt(signInCodes.expiresAt, now),
      ),
    )
  return row?.email ?? null
}

/** A browser has one code at a time: its newest. */
async function endCodesOf(tx: Tx, browserHash: string, now: Date): Promise<void> {
  await tx
    .update(signInCodes)
    .set({ expiresAt: now })
    .where(
      and(
        eq(signInCodes.browserHash, browserHash),
        isNull(signInCodes.usedAt),
        gt(signInCodes.expiresAt, now),
      ),
    )
}
