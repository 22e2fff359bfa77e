import { verifyRegistrationResponse } from '@simplewebauthn/server'
import { passkeys } from '~db/schema'
import type { Context } from '../context'
import { deed } from '../deed.server'
import { Invalid } from '../errors'
import { recordEvent } from '../events.server'
import { queueEmail } from '../outbox.server'
import { permitProved } from '../permissions/permission'
import { openChallenge, type RelyingParty, takeChallenge } from './passkey-challenge.server'
import type { NewPasskeyAnswer } from './passkey-forms'

const wrong =
  'Your device made no passkey that we can use, or it took longer than five minutes. Please try once more.'

/**
 * Adds a passkey to the person's ways in, once they have proved who they are, and tells them by mail.
 * An answer of another browser, another site, or without a finger, a face or a PIN is Invalid.
 */
export async function addPasskey(
  ctx: Context,
  browser: string | null,
  party: RelyingParty,
  { label, answer }: { label: string; answer: NewPasskeyAnswer },
): Promise<void> {
  permitProved(ctx)
  const { db, actor, now, origin } = ctx
  const personId = actor.person.id
  const challenge = await openChallenge({ db, now }, browser, 'register', personId)
  const made = challenge && (await judge(answer, challenge, party))
  await deed(ctx, async (tx) => {
    if (!challenge || !made || !(await takeChallenge(tx, challenge, now))) {
      throw new Invalid({ '': wrong })
    }
    const { credential, credentialBackedUp: backedUp } = made
    const kept = await tx
      .insert(passkeys)
      .values({
        id: credential.id,
        personId,
        publicKey: Buffer.from(credential.publicKey).toString('base64url'),
        counter: credential.counter,
        transports: answer.response.transports ?? [],
        backedUp,
        label,
        createdAt: now,
      })
      .onConflictDoNothing()
      .returning({ id: passkeys.id })
    if (kept.length === 0) throw new Invalid({ '': wrong })
    await recordEvent(tx, { kind: 'passkey.added', actor, at: now, origin, subjectId: personId })
    await queueEmail(tx, actor.person, 'sign-in-changed', { change: 'passkey_added' }, now)
  })
}

async function judge(answer: NewPasskeyAnswer, expectedChallenge: string, party: RelyingParty) {
  const { clientDataJSON, attestationObject } = answer.response
  try {
    const { registrationInfo } = await verifyRegistrationResponse({
      response: {
        ...answer,
        response: { clientDataJSON, attestationObject },
        clientExtensionResults: {},
      },
      expectedChallenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: true,
    })
    return registrationInfo ?? null
  } catch {
    return null
  }
}
