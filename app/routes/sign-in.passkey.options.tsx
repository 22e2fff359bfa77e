import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { signInOptions } from '~/domain/accounts/passkey-challenge.server'
import { visit } from '~/http/guards.server'
import { answerOptions } from '~/http/passkey-place.server'
import { paths } from '~/paths'

export function loader() {
  return redirect(paths.passkeySignIn())
}

/** Asked for by the button's script: what the browser needs to let somebody sign in. */
export function action(args: ActionFunctionArgs) {
  return answerOptions(args.request, (browser, party) => signInOptions(visit(args), browser, party))
}
