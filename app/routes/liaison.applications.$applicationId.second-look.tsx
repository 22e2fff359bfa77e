import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import type { ApplicationId } from '~/domain/ids'
import { answerSecondLook } from '~/domain/second-looks/answer-second-look.server'
import { AnswerSecondLookForm, wordsLimit } from '~/domain/second-looks/forms'
import { answerPage } from '~/domain/second-looks/pages.server'
import { parseForm } from '~/http/form.server'
import { requireReviewer } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { TextArea } from '~/ui/fields'
import { Form, type FormAnswer } from '~/ui/form'
import { Notice } from '~/ui/notice'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Your second look at ${data?.venue ?? 'an application'} – Lamplight` },
]

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireReviewer(args)
  return load(() => answerPage(ctx, args.params.applicationId as ApplicationId))
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireReviewer(args)
  const form = await parseForm(args, ctx, AnswerSecondLookForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    await answerSecondLook(form.ctx, args.params.applicationId as ApplicationId, form.data)
    return redirect(paths.desk())
  })
}

export default function AnswerSecondLook() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  return (
    <>
      <p className="kicker">
        <Link to={paths.review(page.applicationId)}>What {page.venue} shared</Link>
      </p>
      <h1>Your second look at {page.venue}</h1>
      <Notice title="What the venue would like looked at">
        <p className="pre">{page.words}</p>
      </Notice>
      <Form answer={answer} schema={AnswerSecondLookForm} label="Your answer">
        <TextArea
          name="words"
          label="Your answer, with its reasons"
          hint={`In plain words: what you looked at, what you find, and why. ${page.venue} and its liaison read it. You answer once, and do not see the application any more from then on.`}
          rows={10}
          limit={wordsLimit}
          width="full"
        />
        <div className="actions">
          <Button look="go" pending="Sending…">
            Send your answer
          </Button>
          <ButtonLink to={paths.review(page.applicationId)}>Read on first</ButtonLink>
        </div>
      </Form>
    </>
  )
}
