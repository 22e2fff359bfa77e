import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ButtonForm } from '~/domain/forms'
import type { VenueId } from '~/domain/ids'
import { coordinatorVenue } from '~/domain/venues/coordinator-venue.server'
import { unmergeVenue } from '~/domain/venues/unmerge-venue.server'
import { parseForm } from '~/http/form.server'
import { requireCoordinator } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { Form, type FormAnswer } from '~/ui/form'

export const meta: MetaFunction = () => [{ title: 'Tell two venues apart – Lamplight' }]

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireCoordinator(args)
  return load(async () => {
    const { venue, mergedInto } = await coordinatorVenue(ctx, args.params.venueId as VenueId)
    return { id: venue.id, name: venue.name, into: mergedInto?.name ?? null }
  })
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireCoordinator(args)
  const form = await parseForm(args, ctx, ButtonForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    const venueId = args.params.venueId as VenueId
    await unmergeVenue(form.ctx, venueId)
    return redirect(paths.coordinatorVenue(venueId))
  })
}

export default function UnmergeVenue() {
  const { id, name, into } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  const back = paths.coordinatorVenue(id)
  if (into === null) {
    return (
      <>
        <h1>{name} stands by itself</h1>
        <p>It is not merged with another venue, so there is nothing to take back.</p>
        <ButtonLink to={back}>Back to the venue</ButtonLink>
      </>
    )
  }
  return (
    <>
      <h1>
        Are {name} and {into} two venues after all?
      </h1>
      <ul>
        <li>{name} is in the lists again, and can be invited and joined.</li>
        <li>The licenses that came from it go back to it.</li>
        <li>People and everything they did stay with {into}.</li>
      </ul>
      <Form answer={answer} label="Tell the two apart">
        <div className="actions">
          <Button look="go" pending="Telling them apart…">
            Tell them apart
          </Button>
          <ButtonLink to={back}>Leave them as one</ButtonLink>
        </div>
      </Form>
    </>
  )
}
