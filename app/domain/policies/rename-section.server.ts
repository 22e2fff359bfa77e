import type { Context } from '../context'
import { NotFound } from '../errors'
import type { PolicyId, VenueId } from '../ids'
import { changedMeanwhile } from './change-policy.server'
import { changeSections, setSection } from './change-sections.server'

type NewHeading = { heading: string; was: string }

/** Gives a section another heading, from the one that its writer saw. Its anchor stays, and what points to it. */
export function renameSection(
  ctx: Context,
  venueId: VenueId,
  policyId: PolicyId,
  anchor: string,
  { heading, was }: NewHeading,
): Promise<void> {
  return changeSections(ctx, venueId, policyId, async (tx, { standing }, policy) => {
    const section = standing.find((each) => each.anchor === anchor)
    if (!section) throw new NotFound()
    if (section.heading === heading) return null
    if (section.heading !== was) {
      const theirs = { words: section.heading, was: section.heading }
      throw await changedMeanwhile(tx, ctx, policy, theirs)
    }
    await setSection(tx, section, { heading })
    return { kind: 'policy.section_renamed', anchor }
  })
}
