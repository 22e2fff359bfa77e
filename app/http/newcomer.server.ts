import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { spend } from '~/domain/accounts/limits.server'
import { requestSignInCode } from '~/domain/accounts/request-sign-in-code.server'
import type { Context, Visit } from '~/domain/context'
import { type JoinIntent, sealIntent } from '~/domain/venues/join-intent.server'
import { paths } from '~/paths'
import { requirePerson, visit } from './guards.server'
import { browserCookieFor, newBrowser, readBrowser, readSession } from './session.server'

type Args = Pick<LoaderFunctionArgs, 'request' | 'params' | 'context'>

/** The signed-in person, or null: for the few pages that greet both those and newcomers. */
export async function personOrNull(args: Args): Promise<Context | null> {
  const session = await readSession(args.request, visit(args).now)
  return session?.alive ? requirePerson(args) : null
}

/**
 * Mails a code to the address of somebody who is not signed in, and leads to where it is typed. What
 * they want to do travels along, sealed. The answer is the same whether the address is known or not.
 */
export async function confirmByEmail(
  request: Request,
  visiting: Visit,
  intent: JoinIntent,
): Promise<Response> {
  const browser = (await readBrowser(request)) ?? newBrowser()
  await spend(visiting, 'join')
  await requestSignInCode(visiting, browser, intent.email, { newcomers: true })
  const headers = { 'Set-Cookie': await browserCookieFor(browser) }
  return redirect(paths.joinCode(sealIntent(intent)), { headers })
}
