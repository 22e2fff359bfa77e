import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { nobody, StepBackForm } from '~/domain/applications/hands-forms'
import { stepBackPage } from '~/domain/applications/hands-page.server'
import { stepBack } from '~/domain/applications/step-back.server'
import type { ApplicationId, PersonId } from '~/domain/ids'
import { parseForm } from '~/http/form.server'
import { requireReviewer } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { RadioGroup } from '~/ui/choices'
import { TextArea } from '~/ui/fields'
import { Form, type FormAnswer } from '~/ui/form'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Step back from ${data?.venue ?? 'a venue'} – Lamplight` },
]

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireReviewer(args)
  return load(() => stepBackPage(ctx, args.params.applicationId as ApplicationId))
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireReviewer(args)
  const form = await parseForm(args, ctx, StepBackForm)
  if (!form.ok) return form.answer
  const { reason, to } = form.data
  return respond(form, async () => {
    const colleague = to === nobody ? null : (to as PersonId)
    const applicationId = args.params.applicationId as ApplicationId
    await stepBack(form.ctx, applicationId, { reason, to: colleague })
    return redirect(paths.desk({ done: 'stepped_back' }))
  })
}

export default function StepBack() {
  const { applicationId, venue, inHand, colleagues } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  return (
    <>
      <p className="kicker">
        <Link to={paths.review(applicationId)}>{venue}</Link>
      </p>
      <h1>Step back from {venue}?</h1>
      <p className="lead">
        If you know its people well, have a stake in it, or are not neutral for another reason,
        somebody else should read it.
      </p>
      <ul>
        <li>From that moment you read nothing of this application any more.</li>
        <li>What you wrote so far stays, with your name. Every date that it was told stays too.</li>
        <li>
          The venue reads on its page that you stepped back, and not why. A coordinator can let you
          review it again.
        </li>
      </ul>
      <Form answer={answer} values={{ to: nobody }}>
        {inHand ? (
          <RadioGroup
            name="to"
            legend="Who goes on with it?"
            choices={[
              ...colleagues,
              { value: nobody, label: 'Nobody yet: it waits on the desk of the district' },
            ]}
          />
        ) : null}
        <TextArea
          name="reason"
          label="Why"
          optional
          rows={3}
          limit={500}
          hint="Only coordinators read this."
        />
        <div className="actions">
          <Button look="go" pending="Stepping back…">
            Step back
          </Button>
          <ButtonLink to={paths.review(applicationId)}>Keep reading it</ButtonLink>
        </div>
      </Form>
    </>
  )
}
