import { and, eq, exists, gt, isNull, notExists, type SQL, sql } from 'drizzle-orm'
import { listOf } from '~/words/en/format'
import type { Reader } from '~db/open.server'
import {
  applications,
  certificates,
  invitations,
  joinRequests,
  memberships,
  rounds,
} from '~db/schema'
import type { VenueId } from '../ids'

type Named = { id: VenueId; name: string }

/**
 * Why a venue cannot be merged away into another, in a sentence that says what to do; null where it
 * can. Whatever people have begun stays where they began it, so the empty one of the two goes.
 */
export async function mergeHindrance(
  db: Reader,
  from: Named,
  into: Named,
  now: Date,
): Promise<{ why: string; otherWay: boolean } | null> {
  const ours = await inUse(db, from.id, now)
  if (ours.length === 0) return null
  const has = `${from.name} has ${listOf(ours)}`
  if ((await inUse(db, into.id, now)).length === 0) {
    return {
      why: `${has}, so it stays. Merge the other way round: ${into.name} into ${from.name}.`,
      otherWay: true,
    }
  }
  return {
    why: `${has}, and ${into.name} is in use too, so neither can be merged away. Talk with both teams about which of the two goes on. Take back a letter that is not needed, answer a request that waits, and try again.`,
    otherWay: false,
  }
}

/** An application that was never shared is only said to be people: that somebody drafts is theirs alone. */
async function inUse(db: Reader, venueId: VenueId, now: Date): Promise<string[]> {
  const begun = eq(applications.venueId, venueId)
  const shared = db
    .select({ one: sql`1` })
    .from(rounds)
    .where(eq(rounds.applicationId, applications.id))
  const here = and(eq(memberships.venueId, venueId), isNull(memberships.endedAt))
  const people = await db.$count(memberships, here)
  const drafts = await db.$count(applications, and(begun, notExists(shared)))
  const counts: [string, number | Promise<number>][] = [
    ['people', people + drafts],
    ['an application', db.$count(applications, and(begun, exists(shared)))],
    ['a certificate', db.$count(certificates, eq(certificates.venueId, venueId))],
    ['an invitation that waits', db.$count(invitations, openLetter(venueId, now))],
    [
      'a request to join that waits',
      db.$count(
        joinRequests,
        and(eq(joinRequests.venueId, venueId), eq(joinRequests.state, 'waiting')),
      ),
    ],
  ]
  const found: string[] = []
  for (const [what, count] of counts) if ((await count) > 0) found.push(what)
  return found
}

function openLetter(venueId: VenueId, now: Date): SQL | undefined {
  return and(
    eq(invitations.venueId, venueId),
    isNull(invitations.usedAt),
    isNull(invitations.withdrawnAt),
    gt(invitations.expiresAt, now),
  )
}
