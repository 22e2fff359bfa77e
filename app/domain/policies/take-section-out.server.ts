import type { Context } from '../context'
import { Conflict, Invalid, NotFound } from '../errors'
import type { PolicyId, VenueId } from '../ids'
import { changedMeanwhile } from './change-policy.server'
import { changeSections, putInOrder, setSection } from './change-sections.server'
import { mostSections } from './policy'

/**
 * Takes a section out of a policy, with the text that its remover saw. It can be put back with all of it;
 * what was shared keeps it, and what pointed to it points to the whole policy.
 */
export function takeSectionOut(
  ctx: Context,
  venueId: VenueId,
  policyId: PolicyId,
  anchor: string,
  revision: number,
): Promise<void> {
  return changeSections(ctx, venueId, policyId, async (tx, { standing, out }, policy) => {
    const section = standing.find((each) => each.anchor === anchor)
    if (!section && out.some((each) => each.anchor === anchor)) return null
    if (!section) throw new NotFound()
    if (standing.length === 1) throw new Conflict('A policy keeps one section. Add another first.')
    if (section.revision !== revision) throw await changedMeanwhile(tx, ctx, policy)
    await putInOrder(
      tx,
      standing.filter((each) => each !== section),
    )
    await setSection(tx, section, { position: -1 - section.position })
    return { kind: 'policy.section_removed', anchor }
  })
}

/** Puts a section back where it stood. Put back twice, it is simply there. */
export function putSectionBack(
  ctx: Context,
  venueId: VenueId,
  policyId: PolicyId,
  anchor: string,
): Promise<void> {
  return changeSections(ctx, venueId, policyId, async (tx, { standing, out }) => {
    if (standing.some((each) => each.anchor === anchor)) return null
    const section = out.find((each) => each.anchor === anchor)
    if (!section) throw new NotFound()
    if (standing.length >= mostSections) {
      throw new Invalid({
        '': `A policy has room for ${mostSections} sections. Take one out first.`,
      })
    }
    const at = Math.min(-1 - section.position, standing.length)
    await putInOrder(tx, standing.toSpliced(at, 0, section))
    return { kind: 'policy.section_restored', anchor }
  })
}
