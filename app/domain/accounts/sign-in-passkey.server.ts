import type { Visit } from '../context'
import { Invalid } from '../errors'
import { recordEvent } from '../events.server'
import type { SessionId } from '../ids'
import { actorOf } from './actor.server'
import { knowBrowser } from './known-browsers.server'
import { judgeAnswer, takeAnswer, wrongPasskey } from './passkey-answer.server'
import type { RelyingParty } from './passkey-challenge.server'
import type { PasskeyAnswer } from './passkey-forms'
import { markOf } from './secrets.server'
import { endSession, startSession } from './session.server'
import type { Refused, SignedIn } from './use-sign-in-code.server'
import { visitorDeed } from './visitor-deed.server'

/**
 * Signs in with a passkey, which says itself whose it is; for staff it counts as both factors. An
 * answer that does not fit uses its challenge up and throws Invalid. `previous` is the session that ends.
 */
export async function signInByPasskey(
  visit: Visit,
  browser: string | null,
  party: RelyingParty,
  answer: PasskeyAnswer,
  previous: SessionId | null,
): Promise<SignedIn> {
  const { now, origin } = visit
  const asked = { browser, party, purpose: 'sign_in', personId: null } as const
  const judged = await judgeAnswer(visit, answer, asked)
  const who = browser ? markOf(browser) : ''
  const outcome = await visitorDeed<SignedIn | Refused>(visit, who, async (tx) => {
    const personId = await takeAnswer(tx, judged, now)
    const actor = personId ? await actorOf(tx, personId, ['passkey']) : null
    if (!personId || !actor) {
      await recordEvent(tx, { kind: 'passkey.refused', actor: null, at: now, origin })
      return { refused: wrongPasskey }
    }
    await knowBrowser(tx, personId, browser, now)
    if (previous) await endSession(tx, previous, now)
    const token = await startSession(tx, personId, ['passkey'], now, origin.device)
    const facts = { factor: 'passkey' }
    await recordEvent(tx, { kind: 'person.signed_in', actor, at: now, origin, facts })
    return { token, personId }
  })
  if ('refused' in outcome) throw new Invalid({ '': outcome.refused })
  return outcome
}
