import { policySections } from '~db/schema'
import type { Context } from '../context'
import { Invalid } from '../errors'
import { newId, type PolicyId, type VenueId } from '../ids'
import { changeSections } from './change-sections.server'
import { mostSections } from './policy'

/** Adds an empty section at the end of a written policy. */
export function addSection(
  ctx: Context,
  venueId: VenueId,
  policyId: PolicyId,
  heading: string,
): Promise<void> {
  return changeSections(ctx, venueId, policyId, async (tx, { standing }) => {
    if (standing.length >= mostSections) {
      throw new Invalid({
        heading: `A policy has room for ${mostSections} sections. Take one out first, or begin another policy.`,
      })
    }
    const id = newId('sec')
    await tx.insert(policySections).values({
      ...{ id, policyId, anchor: id, heading, body: '', revision: 0 },
      position: standing.length,
      editedBy: ctx.actor.person.id,
      editedAt: ctx.now,
    })
    return { kind: 'policy.section_added', anchor: id }
  })
}
