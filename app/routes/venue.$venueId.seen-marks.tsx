import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Link, useActionData, useLoaderData, useParams } from '@remix-run/react'
import { SeenMarksForm } from '~/domain/applications/forms'
import { canSpeakForVenue } from '~/domain/permissions/venue'
import { changeSeenMarks } from '~/domain/venues/change-seen-marks.server'
import { venueFor } from '~/domain/venues/queries.server'
import { parseForm } from '~/http/form.server'
import { requireOwner } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import type { FormAnswer } from '~/ui/form'
import { SeenMarks } from '~/ui/seen-marks'
import { seenMarkWords } from '~/words/en/feedback'

export const meta: MetaFunction = () => [{ title: `${seenMarkWords.title} – Lamplight` }]

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  return load(async () => {
    const { name, tellsWhenRead } = await venueFor(ctx.db, ctx.actor, venueId)
    const mayChange = canSpeakForVenue(ctx.actor, venueId).allowed
    return { venue: name, tells: tellsWhenRead, mayChange }
  })
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  const form = await parseForm(args, ctx, SeenMarksForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    await changeSeenMarks(form.ctx, venueId, form.data.tell === 'yes')
    return redirect(`${paths.venueProfile(venueId)}#seen-marks`)
  })
}

export default function SeenMarksPage() {
  const { venue, tells, mayChange } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  const { venueId = '' } = useParams()
  return (
    <>
      <p className="kicker">
        <Link to={paths.venueProfile(venueId)}>About {venue}</Link>
      </p>
      <h1>{seenMarkWords.title}</h1>
      <SeenMarks
        tells={tells}
        mayChange={mayChange}
        action={paths.seenMarks(venueId)}
        answer={answer}
      />
    </>
  )
}
