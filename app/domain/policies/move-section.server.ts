import type { Context } from '../context'
import { NotFound } from '../errors'
import type { PolicyId, VenueId } from '../ids'
import { changedMeanwhile } from './change-policy.server'
import { changeSections, putInOrder } from './change-sections.server'
import { orderOf } from './policy'

type Move = { to: 'up' | 'down'; order: string }

/** Moves a section by one place, in the order that its mover saw. At the end of the way it stays. */
export function moveSection(
  ctx: Context,
  venueId: VenueId,
  policyId: PolicyId,
  anchor: string,
  { to, order }: Move,
): Promise<void> {
  return changeSections(ctx, venueId, policyId, async (tx, { standing }, policy) => {
    const at = standing.findIndex((each) => each.anchor === anchor)
    const section = standing[at]
    if (!section) throw new NotFound()
    if (order !== orderOf(standing)) throw await changedMeanwhile(tx, ctx, policy)
    const next = to === 'up' ? at - 1 : at + 1
    if (next < 0 || next >= standing.length) return null
    await putInOrder(tx, standing.toSpliced(at, 1).toSpliced(next, 0, section))
    return { kind: 'policy.section_moved', anchor }
  })
}
