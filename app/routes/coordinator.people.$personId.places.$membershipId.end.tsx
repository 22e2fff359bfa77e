import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { endProgramPlace } from '~/domain/accounts/end-program-place.server'
import { placeOf, programPersonFor } from '~/domain/accounts/program-person.server'
import { ButtonForm } from '~/domain/forms'
import type { MembershipId, PersonId } from '~/domain/ids'
import { parseForm } from '~/http/form.server'
import { requireCoordinator, requireProof } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { AskFirst } from '~/ui/ask-first'
import type { FormAnswer } from '~/ui/form'
import { addressed } from '~/words/en/names'
import { programPlaceWords } from '~/words/en/people'

export const meta: MetaFunction = () => [{ title: 'End a place – Lamplight' }]

type Params = { personId: PersonId; membershipId: MembershipId }

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireCoordinator(args)
  const { personId, membershipId } = args.params as Params
  return load(async () => {
    const person = await programPersonFor(ctx.db, ctx.actor, personId)
    const place = programPlaceWords(placeOf(person, membershipId))
    await requireProof(args, ctx)
    return {
      id: personId,
      name: addressed(person),
      place,
      last: person.places.length === 1,
      own: personId === ctx.actor.person.id,
    }
  })
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireCoordinator(args)
  const { personId, membershipId } = args.params as Params
  await requireProof(args, ctx)
  const form = await parseForm(args, ctx, ButtonForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    const { last } = await endProgramPlace(form.ctx, personId, membershipId)
    if (personId === ctx.actor.person.id) return redirect(paths.signIn())
    const done = { done: 'ended' }
    return redirect(last ? paths.programPeople(done) : paths.programPerson(personId, done))
  })
}

export default function EndPlace() {
  const { id, name, place, last, own } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  return (
    <AskFirst
      question={`End this place of ${name}?`}
      about={place}
      answer={answer}
      button="End it"
      pending="Ending it…"
      back={{ to: paths.programPerson(id), label: 'Leave it as it is' }}
    >
      <li>
        {own
          ? 'It ends now, and you are signed out everywhere.'
          : 'It ends now. They are signed out everywhere, and told by email.'}
      </li>
      <li>What was written and decided in it stays, with their name.</li>
      {last ? <li>It is their last place, so they are out of the program.</li> : null}
    </AskFirst>
  )
}
