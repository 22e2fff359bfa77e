import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { LeaveForm, leaveOf } from '~/domain/accounts/people-forms'
import { programPersonFor } from '~/domain/accounts/program-person.server'
import { leavePage } from '~/domain/applications/leave-page.server'
import { liaisonLeaves } from '~/domain/applications/liaison-leaves.server'
import { addDays } from '~/domain/dates'
import type { PersonId } from '~/domain/ids'
import { parseForm } from '~/http/form.server'
import { requireCoordinator, requireProof } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { RadioGroup } from '~/ui/choices'
import { DateField, Select } from '~/ui/fields'
import { Form, type FormAnswer } from '~/ui/form'
import { countOf } from '~/words/en/format'

export const meta: MetaFunction = () => [{ title: 'Hand venues over – Lamplight' }]

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireCoordinator(args)
  const id = args.params.personId as PersonId
  return load(async () => {
    const { today, colleagues, ...page } = await leavePage(ctx, id)
    await requireProof(args, ctx)
    return {
      ...page,
      id,
      tomorrow: addDays(today, 1),
      districts: page.districts.map(({ id, name, answers, has }) => ({
        id,
        name,
        hint:
          answers > 0
            ? `${countOf(answers, 'application is', 'applications are')} open there in their hands.`
            : 'Nothing there is in their hands at the moment.',
        choices: [
          ...colleagues.map((each) => ({
            value: each.id,
            label: has.includes(each.id) ? `${each.name} (has this district too)` : each.name,
          })),
          { value: 'nobody', label: 'Nobody yet: its venues wait for the district' },
        ],
      })),
    }
  })
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireCoordinator(args)
  const personId = args.params.personId as PersonId
  await load(() => programPersonFor(ctx.db, ctx.actor, personId))
  await requireProof(args, ctx)
  const form = await parseForm(args, ctx, LeaveForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    await liaisonLeaves(form.ctx, personId, leaveOf(form.data))
    return redirect(paths.programPeople({ done: 'left' }))
  })
}

export default function Leave() {
  const { id, name, districts, tomorrow } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  const back = <ButtonLink to={paths.programPerson(id)}>Leave it as it is</ButtonLink>
  if (districts.length === 0) {
    return (
      <>
        <h1>There is nothing to hand over</h1>
        <p className="lead">{name} looks after no district.</p>
        {back}
      </>
    )
  }
  return (
    <>
      <h1>Hand over the venues of {name}</h1>
      <ul>
        <li>What is open moves to the colleague. Every date that a venue was told stays.</li>
        <li>
          Letters keep the name that wrote them. A letter that was not sent yet can be gone on with.
        </li>
        <li>
          Venues with something open, or with a certificate, are told by email who looks after them
          now. So are {name} and the colleague.
        </li>
      </ul>
      <Form answer={answer} label="Hand the venues over">
        {districts.map((district) => (
          <Select
            key={district.id}
            name={`to.${district.id}`}
            label={`Who looks after ${district.name} from now on?`}
            hint={district.hint}
            prompt="Choose a colleague"
            width="full"
            choices={district.choices}
          />
        ))}
        <RadioGroup
          name="how"
          legend={`Will ${name} come back?`}
          choices={[
            {
              value: 'leave',
              label: 'Yes, after a leave',
              hint: 'You give the districts back then.',
            },
            { value: 'good', label: 'No, for good' },
          ]}
        />
        <DateField
          name="until"
          label="On leave until"
          hint="Only for a leave. Nothing happens on that day by itself: you say when they are back."
          min={tomorrow}
          optional
        />
        <div className="actions">
          <Button look="go" pending="Handing over…">
            Hand over and tell everybody
          </Button>
          {back}
        </div>
      </Form>
    </>
  )
}
