import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Link, useActionData, useLoaderData, useParams } from '@remix-run/react'
import type { ZoneId } from '~/domain/ids'
import { acknowledgeZone } from '~/domain/zones/acknowledge-zone.server'
import { AcknowledgeForm } from '~/domain/zones/venue-forms'
import { type VenueZoneView, venueZonePage } from '~/domain/zones/venue-zones-page.server'
import { parseForm } from '~/http/form.server'
import { requireOwner } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import type { FormAnswer } from '~/ui/form'
import { ZoneNear } from './venue.$venueId.zones._index/zone-near'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Our door staff know ${data?.zone.name ?? 'the zone'} – Lamplight` },
]

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  return load(() => venueZonePage(ctx, venueId, args.params.zoneId as ZoneId))
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  const form = await parseForm(args, ctx, AcknowledgeForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    const zoneId = args.params.zoneId as ZoneId
    await acknowledgeZone(form.ctx, venueId, zoneId, form.data.version)
    return redirect(paths.venueZones(venueId))
  })
}

export default function Acknowledge() {
  const { zone, hindrance } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  const { venueId = '' } = useParams()
  return (
    <>
      <h1>{titleOf(zone)}</h1>
      <p className="lead">
        {zone.asked
          ? 'Tell your door staff where rides stop and when. Then one tap says so.'
          : 'Nothing is left to do for this zone until it changes.'}
      </p>
      {hindrance ? <p>{hindrance}</p> : null}
      <ZoneNear zone={zone} maySay={hindrance === ''} answer={answer} />
      <p>
        <Link to={paths.venueZones(venueId)}>All loading zones near you</Link>
      </p>
    </>
  )
}

/** A zone that is only proposed asks nothing, and nobody has said that they know it. */
function titleOf({ asked, knownOn, name }: VenueZoneView): string {
  if (asked) return 'Do your door staff know?'
  return knownOn ? 'Your door staff know' : name
}
