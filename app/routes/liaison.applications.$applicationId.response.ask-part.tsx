import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { askForPart, askPartPage } from '~/domain/feedback/ask-part.server'
import { AskPartForm } from '~/domain/feedback/colleague-forms'
import type { ApplicationId } from '~/domain/ids'
import { parseForm } from '~/http/form.server'
import { requireReviewer } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { Select, TextArea } from '~/ui/fields'
import { Form, type FormAnswer } from '~/ui/form'
import { Notice } from '~/ui/notice'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Ask for a part of the letter to ${data?.venue ?? 'a venue'} – Lamplight` },
]

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireReviewer(args)
  return load(() => askPartPage(ctx, args.params.applicationId as ApplicationId))
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireReviewer(args)
  const form = await parseForm(args, ctx, AskPartForm)
  if (!form.ok) return form.answer
  const applicationId = args.params.applicationId as ApplicationId
  return respond(form, async () => {
    await askForPart(form.ctx, applicationId, form.data)
    return redirect(paths.askColleague(applicationId))
  })
}

export default function AskForPart() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  return (
    <>
      <p className="kicker">
        <Link to={paths.response(page.applicationId)}>Your response to {page.venue}</Link>
      </p>
      <h1>Ask for a part of the letter</h1>
      <p className="lead">
        A partner reviewer writes about the standards of their field, a colleague about one area.
        You read their part, take it into your letter with their name, or leave it out.
      </p>
      <p className="soft">
        They see what {page.venue} shared on these standards, and nothing else. {page.venue} sees
        that they were asked.
      </p>
      {page.writing ? (
        <Form answer={answer} label="Ask for a part">
          <Select
            name="writer"
            label="Who writes it"
            prompt="Choose a partner or a colleague"
            choices={page.writers}
          />
          <Select
            name="area"
            label="Which area"
            hint="For a colleague. A partner writes about the standards of their field."
            optional
            prompt="Choose an area"
            choices={page.areas}
          />
          <TextArea
            name="words"
            label="What you would like to hear from them"
            optional
            rows={3}
            width="full"
          />
          <div className="actions">
            <Button look="go" pending="Asking…">
              Ask them
            </Button>
            <ButtonLink to={paths.response(page.applicationId)}>Back to writing</ButtonLink>
          </div>
        </Form>
      ) : (
        <Notice>There is no letter in draft at the moment.</Notice>
      )}
    </>
  )
}
