import { eq } from 'drizzle-orm'
import { formatTime } from '~/words/en/format'
import type { Tx } from '~db/open.server'
import { policies } from '~db/schema'
import type { Context } from '../context'
import { deed } from '../deed.server'
import { Conflict } from '../errors'
import { type Happening, recordEvent } from '../events.server'
import type { PolicyId, VenueId } from '../ids'
import { permit } from '../permissions/permission'
import { canWorkOnDrafts } from '../permissions/venue'
import { programOf } from '../standards/program.server'
import { editorOf, type Policy, policyOfVenue } from './queries.server'

type Change = { set: Partial<Policy>; kind: Happening['kind']; facts?: Happening['facts'] }

/**
 * One change to a policy by the venue's own people, with its line in the record. `decide` sees the policy
 * inside the transaction; null changes nothing.
 */
export function changePolicy(
  ctx: Context,
  venueId: VenueId,
  policyId: PolicyId,
  decide: (policy: Policy, tx: Tx) => Promise<Change | null> | Change | null,
  { removed = false } = {},
): Promise<void> {
  return deed(ctx, async (tx) => {
    const { actor, now, origin } = ctx
    const policy = await policyOfVenue(tx, actor, venueId, policyId, { removed })
    permit(canWorkOnDrafts(actor, venueId))
    const change = await decide(policy, tx)
    if (!change) return
    const { set, ...what } = change
    await tx.update(policies).set(set).where(eq(policies.id, policyId))
    await recordEvent(tx, { ...what, actor, at: now, origin, venueId, subjectId: policyId })
  })
}

/** A page that no longer shows what stands: who changed the policy last and when, with what stands now. */
export async function changedMeanwhile(
  tx: Tx,
  { actor }: Context,
  policy: Policy,
  theirs: Readonly<Record<string, string>> = {},
): Promise<Conflict> {
  const { timeZone } = await programOf(tx)
  const at = formatTime(policy.editedAt, timeZone)
  const who =
    policy.editedBy === actor.person.id
      ? `You changed this policy in another window at ${at}.`
      : `${await editorOf(tx, policy)} changed this policy at ${at}, while you had it open.`
  return new Conflict(`${who} Nothing is lost: look at it as it stands now, and try again.`, theirs)
}
