import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { programPersonFor, programPersonPage } from '~/domain/accounts/program-person.server'
import { unlockStaff } from '~/domain/accounts/unlock-staff.server'
import { ButtonForm } from '~/domain/forms'
import type { PersonId } from '~/domain/ids'
import { permit } from '~/domain/permissions/permission'
import { canUnlockStaff } from '~/domain/permissions/staff'
import { parseForm } from '~/http/form.server'
import { requireCoordinator, requireProof } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { AskFirst, NothingToDo } from '~/ui/ask-first'
import type { FormAnswer } from '~/ui/form'
import { addressed } from '~/words/en/names'

export const meta: MetaFunction = () => [{ title: 'Release a locked account – Lamplight' }]

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireCoordinator(args)
  const id = args.params.personId as PersonId
  return load(async () => {
    const person = await programPersonPage(ctx, id)
    permit(canUnlockStaff(ctx.actor, id))
    await requireProof(args, ctx)
    return { id, name: addressed(person), locked: person.signIn.lockedAt !== null }
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
    await unlockStaff(form.ctx, personId)
    return redirect(paths.programPerson(personId, { done: 'unlocked' }))
  })
}

export default function Unlock() {
  const { id, name, locked } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  if (!locked && !answer) {
    return (
      <NothingToDo
        title="There is nothing to release"
        why={`The account of ${name} is not locked.`}
        back={{ to: paths.programPerson(id), label: `Back to ${name}` }}
      />
    )
  }
  return (
    <AskFirst
      question={`Release the account of ${name}?`}
      answer={answer}
      button="Release the account"
      pending="Releasing…"
      look="go"
      back={{ to: paths.programPerson(id), label: 'Leave it as it is' }}
    >
      <li>
        Five tries did not fit. Ask them by phone first whether it was them: if it was not, somebody
        may know their address and guess.
      </li>
      <li>From now on the password can be tried again from any browser. Nothing else changes.</li>
    </AskFirst>
  )
}
