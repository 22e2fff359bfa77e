import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { spend } from '~/domain/accounts/limits.server'
import { PasskeyForm } from '~/domain/accounts/passkey-forms'
import { signInByPasskey } from '~/domain/accounts/sign-in-passkey.server'
import { parseForm } from '~/http/form.server'
import { visit } from '~/http/guards.server'
import { passkeyPlace, requireParty } from '~/http/passkey-place.server'
import { respond } from '~/http/respond.server'
import { readBrowser, readSession, sessionCookie } from '~/http/session.server'
import { leadBack, readWayBack, withWayBack } from '~/http/way-back.server'
import { paths } from '~/paths'
import { PasskeyStep } from '~/ui/passkey-forms'
import type { SignInAnswer } from '~/ui/sign-in-forms'

export const meta: MetaFunction = () => [{ title: 'Sign in with a passkey – Lamplight' }]

export async function loader({ request }: LoaderFunctionArgs) {
  return { way: await readWayBack(request), place: passkeyPlace(request) }
}

export async function action(args: ActionFunctionArgs) {
  const visiting = visit(args)
  const way = await readWayBack(args.request)
  const form = await parseForm(args, visiting, PasskeyForm)
  if (!form.ok) return withWayBack(form.answer, way)
  const browser = await readBrowser(args.request)
  const previous = await readSession(args.request, visiting.now)
  const answer = await respond(form, async () => {
    await spend(form.ctx, 'passkey-sign-in')
    const given = form.data.answer
    const before = previous?.id ?? null
    const signedIn = await signInByPasskey(form.ctx, browser, requireParty(), given, before)
    return leadBack(way, signedIn.personId, await sessionCookie(signedIn.token))
  })
  return answer.status >= 400 ? withWayBack(answer, way) : answer
}

export default function PasskeySignIn() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<SignInAnswer>()
  const way = answer?.way ?? page.way
  return (
    <>
      <h1>Sign in with a passkey</h1>
      <p className="lead">
        Your device asks for your finger, your face or your PIN, and you are in. Nothing to type,
        and nothing that somebody could steal from you by mail.
      </p>
      <PasskeyStep place={page.place} answer={answer} way={way} />
      <p>
        No passkey yet? Sign in the other way first, and add one under “Your account”:{' '}
        <a href={paths.signIn(way.returnTo ?? undefined)}>with a code by email</a>, or{' '}
        <a href={paths.staffSignIn(way.returnTo ?? undefined)}>as program staff</a>.
      </p>
    </>
  )
}
