import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData, useParams } from '@remix-run/react'
import { isOpen } from '~/domain/applications/application'
import { StartForm } from '~/domain/applications/forms'
import { applicationOfVenue } from '~/domain/applications/queries.server'
import { startApplication } from '~/domain/applications/start-application.server'
import { parseForm } from '~/http/form.server'
import { requireOwner } from '~/http/guards.server'
import { noReadinessCookie, readReadiness } from '~/http/readiness-cookie.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { Checkbox } from '~/ui/choices'
import { Form, type FormAnswer } from '~/ui/form'
import { PrivateNotice } from '~/ui/notice'
import { notices } from '~/words/en/notices'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${titleOf(data)} – Lamplight` },
]

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  const newest = await load(() => applicationOfVenue(ctx.db, ctx.actor, venueId))
  return {
    underWay: newest !== null && isOpen(newest.state),
    renewal: newest?.state === 'accredited' || newest?.state === 'refresh_due',
    /** The answers are in this browser; they are shown nowhere before somebody takes them along. */
    readiness: (await readReadiness(args.request)) !== null,
  }
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  const form = await parseForm(args, ctx, StartForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    const brought = await readReadiness(args.request)
    await startApplication(form.ctx, venueId, form.data.readiness === 'yes' ? brought : null)
    const headers = brought ? { 'Set-Cookie': await noReadinessCookie() } : undefined
    return redirect(paths.application(venueId), { headers })
  })
}

export default function Start() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  if (page.underWay && !answer) return <UnderWay readiness={page.readiness} />
  return (
    <>
      <h1>{titleOf(page)}</h1>
      <p className="lead">
        It takes no promise. You write at your own pace, and share if you like.
      </p>
      {page.renewal ? <WhatARenewalIs /> : <WhatItIs />}
      <PrivateNotice>
        {page.renewal ? notices.privateSinceShare : notices.privateToTeam}
      </PrivateNotice>
      <Form answer={answer}>
        {page.readiness ? (
          <Checkbox
            name="readiness"
            label="You answered the readiness check. Take the answers along"
            hint="They then stand beside each standard, for your own team only. Nobody else reads them."
            defaultChecked
          />
        ) : null}
        <div className="actions">
          <Button look="go" pending="Starting…">
            {titleOf(page)}
          </Button>
        </div>
      </Form>
    </>
  )
}

/** A venue has one open application, and what it says there is newer than any check. */
function UnderWay({ readiness }: { readiness: boolean }) {
  const { venueId = '' } = useParams()
  return (
    <>
      <h1>Your application is under way already</h1>
      {readiness ? (
        <p className="lead">
          Answers of the readiness check come along only when an application begins, so these stay
          out of it. Each standard shows how far you are.
        </p>
      ) : (
        <p className="lead">It waits as you left it, at your own pace.</p>
      )}
      <ButtonLink to={paths.application(venueId)} look="go">
        Go to your application
      </ButtonLink>
    </>
  )
}

function titleOf(page: { renewal: boolean } | undefined): string {
  return page?.renewal ? 'Start your renewal' : 'Start your application'
}

function WhatItIs() {
  return (
    <ul>
      <li>You see every standard with an example, a template and somebody who can help.</li>
      <li>Much of it you may have already: a policy, a class your team took, a sign by the bar.</li>
      <li>You can pause or leave at any moment, without a mark.</li>
    </ul>
  )
}

function WhatARenewalIs() {
  return (
    <ul>
      <li>It begins with everything that stood there before. You change what has changed.</li>
      <li>Your certificate stays as it is meanwhile.</li>
      <li>You can pause or leave at any moment, without a mark.</li>
    </ul>
  )
}
