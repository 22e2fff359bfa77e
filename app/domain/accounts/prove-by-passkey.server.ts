import type { Context } from '../context'
import { judgeAnswer, takeAnswer, wrongPasskey } from './passkey-answer.server'
import type { RelyingParty } from './passkey-challenge.server'
import type { PasskeyAnswer } from './passkey-forms'
import { proveBy } from './prove.server'

/** Somebody who is signed in proves who they are with one of their own passkeys. */
export async function proveByPasskey(
  ctx: Context,
  browser: string | null,
  party: RelyingParty,
  answer: PasskeyAnswer,
): Promise<string> {
  const personId = ctx.actor.person.id
  const judged = await judgeAnswer(ctx, answer, { browser, party, purpose: 'confirm', personId })
  return proveBy(ctx, 'passkey', '', async (tx) =>
    (await takeAnswer(tx, judged, ctx.now)) ? null : wrongPasskey,
  )
}
