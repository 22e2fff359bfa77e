import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { registerOptions } from '~/domain/accounts/passkey-challenge.server'
import { requirePerson } from '~/http/guards.server'
import { answerOptions } from '~/http/passkey-place.server'
import { paths } from '~/paths'

export async function loader(args: LoaderFunctionArgs) {
  await requirePerson(args)
  return redirect(paths.addPasskey())
}

/** Asked for by the button's script. What the browser needs to make a passkey. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requirePerson(args)
  return answerOptions(args.request, (browser, party) => registerOptions(ctx, browser, party))
}
