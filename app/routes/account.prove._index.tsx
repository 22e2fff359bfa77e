import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { proofPage, startProof } from '~/http/proof.server'
import { Prove } from '~/ui/prove-forms'
import type { SignInAnswer } from '~/ui/sign-in-forms'

export const meta: MetaFunction = () => [{ title: 'Show that it is you – Lamplight' }]

export function loader(args: LoaderFunctionArgs) {
  return proofPage(args)
}

export function action(args: ActionFunctionArgs) {
  return startProof(args)
}

export default function ProvePage() {
  return <Prove page={useLoaderData<typeof loader>()} answer={useActionData<SignInAnswer>()} />
}
