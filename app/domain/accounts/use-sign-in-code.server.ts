import { timingSafeEqual } from 'node:crypto'
import { and, desc, eq, isNull } from 'drizzle-orm'
import type { Tx } from '~db/open.server'
import { people, signInCodes } from '~db/schema'
import type { Visit } from '../context'
import { Invalid } from '../errors'
import { recordEvent } from '../events.server'
import { newId, type PersonId, type SessionId } from '../ids'
import { needsStaffSignIn } from '../permissions/who'
import { actorOf } from './actor.server'
import { knowBrowser } from './known-browsers.server'
import { type Limited, spendIn, tooMany } from './limits.server'
import { markOf } from './secrets.server'
import { endSession, startSession } from './session.server'
import { visitorDeed } from './visitor-deed.server'

export type SignedIn = { token: string; personId: PersonId }
/** Kept as a result, so that a refused try is counted and two equal ones are one. */
export type Refused = { refused: string }
export type Newcomer = { name: string; email: string }
type Outcome = SignedIn | Refused | Limited
type Code = typeof signInCodes.$inferSelect

const sentences = {
  wrong: 'That is not the code we sent last. Look at the newest email, and type it again.',
  over: 'That code has run out or was used. Ask for a new one; it comes in a moment.',
  tries: 'That was the last of five tries. Ask for a new code; it comes in a moment.',
}

/**
 * Signs in with the code that this browser asked for. It works once, for ten minutes, and bears
 * five tries; a wrong one throws Invalid and costs a try. `previous` is the session that ends. A
 * newcomer, whose address is then confirmed, becomes a person; somebody known keeps their own name.
 */
export async function useSignInCode(
  visit: Visit,
  browser: string | null,
  code: string,
  previous: SessionId | null,
  newcomer: Newcomer | null = null,
): Promise<SignedIn> {
  const browserHash = browser ? markOf(browser) : ''
  const outcome = await visitorDeed<Outcome>(visit, browserHash, async (tx) => {
    const row = await newestOf(tx, browserHash)
    if (!row || row.usedAt || row.expiresAt <= visit.now || row.triesLeft === 0) {
      const limited = await spendIn(tx, visit, 'code-typing')
      if (limited) return limited
      await noteRefusal(tx, visit, row)
      return { refused: row?.triesLeft === 0 ? sentences.tries : sentences.over }
    }
    // Counted before it is compared, in the transaction that holds the row: no try goes uncounted.
    const left = row.triesLeft - 1
    const counted = await tx
      .update(signInCodes)
      .set({ triesLeft: left })
      .where(and(eq(signInCodes.id, row.id), eq(signInCodes.triesLeft, row.triesLeft)))
      .returning({ id: signInCodes.id })
    const fits = sameMark(row.codeHash, markOf(`${browserHash}:${code}`))
    // What was asked for in one name is not done with the code of another address.
    const meant = newcomer === null || newcomer.email === row.email
    const personId = row.personId ?? (fits ? await welcomed(tx, row, newcomer, visit.now) : null)
    if (counted.length === 0 || !fits || !meant || !personId) {
      await noteRefusal(tx, visit, row)
      return { refused: left === 0 ? sentences.tries : sentences.wrong }
    }
    return signIn(tx, visit, row, personId, previous, browser)
  })
  if ('limited' in outcome) throw tooMany(outcome)
  if ('refused' in outcome) throw new Invalid({ code: outcome.refused })
  return outcome
}

/** Whose code was tried is kept as an id; what was typed is not kept. */
async function noteRefusal(tx: Tx, { now, origin }: Visit, row: Code | undefined): Promise<void> {
  const about = row?.personId ? { subjectId: row.personId } : {}
  await recordEvent(tx, { kind: 'person.code_refused', actor: null, at: now, origin, ...about })
}

async function signIn(
  tx: Tx,
  { now, origin }: Visit,
  row: Code,
  personId: PersonId,
  previous: SessionId | null,
  browser: string | null,
): Promise<SignedIn | Refused> {
  const actor = await actorOf(tx, personId, ['email_code'])
  if (!actor || needsStaffSignIn(actor)) return { refused: sentences.over }
  const used = await tx
    .update(signInCodes)
    .set({ usedAt: now })
    .where(and(eq(signInCodes.id, row.id), isNull(signInCodes.usedAt)))
    .returning({ id: signInCodes.id })
  if (used.length === 0) return { refused: sentences.over }

  await tx
    .update(people)
    .set({ emailConfirmedAt: now })
    .where(and(eq(people.id, personId), isNull(people.emailConfirmedAt)))
  if (previous) await endSession(tx, previous, now)
  await knowBrowser(tx, personId, browser, now)
  const token = await startSession(tx, personId, ['email_code'], now, origin.device)
  await recordEvent(tx, {
    kind: 'person.signed_in',
    actor,
    at: now,
    origin,
    facts: { factor: 'email_code' },
  })
  return { token, personId }
}

/** The person of a newcomer's address: made now, unless they became known while the code was on its way. */
async function welcomed(tx: Tx, row: Code, newcomer: Newcomer | null, now: Date) {
  if (!newcomer || newcomer.email !== row.email) return null
  const { name, email } = newcomer
  const [known] = await tx.select().from(people).where(eq(people.email, email))
  if (known) return known.id
  const id = newId('per')
  await tx.insert(people).values({ id, email, name, createdAt: now, emailConfirmedAt: now })
  return id
}

async function newestOf(tx: Tx, browserHash: string): Promise<Code | undefined> {
  const [row] = await tx
    .select()
    .from(signInCodes)
    .where(eq(signInCodes.browserHash, browserHash))
    .orderBy(desc(signInCodes.expiresAt))
    .limit(1)
  return row
}

function sameMark(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))
}
