import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { takeQuestionBack } from '~/domain/feedback/end-reading.server'
import { askPage } from '~/domain/feedback/peer-read.server'
import { ButtonForm } from '~/domain/forms'
import type { ApplicationId } from '~/domain/ids'
import { parseForm } from '~/http/form.server'
import { requireReviewer } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { Form, type FormAnswer } from '~/ui/form'

export const meta: MetaFunction = () => [{ title: 'Take the question back – Lamplight' }]

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireReviewer(args)
  return load(async () => {
    const page = await askPage(ctx, args.params.applicationId as ApplicationId)
    const asked = page.asked.find(({ id, doneOn }) => id === args.params.accessId && !doneOn)
    return { applicationId: page.applicationId, name: asked?.name ?? null }
  })
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireReviewer(args)
  const form = await parseForm(args, ctx, ButtonForm)
  if (!form.ok) return form.answer
  const applicationId = args.params.applicationId as ApplicationId
  return respond(form, async () => {
    await takeQuestionBack(form.ctx, applicationId, args.params.accessId ?? '')
    return redirect(paths.askColleague(applicationId))
  })
}

export default function TakeQuestionBack() {
  const { applicationId, name } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  return (
    <>
      <h1>Take the question back</h1>
      <Form answer={answer} label="Take the question back">
        <p>
          {name
            ? `${name} does not see this application any more from then on.`
            : 'This colleague is not reading the draft any more.'}
        </p>
        <div className="actions">
          {name ? (
            <Button look="go" pending="Saving…">
              Take the question back
            </Button>
          ) : null}
          <ButtonLink to={paths.askColleague(applicationId)}>Leave it as it is</ButtonLink>
        </div>
      </Form>
    </>
  )
}
