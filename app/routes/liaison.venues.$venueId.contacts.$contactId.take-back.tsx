import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { contactPage } from '~/domain/contacts/contacts-page.server'
import { takeContactBack } from '~/domain/contacts/take-contact-back.server'
import { ButtonForm } from '~/domain/forms'
import type { ContactId, VenueId } from '~/domain/ids'
import { parseForm } from '~/http/form.server'
import { requireLiaison } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { AskFirst, NothingToDo } from '~/ui/ask-first'
import type { FormAnswer } from '~/ui/form'
import { contactWords } from '~/words/en/contacts'

export const meta: MetaFunction = () => [{ title: 'Take this contact off the log? – Lamplight' }]

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireLiaison(args)
  const venueId = args.params.venueId as VenueId
  const id = args.params.contactId as ContactId
  return load(() => contactPage(ctx, 'program', venueId, id))
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireLiaison(args)
  const venueId = args.params.venueId as VenueId
  const form = await parseForm(args, ctx, ButtonForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    const id = args.params.contactId as ContactId
    await takeContactBack(form.ctx, 'program', venueId, id)
    return redirect(paths.contacts('program', venueId, { gone: id }))
  })
}

export default function TakeContactBack() {
  const { words, isOwn, back: to } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  const back = { to, label: 'Back to the log' }
  if (!isOwn) return <NothingToDo title={words} why={contactWords.notTheirs.program} back={back} />
  return (
    <AskFirst
      question="Take this contact off the log?"
      about={words}
      answer={answer}
      button="Take it off"
      pending="One moment…"
      back={back}
    >
      <li>It is gone for both sides. You can put it back right afterwards.</li>
    </AskFirst>
  )
}
