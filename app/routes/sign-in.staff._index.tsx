import {
  type ActionFunctionArgs,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { StaffForm } from '~/domain/accounts/forms'
import { signInStaff } from '~/domain/accounts/sign-in-staff.server'
import { parseForm } from '~/http/form.server'
import { visit } from '~/http/guards.server'
import { passkeyPlace } from '~/http/passkey-place.server'
import { respond } from '~/http/respond.server'
import {
  browserCookieFor,
  newBrowser,
  readBrowser,
  readSession,
  sessionCookie,
} from '~/http/session.server'
import { readWayBack, withWayBack } from '~/http/way-back.server'
import { paths } from '~/paths'
import { PasskeyStep } from '~/ui/passkey-forms'
import { type SignInAnswer, StaffCodeStep, StaffStep } from '~/ui/sign-in-forms'

export const meta: MetaFunction = () => [{ title: 'Sign in as program staff – Lamplight' }]

export async function loader({ request }: LoaderFunctionArgs) {
  return { way: await readWayBack(request), place: passkeyPlace(request) }
}

export async function action(args: ActionFunctionArgs) {
  const visiting = visit(args)
  const way = await readWayBack(args.request)
  const form = await parseForm(args, visiting, StaffForm)
  if (!form.ok) return withWayBack(form.answer, way)

  const previous = await readSession(args.request, visiting.now)
  const browser = await readBrowser(args.request)
  const answer = await respond(form, async () => {
    const { token } = await signInStaff(form.ctx, form.data, previous?.id ?? null, browser)
    const headers = new Headers({ 'Set-Cookie': await sessionCookie(token) })
    headers.append('Set-Cookie', await browserCookieFor(browser ?? newBrowser()))
    if (!way.carry) return redirect(paths.staffSignInCode(way.returnTo ?? undefined), { headers })
    const next: SignInAnswer = { next: 'code', way }
    return json(next, { headers })
  })
  return answer.status >= 400 ? withWayBack(answer, way) : answer
}

export default function StaffSignIn() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<SignInAnswer>()
  const way = answer?.way ?? page.way
  if (answer?.next === 'code') {
    return (
      <>
        <h1>Now the code from your app</h1>
        <StaffCodeStep way={way} />
      </>
    )
  }
  return (
    <>
      <h1>Sign in as program staff</h1>
      <p className="lead">
        For liaisons, coordinators and partner reviewers: a password first, then a code from your
        authenticator app.
      </p>
      <StaffStep answer={answer} way={way} />
      <PasskeyStep place={page.place} way={way} />
      <p>
        Lost your password or your phone? Ask a coordinator for a new set-up link.{' '}
        <a href={paths.signIn(way.returnTo ?? undefined)}>Owners and districts sign in by email</a>.
      </p>
    </>
  )
}
