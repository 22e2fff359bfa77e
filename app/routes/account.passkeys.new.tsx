import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { addPasskey } from '~/domain/accounts/add-passkey.server'
import { NewPasskeyForm } from '~/domain/accounts/passkey-forms'
import { parseForm } from '~/http/form.server'
import { requirePerson, requireProof } from '~/http/guards.server'
import { passkeyPlace, requireParty } from '~/http/passkey-place.server'
import { respond } from '~/http/respond.server'
import { readBrowser } from '~/http/session.server'
import { paths } from '~/paths'
import { ButtonLink } from '~/ui/button'
import { TextField } from '~/ui/fields'
import { Form, type FormAnswer } from '~/ui/form'
import { PasskeyButton } from '~/ui/passkey-button'

export const meta: MetaFunction = () => [{ title: 'Add a passkey – Lamplight' }]

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requirePerson(args)
  await requireProof(args, ctx)
  return { place: passkeyPlace(args.request), device: args.context.device }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requirePerson(args)
  await requireProof(args, ctx)
  const form = await parseForm(args, ctx, NewPasskeyForm)
  if (!form.ok) return form.answer
  const browser = await readBrowser(args.request)
  return respond(form, async () => {
    await addPasskey(form.ctx, browser, requireParty(), form.data)
    return redirect(paths.account())
  })
}

export default function NewPasskey() {
  const { place, device } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  return (
    <>
      <h1>Add a passkey</h1>
      <p className="lead">
        Your device keeps it, and asks for your finger, your face or your PIN each time. We only
        ever see that it fits.
      </p>
      <Form answer={answer} values={{ label: device }} label="Add a passkey">
        {place.here ? (
          <TextField
            name="label"
            label="A name for it"
            hint="So that you recognize it later, like “My phone”."
            width="m"
          />
        ) : null}
        <PasskeyButton place={place} options={paths.addPasskeyOptions()} ceremony="make" look="go">
          Make the passkey
        </PasskeyButton>
        <ButtonLink to={paths.account()}>Back to your account</ButtonLink>
      </Form>
    </>
  )
}
