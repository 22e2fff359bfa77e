import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { DemoForm } from '~/domain/accounts/forms'
import { signInDemo } from '~/domain/accounts/sign-in-demo.server'
import type { PersonId } from '~/domain/ids'
import { requireDemo } from '~/http/demo.server'
import { parseForm } from '~/http/form.server'
import { absent, respond } from '~/http/respond.server'
import { readSession, sessionCookie } from '~/http/session.server'
import { paths } from '~/paths'

/** The people to choose from stand on the demo's own page. */
export async function loader(args: LoaderFunctionArgs) {
  await requireDemo(args)
  throw redirect(paths.demo())
}

export async function action(args: ActionFunctionArgs) {
  const visiting = await requireDemo(args)
  const form = await parseForm(args, visiting, DemoForm)
  if (!form.ok) throw absent()
  const previous = await readSession(args.request, visiting.now)
  return respond(form, async () => {
    const personId = form.data.personId as PersonId
    const { token } = await signInDemo(form.ctx, personId, previous?.id ?? null)
    return redirect(paths.myHome(), { headers: { 'Set-Cookie': await sessionCookie(token) } })
  })
}

export default function DemoSignIn() {
  return null
}
