import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { endOwnSession } from '~/domain/accounts/own-sessions.server'
import { ButtonForm } from '~/domain/forms'
import type { SessionId } from '~/domain/ids'
import { parseForm } from '~/http/form.server'
import { requirePerson } from '~/http/guards.server'
import { respond } from '~/http/respond.server'
import { paths } from '~/paths'

/** The button stands on the account's own page. */
export async function loader(args: LoaderFunctionArgs) {
  await requirePerson(args)
  throw redirect(paths.account())
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requirePerson(args)
  const form = await parseForm(args, ctx, ButtonForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    await endOwnSession(form.ctx, args.params.sessionId as SessionId)
    return redirect(paths.account())
  })
}

export default function EndSession() {
  return null
}
