import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { assign } from '~/domain/applications/assign.server'
import { AssignForm } from '~/domain/applications/hands-forms'
import { assignPage } from '~/domain/applications/hands-page.server'
import type { ApplicationId, PersonId } from '~/domain/ids'
import { parseForm } from '~/http/form.server'
import { requireReviewer } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button } from '~/ui/button'
import { RadioGroup } from '~/ui/choices'
import { HiddenField, TextArea } from '~/ui/fields'
import { Form, type FormAnswer } from '~/ui/form'
import { Notice } from '~/ui/notice'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `In whose hands: ${data?.venue ?? 'a venue'} – Lamplight` },
]

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireReviewer(args)
  return load(() => assignPage(ctx, args.params.applicationId as ApplicationId))
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireReviewer(args)
  const form = await parseForm(args, ctx, AssignForm)
  if (!form.ok) return form.answer
  const applicationId = args.params.applicationId as ApplicationId
  const { to, words, seen } = form.data
  return respond(form, async () => {
    await assign(form.ctx, applicationId, { to: to as PersonId, words, seen })
    return redirect(paths.review(applicationId))
  })
}

export default function Assign() {
  const { applicationId, venue, seen, colleagues } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  return (
    <>
      <p className="kicker">
        <Link to={paths.review(applicationId)}>{venue}</Link>
      </p>
      <h1>In whose hands should {venue} be?</h1>
      <p className="lead">
        Every date that the venue was told stays. A response that was begun is gone on with.
      </p>
      {colleagues.length > 0 ? (
        <Form answer={answer} values={{ to: seen }}>
          <RadioGroup
            name="to"
            legend="Who answers this venue?"
            hint="Liaisons of its district with this year’s reviewer agreement, who have not stepped back from it."
            choices={colleagues}
          />
          <TextArea
            name="words"
            label="A word to your colleague"
            optional
            rows={3}
            limit={500}
            hint="It stands with the application. The liaisons of the district and the coordinators read it, and the venue does not."
          />
          <HiddenField name="seen" value={seen} />
          <Button look="go" pending="Saving…">
            Put it into their hands
          </Button>
        </Form>
      ) : (
        <Notice title="Nobody could review it at the moment">
          A liaison of its district needs this year’s reviewer agreement. A coordinator can give the
          district to somebody.
        </Notice>
      )}
    </>
  )
}
