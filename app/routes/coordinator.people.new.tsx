import {
  type ActionFunctionArgs,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { InviteStaffForm } from '~/domain/accounts/invitation-forms'
import { inviteToPlace } from '~/domain/accounts/invite-to-place.server'
import { spend } from '~/domain/accounts/limits.server'
import { programRoles } from '~/domain/accounts/program-places'
import { districtsOf } from '~/domain/districts/queries.server'
import { parseForm } from '~/http/form.server'
import { requireCoordinator, requireProof } from '~/http/guards.server'
import { respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { CheckboxGroup, RadioGroup } from '~/ui/choices'
import { Select, TextField } from '~/ui/fields'
import { Form, type FormAnswer } from '~/ui/form'
import { SpokenWord } from '~/ui/spoken-word'
import { addressed, roleNames } from '~/words/en/names'
import { fieldNames } from '~/words/en/people'
import { roleMeans } from '~/words/en/places'

export const meta: MetaFunction = () => [{ title: 'Invite somebody to the program – Lamplight' }]

const roles = programRoles.map((role) => ({
  value: role,
  label: roleNames[role],
  hint: roleMeans[role],
}))
const fields = Object.entries(fieldNames).map(([value, label]) => ({ value, label }))

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireCoordinator(args)
  await requireProof(args, ctx)
  const districts = await districtsOf(ctx.db)
  return { districts: districts.map(({ id, name }) => ({ value: id, label: name })) }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireCoordinator(args)
  await requireProof(args, ctx)
  const form = await parseForm(args, ctx, InviteStaffForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    await spend(form.ctx, 'invitation', { person: ctx.actor.person.id })
    const { spokenWord } = await inviteToPlace(form.ctx, { ...form.data, venueId: null })
    if (!spokenWord) return redirect(paths.programPeople({ done: 'invited' }))
    const told = { word: spokenWord, name: addressed(form.data), email: form.data.email }
    return json({ told }, { headers: { 'Cache-Control': 'no-store' } })
  })
}

type Told = { word: string; name: string; email: string }

export default function InviteStaff() {
  const { districts } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer & { told?: Told }>()
  if (answer?.told) return <NowCall {...answer.told} />
  return (
    <>
      <h1>Invite somebody to the program</h1>
      <p className="lead">
        We send them a link that works for 7 days. For everybody but a district viewer, you get a
        word to tell them by phone. Then they set up a sign-in of their own.
      </p>
      <Form schema={InviteStaffForm} answer={answer} label="Invite somebody">
        <RadioGroup name="role" legend="What they are to the program" choices={roles} />
        <CheckboxGroup
          name="districts"
          legend="Districts"
          hint="For a liaison or a district viewer: tick all that are theirs. A partner reviewer without one reads in all districts."
          choices={districts}
        />
        <Select
          name="field"
          label="Field"
          hint="For a partner reviewer: whose standards they comment on."
          prompt="None"
          width="full"
          choices={fields}
        />
        <TextField name="name" label="Their name" autoComplete="off" autoCapitalize="words" />
        <TextField
          name="title"
          label="Their title"
          hint="As you would say it before the name, like Sgt. or Dr."
          autoComplete="off"
          width="m"
          optional
        />
        <TextField
          name="email"
          type="email"
          label="Their email address"
          hint="Their own address at work: whoever reads this mail gets the link."
          autoComplete="off"
          inputMode="email"
          autoCapitalize="none"
          spellCheck={false}
        />
        <div className="actions">
          <Button look="go" pending="Sending…">
            Send the invitation
          </Button>
          <ButtonLink to={paths.programPeople()}>Not now</ButtonLink>
        </div>
      </Form>
    </>
  )
}

function NowCall({ word, name, email }: Told) {
  return (
    <SpokenWord word={word} title={`Now call ${name}`} email={email}>
      <p>The link works for 7 days, and the word is good for five tries.</p>
      <div className="actions">
        <ButtonLink to={paths.programPeople()}>Back to everybody</ButtonLink>
      </div>
    </SpokenWord>
  )
}
