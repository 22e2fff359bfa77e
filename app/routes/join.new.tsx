import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { spend } from '~/domain/accounts/limits.server'
import { askedPath, askWithTypedVenue } from '~/domain/venues/ask-to-join.server'
import { TypedVenueAsNewcomerForm, TypedVenueForm } from '~/domain/venues/forms'
import { parseForm } from '~/http/form.server'
import { visit } from '~/http/guards.server'
import { confirmByEmail, personOrNull } from '~/http/newcomer.server'
import { respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button } from '~/ui/button'
import { TextArea, TextField } from '~/ui/fields'
import { Form, type FormAnswer } from '~/ui/form'
import { NewcomerFields } from '~/ui/newcomer-fields'

export const meta: MetaFunction = () => [{ title: 'Type in your venue – Lamplight' }]

export async function loader(args: LoaderFunctionArgs) {
  return { as: (await personOrNull(args))?.actor.person.name ?? null }
}

export async function action(args: ActionFunctionArgs) {
  const person = await personOrNull(args)
  if (person) {
    const form = await parseForm(args, person, TypedVenueForm)
    if (!form.ok) return form.answer
    return respond(form, async () => {
      await spend(form.ctx, 'join', { person: person.actor.person.id })
      return redirect(askedPath(await askWithTypedVenue(form.ctx, form.data)))
    })
  }
  const form = await parseForm(args, visit(args), TypedVenueAsNewcomerForm)
  if (!form.ok) return form.answer
  const { name, email, ...typed } = form.data
  const what = { kind: 'typed' as const, ...typed }
  return respond(form, () => confirmByEmail(args.request, form.ctx, { name, email, what }))
}

export default function JoinTyped() {
  const { as } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  return (
    <>
      <h1>Type in your venue</h1>
      <p className="lead">
        For a venue that is not on the list yet, such as a new one. A coordinator confirms that you
        belong there; until then you can write drafts.
      </p>
      <Form document answer={answer} label="Type in your venue">
        <TextField
          name="venue"
          label="Name of the venue"
          hint="As it stands at the door."
          autoCapitalize="words"
        />
        <TextField
          name="address"
          label="Street address"
          hint="With the city, such as: 1537 17th St NW, Washington, DC."
          autoComplete="street-address"
        />
        {as ? <p>You ask as {as}.</p> : <NewcomerFields />}
        <TextArea
          name="words"
          label="What you do at the venue"
          hint="A sentence is enough."
          optional
          rows={3}
          limit={500}
        />
        <Button look="go" pending="Sending…">
          {as ? 'Ask to join' : 'Send me a code by email'}
        </Button>
      </Form>
      <p>
        <a href={paths.join()}>Look on the list again</a>
      </p>
    </>
  )
}
