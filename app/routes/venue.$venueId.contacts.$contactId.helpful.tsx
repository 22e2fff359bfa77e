import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { answerHelpful } from '~/domain/contacts/answer-helpful.server'
import { contactPage } from '~/domain/contacts/contacts-page.server'
import { HelpfulForm } from '~/domain/contacts/forms'
import type { ContactId } from '~/domain/ids'
import { parseForm } from '~/http/form.server'
import { requireOwner } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { RadioGroup } from '~/ui/choices'
import { Form, type FormAnswer } from '~/ui/form'

export const meta: MetaFunction = () => [{ title: 'Was it helpful? – Lamplight' }]

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  return load(() => contactPage(ctx, 'venue', venueId, args.params.contactId as ContactId))
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  const form = await parseForm(args, ctx, HelpfulForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    const id = args.params.contactId as ContactId
    await answerHelpful(form.ctx, venueId, id, form.data.helpful)
    return redirect(paths.contacts('venue', venueId))
  })
}

export default function WasItHelpful() {
  const { words, helpful, back } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  return (
    <>
      <h1>Was it helpful?</h1>
      <p className="lead">{words}</p>
      <p>Your liaison reads your answer. You can change it whenever you like.</p>
      <Form schema={HelpfulForm} answer={answer} values={{ helpful }}>
        <RadioGroup
          name="helpful"
          legend="Your answer"
          chips
          choices={[
            { value: 'yes', label: 'Yes' },
            { value: 'no', label: 'No' },
          ]}
        />
        <div className="actions">
          <Button look="go" pending="Saving…">
            Save the answer
          </Button>
          <ButtonLink to={back}>Back to the log</ButtonLink>
        </div>
      </Form>
    </>
  )
}
