import { paths } from '~/paths'
import { acceptInvitation } from '../accounts/accept-invitation.server'
import { sessionOf } from '../accounts/session.server'
import { useSignInCode as takeSignInCode } from '../accounts/use-sign-in-code.server'
import type { Context, Visit } from '../context'
import { Invalid } from '../errors'
import type { SessionId } from '../ids'
import { askedPath, askToJoin, askWithTypedVenue } from './ask-to-join.server'
import { claimVenue } from './claim-venue.server'
import type { JoinIntent } from './join-intent.server'

/**
 * Confirms an email address with the code that was sent to it, signs the person in, and then does
 * what they came for. Where that is refused meanwhile, they are led to the page that says why.
 */
export async function joinWithCode(
  visit: Visit,
  browser: string | null,
  code: string,
  previous: SessionId | null,
  { name, email, what }: JoinIntent,
): Promise<{ token: string; path: string }> {
  const newcomer = { name, email }
  const { token } = await takeSignInCode(visit, browser, code, previous, newcomer)
  const session = await sessionOf(visit.db, token, visit.now)
  if (!session) return { token, path: paths.myHome() }
  const { actor, id: sessionId } = session
  const origin = { ...visit.origin, sessionId }
  try {
    return { token, path: await act({ ...visit, actor, origin }, what) }
  } catch (error) {
    if (!(error instanceof Invalid)) throw error
    return { token, path: refusalPath(what) }
  }
}

async function act(ctx: Context, what: JoinIntent['what']): Promise<string> {
  if (what.kind === 'claim') return paths.venue(await claimVenue(ctx, what.code))
  if (what.kind === 'ask') return askedPath(await askToJoin(ctx, what.venueId, what.words))
  if (what.kind === 'invited') return acceptInvitation(ctx, what.token, null)
  return askedPath(await askWithTypedVenue(ctx, what))
}

function refusalPath(what: JoinIntent['what']): string {
  if (what.kind === 'claim') return paths.claim(what.code)
  if (what.kind === 'invited') return paths.invited(what.token)
  return what.kind === 'ask' ? paths.joinVenue(what.venueId) : paths.myHome()
}
