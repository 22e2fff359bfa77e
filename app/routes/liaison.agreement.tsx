import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { acceptAgreement, agreementPage } from '~/domain/applications/agreement.server'
import { AgreementForm } from '~/domain/applications/agreement-form'
import { parseForm } from '~/http/form.server'
import { requirePerson } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { localPath } from '~/http/way-back.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { Checkbox } from '~/ui/choices'
import { HiddenField } from '~/ui/fields'
import { Form, type FormAnswer } from '~/ui/form'
import { Notice } from '~/ui/notice'
import { principles } from '~/words/en/agreement'

export const meta: MetaFunction = () => [{ title: 'Reviewer agreement – Lamplight' }]

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requirePerson(args)
  const returnTo = localPath(new URL(args.request.url).searchParams.get('returnTo'))
  return load(async () => ({ ...(await agreementPage(ctx)), returnTo }))
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requirePerson(args)
  await load(() => agreementPage(ctx))
  const form = await parseForm(args, ctx, AgreementForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    await acceptAgreement(form.ctx)
    return redirect(localPath(form.data.returnTo) ?? paths.desk())
  })
}

export default function Agreement() {
  const { agreed, lastOn, returnTo } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  return (
    <>
      <h1>Reviewer agreement</h1>
      <p className="lead">
        Eight principles hold for everybody who reads what venues share. Each of us accepts them
        anew every year.
      </p>
      {agreed ? (
        <Notice tone="success">You accepted them on {lastOn}. They hold for a year.</Notice>
      ) : lastOn ? (
        <Notice>
          You accepted them last on {lastOn}. A year has passed: please read them once more.
        </Notice>
      ) : null}
      <ol className="flow">
        {principles.map(({ title, words }) => (
          <li key={title}>
            <b>{title}.</b> {words}
          </li>
        ))}
      </ol>
      {agreed ? (
        <ButtonLink to={paths.desk()}>To your desk</ButtonLink>
      ) : (
        <Form answer={answer} label="Accept the agreement">
          <HiddenField name="returnTo" value={returnTo ?? ''} />
          <Checkbox
            name="accept"
            value="yes"
            label="I have read them, and I will review this way."
          />
          <Button look="go" pending="Saving…">
            Accept for a year
          </Button>
        </Form>
      )}
    </>
  )
}
