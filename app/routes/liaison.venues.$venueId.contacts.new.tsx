import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { newContactPage } from '~/domain/contacts/contacts-page.server'
import { ContactForm } from '~/domain/contacts/forms'
import { logContact } from '~/domain/contacts/log-contact.server'
import type { VenueId } from '~/domain/ids'
import { parseForm } from '~/http/form.server'
import { requireLiaison } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { ContactFields } from '~/ui/contact-fields'
import { Form, type FormAnswer } from '~/ui/form'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `A contact: ${data?.venue ?? 'a venue'} – Lamplight` },
]

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireLiaison(args)
  const venueId = args.params.venueId as VenueId
  return load(() => newContactPage(ctx, 'program', venueId))
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireLiaison(args)
  const venueId = args.params.venueId as VenueId
  const form = await parseForm(args, ctx, ContactForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    const saved = await logContact(form.ctx, 'program', venueId, form.data)
    return redirect(paths.contacts('program', venueId, { saved }))
  })
}

export default function NewContact() {
  const { venue, today, back } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  return (
    <>
      <h1>A contact: {venue}</h1>
      <p className="lead">
        The venue reads it too, and says whether it was helpful. Nothing here is an incident report.
      </p>
      <Form schema={ContactForm} answer={answer}>
        <ContactFields side="program" today={today} back={back} />
      </Form>
    </>
  )
}
