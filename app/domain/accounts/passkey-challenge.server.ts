import { randomBytes } from 'node:crypto'
import { generateAuthenticationOptions, generateRegistrationOptions } from '@simplewebauthn/server'
import { and, eq, gt, isNull } from 'drizzle-orm'
import type { Reader, Tx } from '~db/open.server'
import { passkeyChallenges, passkeys } from '~db/schema'
import type { ChallengePurpose } from '~db/vocabulary'
import type { Context, Visit } from '../context'
import type { PersonId } from '../ids'
import { markOf } from './secrets.server'

/** The site as browsers know it (WebAuthn: the relying party). */
export type RelyingParty = { id: string; name: string; origin: string }

const lasts = 5 * 60_000

/** What a browser needs to let somebody sign in with any of their passkeys: who they are, the passkey says. */
export async function signInOptions(visit: Visit, browser: string, party: RelyingParty) {
  const challenge = await newChallenge(visit, browser, 'sign_in', null)
  return generateAuthenticationOptions({
    rpID: party.id,
    challenge,
    userVerification: 'required',
    timeout: lasts,
  })
}

/** The same for somebody who is signed in and proves it with one of their own. */
export async function confirmOptions(ctx: Context, browser: string, party: RelyingParty) {
  const personId = ctx.actor.person.id
  const challenge = await newChallenge(ctx, browser, 'confirm', personId)
  return generateAuthenticationOptions({
    rpID: party.id,
    challenge,
    allowCredentials: await knownTo(ctx.db, personId),
    userVerification: 'required',
    timeout: lasts,
  })
}

/** What a browser needs to make a passkey for this person that asks for a finger, a face or a PIN. */
export async function registerOptions(ctx: Context, browser: string, party: RelyingParty) {
  const { id, email, name } = ctx.actor.person
  const challenge = await newChallenge(ctx, browser, 'register', id)
  return generateRegistrationOptions({
    rpID: party.id,
    rpName: party.name,
    userID: new Uint8Array(Buffer.from(id)),
    userName: email,
    userDisplayName: name,
    challenge,
    attestationType: 'none',
    excludeCredentials: await knownTo(ctx.db, id),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    timeout: lasts,
  })
}

/** A browser has one challenge for each purpose at a time: its newest. */
async function newChallenge(
  { db, now }: Visit,
  browser: string,
  purpose: ChallengePurpose,
  personId: PersonId | null,
) {
  const bytes = new Uint8Array(randomBytes(32))
  const browserHash = markOf(browser)
  const expiresAt = new Date(now.getTime() + lasts)
  await db.transaction(async (tx) => {
    await tx
      .delete(passkeyChallenges)
      .where(
        and(eq(passkeyChallenges.browserHash, browserHash), eq(passkeyChallenges.purpose, purpose)),
      )
    const challenge = Buffer.from(bytes).toString('base64url')
    const row = { challenge, browserHash, purpose, personId, createdAt: now, expiresAt }
    await tx.insert(passkeyChallenges).values(row)
  })
  return bytes
}

/** The challenge that this browser was given for this purpose and person, while it can be answered. */
export async function openChallenge(
  { db, now }: { db: Reader; now: Date },
  browser: string | null,
  purpose: ChallengePurpose,
  personId: PersonId | null,
): Promise<string | null> {
  if (!browser) return null
  const [row] = await db
    .select()
    .from(passkeyChallenges)
    .where(
      and(
        eq(passkeyChallenges.browserHash, markOf(browser)),
        eq(passkeyChallenges.purpose, purpose),
        isNull(passkeyChallenges.usedAt),
        gt(passkeyChallenges.expiresAt, now),
      ),
    )
  return row && row.personId === personId ? row.challenge : null
}

/** Uses a challenge up, whatever its answer was; false when it was used already. */
export async function takeChallenge(tx: Tx, challenge: string, now: Date): Promise<boolean> {
  const taken = await tx
    .update(passkeyChallenges)
    .set({ usedAt: now })
    .where(and(eq(passkeyChallenges.challenge, challenge), isNull(passkeyChallenges.usedAt)))
    .returning({ challenge: passkeyChallenges.challenge })
  return taken.length === 1
}

async function knownTo(db: Reader, personId: PersonId) {
  return db.select({ id: passkeys.id }).from(passkeys).where(eq(passkeys.personId, personId))
}
