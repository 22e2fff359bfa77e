import { asc, eq } from 'drizzle-orm'
import type { Tx } from '~db/open.server'
import { policySections } from '~db/schema'
import type { Context } from '../context'
import { NotFound } from '../errors'
import type { Happening } from '../events.server'
import type { PolicyId, VenueId } from '../ids'
import { changePolicy } from './change-policy.server'
import type { Policy } from './queries.server'

export type SectionRow = typeof policySections.$inferSelect
type Sections = { standing: SectionRow[]; out: SectionRow[] }
type Done = { kind: Happening['kind']; anchor: string } | null

/**
 * One change to the sections of a written policy: `decide` sees those that stand, in their order, and
 * those that were taken out. Null changes nothing. What was shared stays as it was shared.
 */
export function changeSections(
  ctx: Context,
  venueId: VenueId,
  policyId: PolicyId,
  decide: (tx: Tx, sections: Sections, policy: Policy) => Promise<Done>,
): Promise<void> {
  const edited = { editedBy: ctx.actor.person.id, editedAt: ctx.now }
  return changePolicy(ctx, venueId, policyId, async (policy, tx) => {
    if (policy.kind !== 'written') throw new NotFound()
    const rows = await tx
      .select()
      .from(policySections)
      .where(eq(policySections.policyId, policyId))
      .orderBy(asc(policySections.position))
    const standing = rows.filter(({ position }) => position >= 0)
    const out = rows.filter(({ position }) => position < 0)
    const done = await decide(tx, { standing, out }, policy)
    return done && { set: edited, kind: done.kind, facts: { anchor: done.anchor } }
  })
}

/** Puts sections into this order. */
export async function putInOrder(tx: Tx, sections: readonly SectionRow[]): Promise<void> {
  for (const [position, { id, position: before }] of sections.entries()) {
    if (position === before) continue
    await tx.update(policySections).set({ position }).where(eq(policySections.id, id))
  }
}

export async function setSection(
  tx: Tx,
  { id }: SectionRow,
  set: Partial<Pick<SectionRow, 'heading' | 'position'>>,
): Promise<void> {
  await tx.update(policySections).set(set).where(eq(policySections.id, id))
}
