import type { Reading } from '../context'
import { NotFound } from '../errors'
import type { PolicyId, VenueId } from '../ids'
import { orderOf } from './policy'
import { policyOfVenue, sectionsOf, takenOutOf } from './queries.server'

type Place = { policyId?: string; anchor?: string }

/** What a question about one section of a policy names, with the sections as they stand; one that was taken out is absent unless it is asked for. */
export async function sectionPageOf(
  { db, actor }: Reading,
  venueId: VenueId,
  { policyId: asked, anchor }: Place,
  { out = false } = {},
) {
  const policyId = asked as PolicyId
  const { title } = await policyOfVenue(db, actor, venueId, policyId)
  const sections = await sectionsOf(db, policyId)
  const standing = sections.find((each) => each.anchor === anchor)
  const taken = out
    ? (await takenOutOf(db, venueId, policyId)).find((each) => each.anchor === anchor)
    : undefined
  const heading = standing?.heading ?? taken?.heading
  if (heading === undefined) throw new NotFound()
  return {
    title,
    heading,
    body: standing?.body ?? '',
    revision: standing?.revision ?? 0,
    order: orderOf(sections),
    headings: sections.map(({ anchor, heading }) => ({ anchor, heading })),
  }
}
