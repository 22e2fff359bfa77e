import type { Reading } from '../context'
import { NotFound } from '../errors'
import type { PolicyId, VenueId } from '../ids'
import { orderOf } from '../policies/policy'
import { takenOutOf } from '../policies/queries.server'
import { policyPageOf } from './workspace-policies.server'

/** The sections of a policy with what was taken out of it. A policy that is a file alone has none to arrange. */
export async function arrangePage(reading: Reading, venueId: VenueId, policyId: PolicyId) {
  const { title, privacy, sections } = await policyPageOf(reading, venueId, policyId)
  if (sections.length === 0) throw new NotFound()
  return {
    title,
    privacy,
    order: orderOf(sections),
    sections: sections.map(({ anchor, heading, body }) => ({ anchor, heading, empty: !body })),
    out: await takenOutOf(reading.db, venueId, policyId),
  }
}
