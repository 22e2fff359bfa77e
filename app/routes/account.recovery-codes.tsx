import {
  type ActionFunctionArgs,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { hasPassword } from '~/domain/accounts/change-password.server'
import { makeRecoveryCodes, recoveryCodesLeft } from '~/domain/accounts/recovery-codes.server'
import { ButtonForm } from '~/domain/forms'
import { parseForm } from '~/http/form.server'
import { requirePerson, requireProof } from '~/http/guards.server'
import { absent, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { Form, type FormAnswer } from '~/ui/form'
import { Notice } from '~/ui/notice'
import { PrintButton } from '~/ui/print-button'

export const meta: MetaFunction = () => [{ title: 'Recovery codes – Lamplight' }]

/** They stand in for the authenticator app, so they are for whoever has one. */
async function requireApp(args: LoaderFunctionArgs) {
  const ctx = await requirePerson(args)
  if (!(await hasPassword(ctx))) throw absent()
  await requireProof(args, ctx)
  return ctx
}

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor } = await requireApp(args)
  return { left: await recoveryCodesLeft(db, actor.person.id) }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireApp(args)
  const form = await parseForm(args, ctx, ButtonForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    const codes = await makeRecoveryCodes(form.ctx)
    return json({ codes }, { headers: { 'Cache-Control': 'no-store' } })
  })
}

type Answer = FormAnswer & { codes?: string[] }

export default function RecoveryCodes() {
  const { left } = useLoaderData<typeof loader>()
  const answer = useActionData<Answer>()
  if (answer?.codes) return <Codes codes={answer.codes} />
  return (
    <>
      <h1>Recovery codes</h1>
      <p className="lead">
        Ten codes on paper, for the day when your phone is lost: after your password, each one
        stands in once for the code from your app.
      </p>
      {left > 0 ? (
        <p>You have {left} of 10 left. New ones take their place, and the old ones stop working.</p>
      ) : null}
      <Form answer={answer} label="Make ten codes">
        <div className="actions">
          <Button look="go" pending="Making…">
            Make ten codes
          </Button>
          <ButtonLink to={paths.account()}>Back to your account</ButtonLink>
        </div>
      </Form>
    </>
  )
}

function Codes({ codes }: { codes: string[] }) {
  const text = `Lamplight recovery codes. Each works once, after your password.\n\n${codes.join('\n')}\n`
  return (
    <>
      <h1>Your ten recovery codes</h1>
      <Notice tone="warning" live>
        They are shown this once. Print them, or keep them where you keep your passwords.
      </Notice>
      <ol>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <div className="actions">
        <PrintButton>Print the codes</PrintButton>
        <a
          className="btn quiet"
          download="lamplight-recovery-codes.txt"
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`}
        >
          Keep them as a text file
        </a>
        <ButtonLink to={paths.account()}>I have kept them</ButtonLink>
      </div>
    </>
  )
}
