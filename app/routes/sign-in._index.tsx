import {
  type ActionFunctionArgs,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { EmailForm } from '~/domain/accounts/forms'
import { requestSignInCode } from '~/domain/accounts/request-sign-in-code.server'
import { parseForm } from '~/http/form.server'
import { visit } from '~/http/guards.server'
import { respond } from '~/http/respond.server'
import {
  browserCookieFor,
  newBrowser,
  type RequestSession,
  readBrowser,
  readSession,
} from '~/http/session.server'
import { leadBack, readWayBack, withWayBack } from '~/http/way-back.server'
import { paths } from '~/paths'
import { CodeStep, EmailStep, type SignInAnswer } from '~/ui/sign-in-forms'
import { CodeHelp } from './sign-in.code/code-help'

export const meta: MetaFunction = () => [{ title: 'Sign in – Lamplight' }]

export async function loader(args: LoaderFunctionArgs) {
  const way = await readWayBack(args.request)
  const session = await readSession(args.request, visit(args).now)
  if (session && isWhole(session)) throw redirect(way.returnTo ?? paths.myHome())
  return { way }
}

export async function action(args: ActionFunctionArgs) {
  const way = await readWayBack(args.request)
  const session = await readSession(args.request, visit(args).now)
  // Signed in again meanwhile, in another window: what was typed goes straight back.
  if (way.carry && session && isWhole(session)) return leadBack(way, session.actor.person.id)
  const form = await parseForm(args, visit(args), EmailForm)
  if (!form.ok) return withWayBack(form.answer, way)

  const browser = (await readBrowser(args.request)) ?? newBrowser()
  const answer = await respond(form, async () => {
    await requestSignInCode(form.ctx, browser, form.data.email)
    const headers = { 'Set-Cookie': await browserCookieFor(browser) }
    if (!way.carry) return redirect(paths.signInCode(way.returnTo ?? undefined), { headers })
    const next: SignInAnswer = { next: 'code', way }
    return json(next, { headers })
  })
  return answer.status >= 400 ? withWayBack(answer, way) : answer
}

/** A password alone is half of a sign-in. */
function isWhole({ alive, actor }: RequestSession): boolean {
  return alive && actor.factors.some((factor) => factor !== 'password')
}

export default function SignIn() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<SignInAnswer>()
  const way = answer?.way ?? page.way
  if (answer?.next === 'code') {
    return (
      <>
        <h1>Type the code from your email</h1>
        <CodeHelp sentTo={null} />
        <CodeStep way={way} />
      </>
    )
  }
  return (
    <>
      <h1>Sign in</h1>
      <p className="lead">For owners, their teams, and business districts.</p>
      <EmailStep answer={answer} way={way} />
      <section className="section flow">
        <h2>Other ways in</h2>
        <ul>
          <li>
            <a href={paths.passkeySignIn(way.returnTo ?? undefined)}>
              Use a passkey, the better way once you have one
            </a>
          </li>
          <li>
            <a href={paths.claim()}>I have a letter with a code</a>
          </li>
          <li>
            <a href={paths.join()}>I am new, and would like to join with my venue</a>
          </li>
          <li>
            <a href={paths.staffSignIn(way.returnTo ?? undefined)}>I am program staff</a>
          </li>
        </ul>
      </section>
    </>
  )
}
