import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { contactPage } from '~/domain/contacts/contacts-page.server'
import { putContactBack } from '~/domain/contacts/take-contact-back.server'
import { ButtonForm } from '~/domain/forms'
import type { ContactId, VenueId } from '~/domain/ids'
import { parseForm } from '~/http/form.server'
import { requireLiaison } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { AskFirst, NothingToDo } from '~/ui/ask-first'
import type { FormAnswer } from '~/ui/form'
import { contactWords } from '~/words/en/contacts'

export const meta: MetaFunction = () => [{ title: 'Put this contact back on the log? – Lamplight' }]

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
    await putContactBack(form.ctx, 'program', venueId, id)
    return redirect(paths.contacts('program', venueId))
  })
}

export default function PutContactBack() {
  const { words, isOwn, back: to } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  const back = { to, label: 'Back to the log' }
  if (!isOwn) return <NothingToDo title={words} why={contactWords.notTheirs.program} back={back} />
  return (
    <AskFirst
      question="Put this contact back on the log?"
      about={words}
      answer={answer}
      button="Put it back"
      pending="One moment…"
      look="go"
      back={back}
    >
      <li>Both sides read it again.</li>
    </AskFirst>
  )
}
