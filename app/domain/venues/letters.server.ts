import { eq } from 'drizzle-orm'
import { invitations, joinRequests, people, venues } from '~db/schema'
import type { Reading } from '../context'
import { type Day, dayOf } from '../dates'
import { NotFound } from '../errors'
import type { InvitationId, JoinRequestId, VenueId } from '../ids'
import { permit } from '../permissions/permission'
import { canDecideJoinRequests, canInviteVenues } from '../permissions/venue'
import { programOf } from '../standards/program.server'
import { unsealedCode } from './claim-code.server'
import { lastWholeDay } from './invite-venue.server'

/** What a printed letter says. `code` is null once it opens nothing any more. */
export type PrintedLetter = {
  venueId: VenueId
  venue: string
  address: string
  code: string | null
  /** The last day on which the code works; null where it works until the request is answered. */
  until: Day | null
  writtenOn: Day
  from: { name: string; title: string | null }
  program: { name: string; place: string; contactEmail: string; contactPhone: string }
}

export type InvitationStanding = 'open' | 'over' | 'used' | 'withdrawn'

/** The letter of an invitation, for the coordinator who prints it. */
export async function invitationLetter(
  { db, actor, now }: Reading,
  id: InvitationId,
): Promise<PrintedLetter & { standing: InvitationStanding; email: string | null }> {
  permit(canInviteVenues(actor))
  const [row] = await db
    .select({
      letter: invitations,
      venue: venues,
      from: { name: people.name, title: people.title },
    })
    .from(invitations)
    .innerJoin(venues, eq(venues.id, invitations.venueId))
    .innerJoin(people, eq(people.id, invitations.createdBy))
    .where(eq(invitations.id, id))
  if (!row) throw new NotFound()
  const { letter, venue, from } = row
  const { settings, timeZone } = await programOf(db)
  const standing = invitationStanding(letter, now)
  return {
    venueId: venue.id,
    venue: venue.name,
    address: venue.address,
    standing,
    email: letter.email,
    code: standing === 'open' ? unsealedCode(letter.codeSealed) : null,
    until: lastWholeDay(letter.expiresAt, timeZone),
    writtenOn: dayOf(letter.createdAt, timeZone),
    from,
    program: settings,
  }
}

/** How an invitation stands: used and taken back for good, or open until it runs out. */
export function invitationStanding(
  {
    usedAt,
    withdrawnAt,
    expiresAt,
  }: Pick<typeof invitations.$inferSelect, 'usedAt' | 'withdrawnAt' | 'expiresAt'>,
  now: Date,
): InvitationStanding {
  if (usedAt) return 'used'
  if (withdrawnAt) return 'withdrawn'
  return expiresAt <= now ? 'over' : 'open'
}

/** The letter to the venue of somebody who asked to join; without a code before one was made. */
export async function joinLetter(
  { db, actor, now }: Reading,
  id: JoinRequestId,
): Promise<PrintedLetter & { person: string; waiting: boolean }> {
  permit(canDecideJoinRequests(actor))
  const [row] = await db
    .select({ request: joinRequests, venue: venues, person: people.name })
    .from(joinRequests)
    .innerJoin(venues, eq(venues.id, joinRequests.venueId))
    .innerJoin(people, eq(people.id, joinRequests.personId))
    .where(eq(joinRequests.id, id))
  if (!row) throw new NotFound()
  const { request, venue, person } = row
  const { settings, timeZone } = await programOf(db)
  const waiting = request.state === 'waiting'
  return {
    venueId: venue.id,
    venue: venue.name,
    address: venue.address,
    person,
    waiting,
    code: waiting ? unsealedCode(request.codeSealed) : null,
    until: null,
    writtenOn: dayOf(now, timeZone),
    from: { name: actor.person.name, title: actor.person.title },
    program: settings,
  }
}
