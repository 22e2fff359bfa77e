import { isIP } from 'node:net'
import { json } from '@remix-run/node'
import type { RelyingParty } from '~/domain/accounts/passkey-challenge.server'
import { env } from '~/env.server'
import type { PasskeyPlace } from '~/ui/passkey-button'
import { isAtHome } from './demo-gate.server'
import { absent } from './respond.server'
import { browserCookieFor, newBrowser, readBrowser } from './session.server'

/**
 * The site as a passkey knows it. Passkeys belong to a name and never to a number (WebAuthn Level 3,
 * 5.1.3), so on one's own machine it is localhost; null where PUBLIC_URL is another number.
 */
export function relyingParty(): RelyingParty | null {
  const { protocol, hostname, port, origin } = new URL(env.publicUrl)
  const name = 'Lamplight'
  if (isAtHome(env)) {
    return { id: 'localhost', name, origin: `${protocol}//localhost${port ? `:${port}` : ''}` }
  }
  return isIP(hostname.replace(/[[\]]/g, '')) ? null : { id: hostname, name, origin }
}

/** For writes: without a name there are no passkeys, so there is nothing to find. */
export function requireParty(): RelyingParty {
  const party = relyingParty()
  if (!party) throw absent()
  return party
}

/** Whether the page that is asked for may use passkeys, and where it could. */
export function passkeyPlace(request: Request): PasskeyPlace {
  const party = relyingParty()
  const { origin, pathname, search } = new URL(request.url)
  if (!party) return { here: false, elsewhere: null }
  if (party.origin === origin) return { here: true, elsewhere: null }
  return { here: false, elsewhere: `${party.origin}${pathname}${search}` }
}

/** Answers a browser with what it needs for a passkey, and gives it a name of its own first. */
export async function answerOptions(
  request: Request,
  make: (browser: string, party: RelyingParty) => Promise<object>,
): Promise<Response> {
  const browser = (await readBrowser(request)) ?? newBrowser()
  const headers = { 'Set-Cookie': await browserCookieFor(browser), 'Cache-Control': 'no-store' }
  return json(await make(browser, requireParty()), { headers })
}
