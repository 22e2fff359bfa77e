import { and, eq } from 'drizzle-orm'
import { venues } from '~db/schema'
import type { Context } from '../context'
import { deed } from '../deed.server'
import { districtById } from '../districts/queries.server'
import { Invalid, NotFound } from '../errors'
import { recordEvent } from '../events.server'
import type { DistrictId, VenueId } from '../ids'
import { notMerged } from '../live-venues.server'
import { permit } from '../permissions/permission'
import { canArrangeDistricts } from '../permissions/venue'

/** Puts one venue into a district, such as one that was typed in and has no neighborhood. */
export function placeVenue(ctx: Context, venueId: VenueId, district: string): Promise<void> {
  return deed(ctx, async (tx) => {
    const { actor, now, origin } = ctx
    permit(canArrangeDistricts(actor))
    const here = and(eq(venues.id, venueId), notMerged)
    const [earlier] = await tx.select({ district: venues.districtId }).from(venues).where(here)
    if (!earlier) throw new NotFound()
    const found = await districtById(tx, district as DistrictId)
    if (!found) throw new Invalid({ district: 'Choose a district from the list.' })
    await tx.update(venues).set({ districtId: found.id }).where(here)
    const happening = { actor, at: now, origin, venueId, subjectId: found.id }
    const changed = { before: earlier, after: { district: found.id } }
    await recordEvent(tx, { kind: 'districts.arranged', ...happening, ...changed })
  })
}
