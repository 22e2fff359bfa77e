import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { districtsOf } from '~/domain/districts/queries.server'
import type { VenueId } from '~/domain/ids'
import { coordinatorVenue } from '~/domain/venues/coordinator-venue.server'
import { PlaceVenueForm } from '~/domain/venues/forms'
import { placeVenue } from '~/domain/venues/place-venue.server'
import { parseForm } from '~/http/form.server'
import { requireCoordinator } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button } from '~/ui/button'
import { Select } from '~/ui/fields'
import { Form, type FormAnswer } from '~/ui/form'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `District of ${data?.name ?? 'a venue'} – Lamplight` },
]

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireCoordinator(args)
  return load(async () => {
    const { venue } = await coordinatorVenue(ctx, args.params.venueId as VenueId)
    const { name, address, neighborhood, districtId } = venue
    const districts = await districtsOf(ctx.db)
    return {
      name,
      address,
      neighborhood,
      districtId,
      choices: districts.map(({ id, name }) => ({ value: id, label: name })),
    }
  })
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireCoordinator(args)
  const form = await parseForm(args, ctx, PlaceVenueForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    const venueId = args.params.venueId as VenueId
    await placeVenue(form.ctx, venueId, form.data.district)
    return redirect(paths.coordinatorVenue(venueId))
  })
}

export default function PlaceVenue() {
  const { name, address, neighborhood, districtId, choices } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  return (
    <>
      <h1>Which district is {name} in?</h1>
      <p className="lead">{address}</p>
      <p>
        {neighborhood
          ? `This is for this venue alone. To move all of ${neighborhood}, arrange the districts instead.`
          : 'The venue has no neighborhood on the license list, so its district is chosen here.'}
      </p>
      <Form answer={answer} label="Choose a district">
        <Select
          name="district"
          label="District"
          prompt="Choose a district"
          choices={choices}
          defaultValue={districtId ?? ''}
        />
        <Button look="go" pending="Saving…">
          Save the district
        </Button>
      </Form>
    </>
  )
}
