import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { askColleague } from '~/domain/feedback/ask-colleague.server'
import { AskForm } from '~/domain/feedback/colleague-forms'
import { askPage } from '~/domain/feedback/peer-read.server'
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
  { title: `Ask a colleague about ${data?.venue ?? 'a venue'} – Lamplight` },
]

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireReviewer(args)
  return load(() => askPage(ctx, args.params.applicationId as ApplicationId))
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireReviewer(args)
  const form = await parseForm(args, ctx, AskForm)
  if (!form.ok) return form.answer
  const applicationId = args.params.applicationId as ApplicationId
  return respond(form, async () => {
    await askColleague(form.ctx, applicationId, form.data)
    return redirect(paths.askColleague(applicationId))
  })
}

export default function AskColleague() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  return (
    <>
      <p className="kicker">
        <Link to={paths.response(page.applicationId)}>Your response to {page.venue}</Link>
      </p>
      <h1>Ask a colleague to read this first</h1>
      <p className="lead">
        They see this one application and your draft until they hand it back or you send it, and
        suggest other words in place. You take them or leave them.
      </p>
      <p className="soft">
        {page.venue} sees that they read along. It sees nothing of the draft, nor of what they
        suggest.
      </p>
      <p>
        <Link to={paths.askForPart(page.applicationId)}>Ask for a part of the letter instead</Link>:
        a partner reviewer about their field, or a colleague about one area.
      </p>
      <Asked page={page} />
      {page.writing ? (
        <Form answer={answer} label="Ask a colleague">
          <Select
            name="colleague"
            label="Who reads it first"
            hint="Of your own district, or of another one."
            prompt="Choose a colleague"
            choices={page.colleagues}
          />
          <TextArea
            name="words"
            label="What you would like them to look at"
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
        <Notice>There is no draft to read at the moment.</Notice>
      )}
    </>
  )
}

type Page = ReturnType<typeof useLoaderData<typeof loader>>

function Asked({ page: { applicationId, asked } }: { page: Page }) {
  if (asked.length === 0) return null
  return (
    <section className="flow">
      <h2>Whom you asked</h2>
      <ul className="plain flow">
        {asked.map(({ id, name, writes, askedOn, doneOn }) => (
          <li key={id}>
            {name}, asked on {askedOn} {writes ? 'for a part of the letter' : 'to read it first'}.{' '}
            {doneOn ? (
              `Done on ${doneOn}.`
            ) : (
              <Form
                action={paths.takeQuestionBack(applicationId, id)}
                label={`Take the question to ${name} back`}
              >
                <Button small pending="Saving…">
                  Take the question back
                </Button>
              </Form>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
