import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { proveInDemo } from '~/domain/accounts/prove-in-demo.server'
import { ButtonForm } from '~/domain/forms'
import { proofPage, takeProof } from '~/http/proof.server'
import { absent } from '~/http/respond.server'
import { Prove } from '~/ui/prove-forms'
import type { SignInAnswer } from '~/ui/sign-in-forms'

export const meta: MetaFunction = () => [{ title: 'Show that it is you – Lamplight' }]

export function loader(args: LoaderFunctionArgs) {
  return proofPage(args)
}

export async function action(args: ActionFunctionArgs) {
  if (!args.context.demoAllowed) throw absent()
  return takeProof(args, ButtonForm, proveInDemo)
}

export default function ProveInDemo() {
  return <Prove page={useLoaderData<typeof loader>()} answer={useActionData<SignInAnswer>()} />
}
