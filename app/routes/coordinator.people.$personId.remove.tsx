import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { programPersonFor } from '~/domain/accounts/program-person.server'
import { removePerson } from '~/domain/accounts/remove-person.server'
import { ButtonForm } from '~/domain/forms'
import type { PersonId } from '~/domain/ids'
import { permit } from '~/domain/permissions/permission'
import { canRemovePerson } from '~/domain/permissions/staff'
import { parseForm } from '~/http/form.server'
import { requireCoordinator, requireProof } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { AskFirst } from '~/ui/ask-first'
import type { FormAnswer } from '~/ui/form'
import { addressed } from '~/words/en/names'

export const meta: MetaFunction = () => [{ title: 'Take somebody out of the program – Lamplight' }]

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireCoordinator(args)
  const id = args.params.personId as PersonId
  return load(async () => {
    const person = await programPersonFor(ctx.db, ctx.actor, id)
    permit(canRemovePerson(ctx.actor, id))
    await requireProof(args, ctx)
    return { id, name: addressed(person) }
  })
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireCoordinator(args)
  const personId = args.params.personId as PersonId
  await requireProof(args, ctx)
  const form = await parseForm(args, ctx, ButtonForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    await removePerson(form.ctx, personId)
    return redirect(paths.programPeople({ done: 'removed' }))
  })
}

export default function RemovePerson() {
  const { id, name } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  return (
    <AskFirst
      question={`Take ${name} out of the program?`}
      answer={answer}
      button="Take them out"
      pending="Taking them out…"
      back={{ to: paths.programPerson(id), label: 'Leave it as it is' }}
    >
      <li>
        Everything that they are to the program ends now. They are signed out everywhere, and told
        by email.
      </li>
      <li>
        What they wrote and decided stays, with their name: letters, certificates and the record.
      </li>
      <li>Where they belong to a venue, they go on there.</li>
      <li>You can invite them again at any time.</li>
    </AskFirst>
  )
}
