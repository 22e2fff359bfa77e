import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { PasskeyForm } from '~/domain/accounts/passkey-forms'
import { proveByPasskey } from '~/domain/accounts/prove-by-passkey.server'
import { requireParty } from '~/http/passkey-place.server'
import { proofPage, takeProof } from '~/http/proof.server'
import { readBrowser } from '~/http/session.server'
import { Prove } from '~/ui/prove-forms'
import type { SignInAnswer } from '~/ui/sign-in-forms'

export const meta: MetaFunction = () => [{ title: 'Show that it is you – Lamplight' }]

export function loader(args: LoaderFunctionArgs) {
  return proofPage(args)
}

export async function action(args: ActionFunctionArgs) {
  const browser = await readBrowser(args.request)
  return takeProof(args, PasskeyForm, (ctx, { answer }) =>
    proveByPasskey(ctx, browser, requireParty(), answer),
  )
}

export default function ProveByPasskey() {
  return <Prove page={useLoaderData<typeof loader>()} answer={useActionData<SignInAnswer>()} />
}
