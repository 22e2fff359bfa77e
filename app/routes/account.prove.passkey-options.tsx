import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { confirmOptions } from '~/domain/accounts/passkey-challenge.server'
import { requirePerson } from '~/http/guards.server'
import { answerOptions } from '~/http/passkey-place.server'
import { paths } from '~/paths'

export async function loader(args: LoaderFunctionArgs) {
  await requirePerson(args)
  return redirect(paths.prove())
}

/** Asked for by the button's script. What the browser needs to let somebody show who they are. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requirePerson(args)
  return answerOptions(args.request, (browser, party) => confirmOptions(ctx, browser, party))
}
