import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { spend } from '~/domain/accounts/limits.server'
import { signInOptions } from '~/domain/accounts/passkey-challenge.server'
import { visit } from '~/http/guards.server'
import { answerOptions } from '~/http/passkey-place.server'
import { load } from '~/http/respond.server'
import { paths } from '~/paths'

export function loader() {
  return redirect(paths.passkeySignIn())
}

/** Asked for by the button's script: what the browser needs to let somebody sign in. */
export async function action(args: ActionFunctionArgs) {
  const visiting = visit(args)
  await load(() => spend(visiting, 'passkey-sign-in'))
  return answerOptions(args.request, (browser, party) => signInOptions(visiting, browser, party))
}
