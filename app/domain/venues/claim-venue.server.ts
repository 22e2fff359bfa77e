import { and, eq, isNull } from 'drizzle-orm'
import type { Tx } from '~db/open.server'
import { invitations, joinRequests } from '~db/schema'
import type { Context } from '../context'
import { deed } from '../deed.server'
import { Invalid } from '../errors'
import { recordEvent } from '../events.server'
import type { VenueId } from '../ids'
import { codeOnFile, type OpenCode } from './claim-code.server'
import { givePlace } from './give-place.server'

const usedMeanwhile =
  'This code was used a moment ago, and each code works once. If it was not somebody of your team, please tell us.'
const someoneElses =
  'This code belongs to somebody else’s request to join. Sign in with the email address that you used when you asked.'

/**
 * Takes the code of a letter: the person becomes a known owner of the venue. A code works once; of
 * two people at the same moment one gets in. Requests of others stay for the coordinator.
 */
export function claimVenue(ctx: Context, code: string): Promise<VenueId> {
  return deed(ctx, async (tx) => {
    const { actor, now, origin } = ctx
    const personId = actor.person.id
    const found = await codeOnFile(tx, code, now)
    if ('refused' in found) {
      if (found.usedBy === personId && found.venueId) return found.venueId
      throw new Invalid({ code: found.refused })
    }
    const { venueId, kind } = found
    if (!(await take(tx, ctx, found))) throw new Invalid({ code: usedMeanwhile })
    await givePlace(tx, venueId, personId, now)
    await settleOwnRequest(tx, ctx, found)
    const happening = {
      actor,
      at: now,
      origin,
      venueId,
      subjectId: found.id,
      facts: { letter: kind },
    }
    await recordEvent(tx, { kind: 'venue.claimed', ...happening })
    return venueId
  })
}

async function take(tx: Tx, { actor, now }: Context, found: OpenCode): Promise<boolean> {
  if (found.kind === 'request') {
    if (found.personId !== actor.person.id) throw new Invalid({ code: someoneElses })
    return true
  }
  const taken = await tx
    .update(invitations)
    .set({ usedAt: now, usedBy: actor.person.id })
    .where(
      and(
        eq(invitations.id, found.id),
        isNull(invitations.usedAt),
        isNull(invitations.withdrawnAt),
      ),
    )
    .returning({ id: invitations.id })
  return taken.length > 0
}

/** Somebody who asked to join and then found the letter needs no call any more. */
async function settleOwnRequest(
  tx: Tx,
  { actor, now }: Context,
  { kind, venueId }: OpenCode,
): Promise<void> {
  const confirmedHow = kind === 'request' ? 'mailed_code' : 'claim_code'
  await tx
    .update(joinRequests)
    .set({ state: 'confirmed', confirmedHow, decidedAt: now, codeSealed: null })
    .where(
      and(
        eq(joinRequests.venueId, venueId),
        eq(joinRequests.personId, actor.person.id),
        eq(joinRequests.state, 'waiting'),
      ),
    )
}
