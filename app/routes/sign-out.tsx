import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { signOut } from '~/domain/accounts/sign-out.server'
import { visit } from '~/http/guards.server'
import { noReadinessCookie } from '~/http/readiness-cookie.server'
import { noSessionCookie, readSession } from '~/http/session.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { Form } from '~/ui/form'

export const meta: MetaFunction = () => [{ title: 'Sign out – Lamplight' }]

export async function loader(args: LoaderFunctionArgs) {
  const session = await readSession(args.request, visit(args).now)
  return { name: session?.alive ? session.actor.person.name : null }
}

export async function action(args: ActionFunctionArgs) {
  const visiting = visit(args)
  const session = await readSession(args.request, visiting.now)
  if (session?.alive) {
    const origin = { ...visiting.origin, sessionId: session.id }
    await signOut({ ...visiting, actor: session.actor, origin })
  }
  const headers = new Headers({ 'Set-Cookie': await noSessionCookie() })
  // On a shared computer the next person starts without the answers of the one before.
  headers.append('Set-Cookie', await noReadinessCookie())
  headers.set('Clear-Site-Data', '"cache", "storage"')
  return redirect(paths.home(), { headers })
}

export default function SignOut() {
  const { name } = useLoaderData<typeof loader>()
  if (name === null) {
    return (
      <>
        <h1>You are signed out</h1>
        <div className="actions">
          <ButtonLink to={paths.signIn()} look="go">
            Sign in
          </ButtonLink>
        </div>
      </>
    )
  }
  return (
    <>
      <h1>Sign out?</h1>
      <p className="lead">You are signed in as {name}. Everything you saved stays saved.</p>
      <Form document label="Sign out">
        <Button look="go">Sign out</Button>
      </Form>
      <p>
        <a href={paths.myHome()}>Stay signed in</a>
      </p>
    </>
  )
}
