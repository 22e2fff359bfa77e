import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { liaisonBack } from '~/domain/accounts/liaison-back.server'
import { programPersonFor } from '~/domain/accounts/program-person.server'
import { ButtonForm } from '~/domain/forms'
import type { PersonId } from '~/domain/ids'
import { parseForm } from '~/http/form.server'
import { requireCoordinator, requireProof } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { AskFirst, NothingToDo } from '~/ui/ask-first'
import type { FormAnswer } from '~/ui/form'
import { addressed } from '~/words/en/names'

export const meta: MetaFunction = () => [{ title: 'Back from leave – Lamplight' }]

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireCoordinator(args)
  const id = args.params.personId as PersonId
  return load(async () => {
    const person = await programPersonFor(ctx.db, ctx.actor, id)
    await requireProof(args, ctx)
    return { id, name: addressed(person), away: person.awayUntil !== null }
  })
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireCoordinator(args)
  const personId = args.params.personId as PersonId
  await load(() => programPersonFor(ctx.db, ctx.actor, personId))
  await requireProof(args, ctx)
  const form = await parseForm(args, ctx, ButtonForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    await liaisonBack(form.ctx, personId)
    return redirect(paths.programPerson(personId, { done: 'back' }))
  })
}

export default function LiaisonBack() {
  const { id, name, away } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  if (!away && !answer) {
    return (
      <NothingToDo
        title={`${name} is not on leave`}
        why="Their districts are with them, so there is nothing to give back."
        back={{ to: paths.programPerson(id), label: `Back to ${name}` }}
      />
    )
  }
  return (
    <AskFirst
      question={`Is ${name} back?`}
      answer={answer}
      button="Give the districts back"
      pending="Giving them back…"
      look="go"
      back={{ to: paths.programPerson(id), label: 'Leave it as it is' }}
    >
      <li>Their districts are theirs again from now on, and they are told by email.</li>
      <li>
        Their colleague keeps the districts too, and goes on with what they have answered since. You
        can end that on the page of the colleague.
      </li>
    </AskFirst>
  )
}
