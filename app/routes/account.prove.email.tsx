import {
  type ActionFunctionArgs,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { sendProofCode } from '~/domain/accounts/prove-by-email.server'
import { ButtonForm } from '~/domain/forms'
import { parseForm } from '~/http/form.server'
import { requirePerson } from '~/http/guards.server'
import { proofPage } from '~/http/proof.server'
import { respond } from '~/http/respond.server'
import { readWayBack, withWayBack } from '~/http/way-back.server'
import { paths } from '~/paths'
import { Prove } from '~/ui/prove-forms'
import type { SignInAnswer } from '~/ui/sign-in-forms'

export const meta: MetaFunction = () => [{ title: 'Show that it is you – Lamplight' }]

export function loader(args: LoaderFunctionArgs) {
  return proofPage(args)
}

export async function action(args: ActionFunctionArgs) {
  const way = await readWayBack(args.request)
  const { actor, ...visiting } = await requirePerson(args, way.carry)
  const form = await parseForm(args, visiting, ButtonForm)
  if (!form.ok) return withWayBack(form.answer, way)
  const answer = await respond(form, async () => {
    await sendProofCode({ ...form.ctx, actor })
    // What waits cannot travel in an address: it stays on the page.
    return way.carry ? json({ way }) : redirect(paths.prove(way.returnTo ?? undefined))
  })
  return answer.status >= 400 ? withWayBack(answer, way) : answer
}

export default function ProveByEmail() {
  return <Prove page={useLoaderData<typeof loader>()} answer={useActionData<SignInAnswer>()} />
}
