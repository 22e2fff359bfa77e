import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { CodeForm } from '~/domain/accounts/forms'
import { codeSentTo } from '~/domain/accounts/request-sign-in-code.server'
import { useSignInCode as takeSignInCode } from '~/domain/accounts/use-sign-in-code.server'
import { parseForm } from '~/http/form.server'
import { visit } from '~/http/guards.server'
import { respond } from '~/http/respond.server'
import { readBrowser, readSession, sessionCookie } from '~/http/session.server'
import { leadBack, readWayBack, withWayBack } from '~/http/way-back.server'
import { CodeStep, EmailStep, type SignInAnswer } from '~/ui/sign-in-forms'
import { CodeHelp } from './code-help'

export const meta: MetaFunction = () => [{ title: 'Type your code – Lamplight' }]

export async function loader(args: LoaderFunctionArgs) {
  const { db, now } = visit(args)
  const way = await readWayBack(args.request)
  return { way, sentTo: await codeSentTo(db, await readBrowser(args.request), now) }
}

export async function action(args: ActionFunctionArgs) {
  const visiting = visit(args)
  const way = await readWayBack(args.request)
  const form = await parseForm(args, visiting, CodeForm)
  if (!form.ok) return withWayBack(form.answer, way)

  const browser = await readBrowser(args.request)
  const previous = await readSession(args.request, visiting.now)
  const answer = await respond(form, async () => {
    const { code } = form.data
    const signedIn = await takeSignInCode(form.ctx, browser, code, previous?.id ?? null)
    return leadBack(way, signedIn.personId, await sessionCookie(signedIn.token))
  })
  return answer.status >= 400 ? withWayBack(answer, way) : answer
}

export default function SignInCode() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<SignInAnswer>()
  const way = answer?.way ?? page.way
  if (!page.sentTo && !answer) {
    return (
      <>
        <h1>Ask for a code first</h1>
        <p className="lead">This browser has no code waiting. Codes work for 10 minutes.</p>
        <EmailStep way={way} />
      </>
    )
  }
  return (
    <>
      <h1>Type the code from your email</h1>
      <CodeHelp sentTo={page.sentTo} />
      <CodeStep answer={answer} way={way} />
      <details className="more">
        <summary>Send a new code</summary>
        <EmailStep way={way} />
      </details>
    </>
  )
}
