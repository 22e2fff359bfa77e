import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ProofForm } from '~/domain/accounts/forms'
import { proveByPassword } from '~/domain/accounts/prove-by-password.server'
import { proofPage, takeProof } from '~/http/proof.server'
import { Prove } from '~/ui/prove-forms'
import type { SignInAnswer } from '~/ui/sign-in-forms'

export const meta: MetaFunction = () => [{ title: 'Show that it is you – Lamplight' }]

export function loader(args: LoaderFunctionArgs) {
  return proofPage(args)
}

export function action(args: ActionFunctionArgs) {
  return takeProof(args, ProofForm, proveByPassword)
}

export default function ProveByPassword() {
  return <Prove page={useLoaderData<typeof loader>()} answer={useActionData<SignInAnswer>()} />
}
