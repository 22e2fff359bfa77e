import { and, asc, eq, gt, inArray, isNotNull, isNull, lte, or } from 'drizzle-orm'
import { invitations, outbox, venues } from '~db/schema'
import type { Reading } from '../context'
import { permit } from '../permissions/permission'
import { canInviteVenues } from '../permissions/venue'
import { recentImports } from './imports-page.server'
import { requestsPage } from './join-requests.server'
import { invitationStanding } from './letters.server'
import { venuesByStanding } from './venue-standing.server'

const shown = 8

/** What waits for a coordinator, and where every venue stands. */
export async function coordinatorHome(ctx: Reading) {
  const { db, actor, now } = ctx
  permit(canInviteVenues(actor))
  const unanswered = and(isNull(invitations.usedAt), isNull(invitations.withdrawnAt))
  const letters = await db
    .select({ letter: invitations, venue: venues.name })
    .from(invitations)
    .innerJoin(venues, eq(venues.id, invitations.venueId))
    .where(unanswered)
    .orderBy(asc(invitations.expiresAt), asc(invitations.id))
    .limit(shown)
  const stuck = or(
    eq(outbox.state, 'held'),
    and(inArray(outbox.state, ['queued', 'sending']), isNotNull(outbox.problem)),
  )
  const mail = await db
    .select({
      id: outbox.id,
      kind: outbox.kind,
      address: outbox.address,
      state: outbox.state,
      problem: outbox.problem,
      createdAt: outbox.createdAt,
    })
    .from(outbox)
    .where(stuck)
    .orderBy(asc(outbox.createdAt))
    .limit(shown)
  return {
    requests: await requestsPage(ctx, { state: 'waiting', after: null }),
    invitations: letters.map(({ letter, venue }) => ({
      id: letter.id,
      venue,
      createdAt: letter.createdAt,
      expiresAt: letter.expiresAt,
      standing: invitationStanding(letter, now),
    })),
    open: await db.$count(invitations, and(unanswered, gt(invitations.expiresAt, now))),
    over: await db.$count(invitations, and(unanswered, lte(invitations.expiresAt, now))),
    imports: await recentImports(ctx, 3),
    mail,
    stuck: await db.$count(outbox, stuck),
    counts: await venuesByStanding(db, now),
  }
}
