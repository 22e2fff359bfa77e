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
import type { ContactId } from '~/domain/ids'
import { parseForm } from '~/http/form.server'
import { requireOwner } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { AskFirst, NothingToDo } from '~/ui/ask-first'
import type { FormAnswer } from '~/ui/form'
import { contactWords } from '~/words/en/contacts'

export const meta: MetaFunction = () => [{ title: 'Put this contact back on the log? – Lamplight' }]

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  const id = args.params.contactId as ContactId
  return load(() => contactPage(ctx, 'venue', venueId, id))
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  const form = await parseForm(args, ctx, ButtonForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    const id = args.params.contactId as ContactId
    await putContactBack(form.ctx, 'venue', venueId, id)
    return redirect(paths.contacts('venue', venueId))
  })
}

export default function PutContactBack() {
  const { words, isOwn, back: to } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  const back = { to, label: 'Back to the log' }
  if (!isOwn) return <NothingToDo title={words} why={contactWords.notTheirs.venue} back={back} />
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
