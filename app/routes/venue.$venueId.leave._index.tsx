import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ButtonForm } from '~/domain/forms'
import { permit } from '~/domain/permissions/permission'
import { canLeaveProgram } from '~/domain/permissions/privacy'
import { daysToChangeOnesMind, leaveProgram } from '~/domain/privacy/leave-program.server'
import { leavingOf } from '~/domain/privacy/leaving.server'
import { venueFor } from '~/domain/venues/queries.server'
import { parseForm } from '~/http/form.server'
import { requireOwner, requireProof } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { Form, type FormAnswer } from '~/ui/form'
import { Notice } from '~/ui/notice'
import { formatDay } from '~/words/en/format'

export const meta: MetaFunction = () => [{ title: 'Leave the program – Lamplight' }]

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  return load(async () => {
    const { name } = await venueFor(ctx.db, ctx.actor, venueId)
    permit(canLeaveProgram(ctx.actor, venueId))
    const leaving = await leavingOf(ctx, venueId)
    return {
      ...{ venueId, name, days: daysToChangeOnesMind },
      leaving: leaving && { until: formatDay(leaving.until), isOver: leaving.isOver },
    }
  })
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  await load(async () => permit(canLeaveProgram(ctx.actor, venueId)))
  await requireProof(args, ctx)
  const form = await parseForm(args, ctx, ButtonForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    await leaveProgram(form.ctx, venueId)
    return redirect(paths.leaveProgram(venueId))
  })
}

export default function Leave() {
  const { leaving } = useLoaderData<typeof loader>()
  return leaving ? <HasLeft {...leaving} /> : <MayLeave />
}

function HasLeft({ until, isOver }: { until: string; isOver: boolean }) {
  const { venueId, name } = useLoaderData<typeof loader>()
  return (
    <>
      <h1>{name} has left the program</h1>
      {isOver ? (
        <p className="lead">
          What you never shared is being removed. You are welcome back any day.
        </p>
      ) : (
        <>
          <p className="lead">
            Until {until} nothing is removed, and you can change your mind. After that day we remove
            what you never shared.
          </p>
          <Form action={paths.undoLeaving(venueId)} label="Change your mind">
            <div className="actions">
              <Button look="go" pending="One moment…">
                I changed my mind
              </Button>
              <ButtonLink to={paths.venueData(venueId)}>Download everything</ButtonLink>
            </div>
          </Form>
        </>
      )}
      <Stays />
    </>
  )
}

function MayLeave() {
  const { venueId, name, days } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  return (
    <>
      <h1>Leave the program with {name}?</h1>
      <p className="lead">
        The program is voluntary, so this is yours to decide, and nobody asks why. If you only need
        a break, you can pause or step away instead: then nothing is removed.
      </p>
      <Notice title="Take a copy along first">
        <p>One download holds everything that you wrote and heard.</p>
        <ButtonLink to={paths.venueData(venueId)}>Download everything</ButtonLink>
      </Notice>
      <section className="section flow" aria-labelledby="today">
        <h2 id="today">What happens today</h2>
        <ul>
          <li>An application that is under way ends.</li>
          <li>
            A certificate that you hold is given back, and your venue leaves the public list. You
            cannot take that back here, but you can apply again.
          </li>
          <li>Owners and managers of your venue hear of it by email.</li>
        </ul>
      </section>
      <section className="section flow" aria-labelledby="goes">
        <h2 id="goes">What is removed after {days} days</h2>
        <ul>
          <li>policies and answers that you never shared</li>
          <li>your staff list, with names and training dates</li>
          <li>files that were part of no share</li>
        </ul>
        <p>Until then you can change your mind on this page.</p>
      </section>
      <Stays />
      <Form answer={answer} label="Leave the program">
        <p>We ask once more who you are before you leave.</p>
        <div className="actions">
          <Button pending="One moment…">Leave the program</Button>
          <ButtonLink to={paths.venue(venueId)}>Stay</ButtonLink>
        </div>
      </Form>
    </>
  )
}

function Stays() {
  return (
    <section className="section flow" aria-labelledby="stays">
      <h2 id="stays">What stays, and why</h2>
      <ul>
        <li>
          What you shared, and the letters: they may be public records, which we have to keep.
        </li>
        <li>
          The code on a certificate: whoever checks it reads “no longer valid since” and the day,
          and never why.
        </li>
        <li>The record of what happened and when. It holds numbers, not what you wrote.</li>
      </ul>
    </section>
  )
}
