import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { programPersonFor, programPersonPage } from '~/domain/accounts/program-person.server'
import { withdrawRecovery } from '~/domain/accounts/withdraw-recovery.server'
import { ButtonForm } from '~/domain/forms'
import type { PersonId } from '~/domain/ids'
import { permit } from '~/domain/permissions/permission'
import { canRecoverStaff } from '~/domain/permissions/staff'
import { parseForm } from '~/http/form.server'
import { requireCoordinator, requireProof } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { AskFirst, NothingToDo } from '~/ui/ask-first'
import type { FormAnswer } from '~/ui/form'
import { addressed } from '~/words/en/names'

export const meta: MetaFunction = () => [{ title: 'Take a link back – Lamplight' }]

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireCoordinator(args)
  const id = args.params.personId as PersonId
  return load(async () => {
    const person = await programPersonPage(ctx, id)
    permit(canRecoverStaff(ctx.actor, id))
    await requireProof(args, ctx)
    return { id, name: addressed(person), open: person.link?.recovery === true }
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
    await withdrawRecovery(form.ctx, personId)
    return redirect(paths.programPerson(personId, { done: 'recovery_withdrawn' }))
  })
}

export default function WithdrawRecovery() {
  const { id, name, open } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  if (!open && !answer) {
    return (
      <NothingToDo
        title="There is no link to take back"
        why="It was used, has run out, or was taken back already."
        back={{ to: paths.programPerson(id), label: `Back to ${name}` }}
      />
    )
  }
  return (
    <AskFirst
      question={`Take the link back that went to ${name}?`}
      answer={answer}
      button="Take the link back"
      pending="Taking it back…"
      back={{ to: paths.programPerson(id), label: 'Leave it as it is' }}
    >
      <li>The link opens nothing any more, even with the right word.</li>
      <li>The old sign-in stays closed. To let them in, make a new one.</li>
    </AskFirst>
  )
}
