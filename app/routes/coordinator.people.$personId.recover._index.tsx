import {
  type ActionFunctionArgs,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { programPersonFor } from '~/domain/accounts/program-person.server'
import { recoverStaff } from '~/domain/accounts/recover-staff.server'
import { ButtonForm } from '~/domain/forms'
import type { PersonId } from '~/domain/ids'
import { permit } from '~/domain/permissions/permission'
import { canRecoverStaff } from '~/domain/permissions/staff'
import { parseForm } from '~/http/form.server'
import { requireCoordinator, requireProof } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { Form, type FormAnswer } from '~/ui/form'
import { SpokenWord } from '~/ui/spoken-word'
import { addressed } from '~/words/en/names'

export const meta: MetaFunction = () => [{ title: 'A new sign-in – Lamplight' }]

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireCoordinator(args)
  const id = args.params.personId as PersonId
  return load(async () => {
    const person = await programPersonFor(ctx.db, ctx.actor, id)
    permit(canRecoverStaff(ctx.actor, id))
    await requireProof(args, ctx)
    return { id, name: addressed(person), email: person.email }
  })
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireCoordinator(args)
  const id = args.params.personId as PersonId
  await load(() => programPersonFor(ctx.db, ctx.actor, id))
  await requireProof(args, ctx)
  const form = await parseForm(args, ctx, ButtonForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    const word = await recoverStaff(form.ctx, id)
    return json({ word }, { headers: { 'Cache-Control': 'no-store' } })
  })
}

export default function Recover() {
  const { id, name, email } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer & { word?: string }>()
  if (answer?.word) {
    return (
      <SpokenWord word={answer.word} title={`Now call ${name}`} email={email}>
        <p>The old sign-in is closed. The word is good for two days and five tries.</p>
        <div className="actions">
          <ButtonLink to={paths.programPerson(id)}>Back to {name}</ButtonLink>
        </div>
      </SpokenWord>
    )
  }
  return (
    <>
      <h1>Give {name} a new sign-in?</h1>
      <p className="lead">
        For somebody who lost their phone or password, or whose sign-in leaked.
      </p>
      <ul>
        <li>
          Make sure that it is really them: see them, or call a number that you know. An email alone
          is not enough.
        </li>
        <li>
          Their password, app codes, passkeys and recovery codes stop working now, and they are
          signed out everywhere.
        </li>
        <li>
          A link goes to {email}. It opens only with a word that you read here, once, and tell them.
        </li>
        <li>They and every coordinator are told by email that you did this.</li>
      </ul>
      <Form answer={answer} label="Give them a new sign-in">
        <div className="actions">
          <Button look="danger" pending="Closing the old sign-in…">
            Close the old sign-in and send the link
          </Button>
          <ButtonLink to={paths.programPerson(id)}>Leave it as it is</ButtonLink>
        </div>
      </Form>
    </>
  )
}
