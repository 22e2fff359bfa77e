import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { StaffCodeForm } from '~/domain/accounts/forms'
import { useStaffCode as takeStaffCode } from '~/domain/accounts/use-staff-code.server'
import { hasTwoFactors } from '~/domain/permissions/who'
import { parseForm } from '~/http/form.server'
import { visit } from '~/http/guards.server'
import { refuse, respond } from '~/http/respond.server'
import { readBrowser, readSession, sessionCookie } from '~/http/session.server'
import { leadBack, readWayBack, withWayBack } from '~/http/way-back.server'
import { paths } from '~/paths'
import { type SignInAnswer, StaffCodeStep, StaffStep } from '~/ui/sign-in-forms'

export const meta: MetaFunction = () => [{ title: 'Type your app’s code – Lamplight' }]

export async function loader(args: LoaderFunctionArgs) {
  const way = await readWayBack(args.request)
  const session = await readSession(args.request, visit(args).now)
  const actor = session?.alive ? session.actor : null
  if (actor && hasTwoFactors(actor)) throw redirect(way.returnTo ?? paths.myHome())
  return { way, half: actor?.factors.includes('password') ?? false }
}

export async function action(args: ActionFunctionArgs) {
  const visiting = visit(args)
  const way = await readWayBack(args.request)
  const form = await parseForm(args, visiting, StaffCodeForm)
  if (!form.ok) return withWayBack(form.answer, way)

  const half = await readSession(args.request, visiting.now)
  if (!half) return withWayBack(refuse(form.values, { code: startWithPassword }, 422), way)
  const browser = await readBrowser(args.request)
  const answer = await respond(form, async () => {
    const { personId, token } = await takeStaffCode(form.ctx, half, form.data.code, browser)
    return leadBack(way, personId, await sessionCookie(token))
  })
  return answer.status >= 400 ? withWayBack(answer, way) : answer
}

const startWithPassword = 'Your password comes first. Please start again from the sign-in page.'

export default function StaffSignInCode() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<SignInAnswer>()
  const way = answer?.way ?? page.way
  if (!page.half && !answer) {
    return (
      <>
        <h1>Your password comes first</h1>
        <StaffStep way={way} />
      </>
    )
  }
  return (
    <>
      <h1>Now the code from your app</h1>
      {page.half ? (
        <p className="lead">Your password fits. One more step, and your desk opens.</p>
      ) : null}
      <StaffCodeStep answer={answer} way={way} />
      <p>
        Lost your phone?{' '}
        <a href={paths.recoverySignIn(way.returnTo ?? undefined)}>Use a recovery code</a>
      </p>
      <details className="more">
        <summary>Start again with the password</summary>
        <StaffStep way={way} />
      </details>
    </>
  )
}
