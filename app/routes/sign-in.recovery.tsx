import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { RecoveryCodeForm } from '~/domain/accounts/forms'
import { useRecoveryCode as takeRecoveryCode } from '~/domain/accounts/use-recovery-code.server'
import { parseForm } from '~/http/form.server'
import { visit } from '~/http/guards.server'
import { refuse, respond } from '~/http/respond.server'
import { readBrowser, readSession, sessionCookie } from '~/http/session.server'
import { leadBack, readWayBack, withWayBack } from '~/http/way-back.server'
import { paths } from '~/paths'
import { Button } from '~/ui/button'
import { TextField } from '~/ui/fields'
import { Form } from '~/ui/form'
import { WayBackFields } from '~/ui/sign-in-fields'
import type { SignInAnswer } from '~/ui/sign-in-forms'

export const meta: MetaFunction = () => [{ title: 'Use a recovery code – Lamplight' }]

export async function loader({ request }: LoaderFunctionArgs) {
  return { way: await readWayBack(request) }
}

export async function action(args: ActionFunctionArgs) {
  const visiting = visit(args)
  const way = await readWayBack(args.request)
  const form = await parseForm(args, visiting, RecoveryCodeForm)
  if (!form.ok) return withWayBack(form.answer, way)
  const half = await readSession(args.request, visiting.now)
  if (!half) return withWayBack(refuse(form.values, { code: startWithPassword }, 422), way)
  const browser = await readBrowser(args.request)
  const answer = await respond(form, async () => {
    const { personId, token } = await takeRecoveryCode(form.ctx, half, form.data.code, browser)
    return leadBack(way, personId, await sessionCookie(token))
  })
  return answer.status >= 400 ? withWayBack(answer, way) : answer
}

const startWithPassword = 'Your password comes first. Please start again from the sign-in page.'

export default function RecoverySignIn() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<SignInAnswer>()
  const way = answer?.way ?? page.way
  return (
    <>
      <h1>Use a recovery code</h1>
      <p className="lead">
        After your password, one of your ten codes stands in for the code from your app. Each works
        once.
      </p>
      <Form document answer={answer} action={paths.recoverySignIn()} label="Use a recovery code">
        <WayBackFields way={way} />
        <TextField
          name="code"
          label="One of your recovery codes"
          hint="12 letters and digits, like 7K3M-9XQD-W2RT. Capitals and dashes do not matter."
          autoCapitalize="characters"
          spellCheck={false}
          width="m"
        />
        <Button look="go" pending="Signing in…">
          Sign in
        </Button>
      </Form>
      <p>
        No codes left? Ask a coordinator for a new set-up link.{' '}
        <a href={paths.staffSignInCode(way.returnTo ?? undefined)}>
          Back to the code from your app
        </a>
      </p>
    </>
  )
}
