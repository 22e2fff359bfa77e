import type { Tx } from '~db/open.server'
import { policies, policySections } from '~db/schema'
import type { Context } from '../context'
import { deed } from '../deed.server'
import { Invalid } from '../errors'
import { recordEvent } from '../events.server'
import { newId, type PolicyId, type VenueId } from '../ids'
import { permit } from '../permissions/permission'
import { canWorkOnDrafts } from '../permissions/venue'
import { standardsForVenue } from '../venues/standards-in-force.server'
import { blankSections } from './policy'

export type NewPolicy = { template: string; title: string }

/** Starts a policy from a template of the standards that the venue works with, or a blank one with its own name. */
export function startPolicy(ctx: Context, venueId: VenueId, policy: NewPolicy): Promise<PolicyId> {
  return deed(ctx, async (tx) => {
    permit(canWorkOnDrafts(ctx.actor, venueId))
    return writePolicy(tx, ctx, venueId, policy)
  })
}

/** Writes a new policy with its empty sections, inside the deed that asked for it. */
export async function writePolicy(
  tx: Tx,
  { actor, now, origin }: Context,
  venueId: VenueId,
  { template: code, title }: NewPolicy,
): Promise<PolicyId> {
  const template = await templateOf(tx, venueId, code)
  const id = newId('pol')
  const [createdBy, editedBy] = [actor.person.id, actor.person.id]
  await tx.insert(policies).values({
    id,
    venueId,
    kind: 'written',
    template: template?.code ?? null,
    title: title || (template?.title ?? ''),
    reviewedByCounsel: false,
    createdBy,
    createdAt: now,
    editedBy,
    editedAt: now,
  })
  await tx.insert(policySections).values(
    (template?.sections ?? blankSections).map(({ anchor, heading }, position) => ({
      id: newId('sec'),
      policyId: id,
      anchor,
      position,
      heading,
      body: '',
      revision: 0,
      editedBy,
      editedAt: now,
    })),
  )
  const facts = { template: template?.code ?? null }
  await recordEvent(tx, {
    kind: 'policy.started',
    actor,
    at: now,
    origin,
    venueId,
    subjectId: id,
    facts,
  })
  return id
}

async function templateOf(tx: Tx, venueId: VenueId, code: string) {
  if (!code) return null
  const { templates } = await standardsForVenue(tx, venueId)
  const template = templates.find((each) => each.code === code)
  if (!template) throw new Invalid({ template: 'Choose one of the templates on this page.' })
  return template
}
