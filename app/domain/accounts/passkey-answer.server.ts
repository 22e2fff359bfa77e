import { verifyAuthenticationResponse } from '@simplewebauthn/server'
import { and, eq } from 'drizzle-orm'
import type { Tx } from '~db/open.server'
import { passkeys } from '~db/schema'
import type { Visit } from '../context'
import type { PersonId } from '../ids'
import { openChallenge, type RelyingParty, takeChallenge } from './passkey-challenge.server'
import type { PasskeyAnswer } from './passkey-forms'

export const wrongPasskey =
  'That passkey did not fit, or it took longer than five minutes. Please try once more, or use another way.'

type Asked = {
  browser: string | null
  party: RelyingParty
  purpose: 'sign_in' | 'confirm'
  /** Whose passkey it has to be; null when the passkey says who they are. */
  personId: PersonId | null
}

/** What is left to do in the deed's own transaction, once the signature is judged. */
export type Judged = {
  challenge: string | null
  /** Null when the answer does not fit. */
  fits: { passkeyId: string; personId: PersonId; counter: number; next: number } | null
}

/**
 * Judges the answer to a passkey's challenge: of this browser, this purpose and this site, signed by
 * a passkey that we know, which asked for a finger, a face or a PIN, and whose counter went on.
 */
export async function judgeAnswer(
  visit: Visit,
  answer: PasskeyAnswer,
  { browser, party, purpose, personId }: Asked,
): Promise<Judged> {
  const { db, now } = visit
  const challenge = await openChallenge({ db, now }, browser, purpose, personId)
  const [known] = await db.select().from(passkeys).where(eq(passkeys.id, answer.id))
  const { userHandle } = answer.response
  const says = userHandle ? Buffer.from(userHandle, 'base64url').toString() : known?.personId
  const theirs = known && says === known.personId && (personId ?? says) === known.personId
  if (!challenge || !theirs) return { challenge, fits: null }
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: { ...answer, response: signed(answer), clientExtensionResults: {} },
      expectedChallenge: challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: true,
      credential: {
        id: known.id,
        publicKey: new Uint8Array(Buffer.from(known.publicKey, 'base64url')),
        counter: known.counter,
      },
    })
    const { id, counter } = known
    const next = authenticationInfo.newCounter
    const fits = { passkeyId: id, personId: known.personId, counter, next }
    return { challenge, fits: verified ? fits : null }
  } catch {
    // The library throws a sentence for each thing that does not fit; none of them is for a stranger.
    return { challenge, fits: null }
  }
}

function signed({ response: { userHandle, ...rest } }: PasskeyAnswer) {
  return userHandle ? { ...rest, userHandle } : rest
}

/** Uses the challenge and the passkey, by compare-and-set: of two equal answers one is taken. */
export async function takeAnswer(tx: Tx, { challenge, fits }: Judged, now: Date) {
  const taken = challenge !== null && (await takeChallenge(tx, challenge, now))
  if (!taken || !fits) return null
  const used = await tx
    .update(passkeys)
    .set({ counter: fits.next, lastUsedAt: now })
    .where(and(eq(passkeys.id, fits.passkeyId), eq(passkeys.counter, fits.counter)))
    .returning({ id: passkeys.id })
  return used.length === 1 ? fits.personId : null
}
