import { and, desc, eq, isNull } from 'drizzle-orm'
import type { Reader } from '~db/open.server'
import { people, placeInvitations } from '~db/schema'
import type { Actor, Reading } from '../context'
import { NotFound } from '../errors'
import type { PlaceInvitationId, VenueId } from '../ids'
import { permit } from '../permissions/permission'
import { canKeepPlaces, canSeeInvitations, canSeePlaces } from '../permissions/place'
import { needsStaffSignIn } from '../permissions/who'
import { actorOf } from './actor.server'
import { districtsOffered, invitationWithNames, linkHashOf } from './mail-invitation.server'
import { invitationIdIn, standingOf, stillShown } from './place-invitation'
import { personByEmail } from './queries.server'

/** The invitation of a link; null for an unknown link, and for one that a newer link replaced. */
export async function invitationByToken(db: Reader, token: string) {
  const found = await invitationWithNames(db, invitationIdIn(token))
  return found && found.invitation.tokenHash === linkHashOf(token) ? found : null
}

/** What the holder of a link reads: who invited them to what, and how the invitation stands. */
export async function invitedPage(db: Reader, token: string, now: Date) {
  const found = await invitationByToken(db, token)
  if (!found) return null
  const { invitation, inviter, venue, district } = found
  const { role, field, email, name, expiresAt, acceptedAt, acceptedBy } = invitation
  const known = await personByEmail(db, email)
  const knownActor = known && (await actorOf(db, known.id, []))
  return {
    ...{ name, email, inviter, expiresAt, acceptedAt, acceptedBy },
    offer: { role, field, venue, district },
    standing: standingOf(invitation, now),
    spoken: invitation.spokenHash !== null,
    handOver: invitation.handOver,
    /** They have a staff sign-in, and a code by email is not enough for them. */
    ofStaff: knownActor ? needsStaffSignIn(knownActor) : false,
    venueId: invitation.venueId,
  }
}

/** An invitation that this person may manage: of their venue, or of the program for coordinators. */
export async function invitationFor(db: Reader, actor: Actor, id: PlaceInvitationId) {
  const found = await invitationWithNames(db, id)
  if (!found) throw new NotFound()
  const { venueId } = found.invitation
  const seen = venueId ? canSeePlaces(actor, venueId) : canKeepPlaces(actor)
  if (!seen.allowed) throw new NotFound()
  return found
}

/** An invitation to this very venue, for its own people; any other is absent. */
export async function venueInvitation(
  db: Reader,
  actor: Actor,
  venueId: VenueId,
  id: PlaceInvitationId,
) {
  const { invitation } = await invitationFor(db, actor, id)
  if (invitation.venueId !== venueId) throw new NotFound()
  return invitation
}

/** An invitation to the program itself, for coordinators; any other is absent. */
export async function programInvitation(db: Reader, actor: Actor, id: PlaceInvitationId) {
  const found = await invitationFor(db, actor, id)
  if (found.invitation.venueId) throw new NotFound()
  return found
}

/**
 * The newest hundred invitations that nobody has accepted, with how each stands: those of a venue,
 * or with `venueId` null those to the program. One that was taken back is left out after a month.
 */
export async function openInvitations({ db, actor, now }: Reading, venueId: VenueId | null) {
  permit(canSeeInvitations(actor, venueId))
  const rows = await db
    .select({
      invitation: placeInvitations,
      inviter: { name: people.name, title: people.title },
    })
    .from(placeInvitations)
    .innerJoin(people, eq(people.id, placeInvitations.invitedBy))
    .where(
      and(
        venueId ? eq(placeInvitations.venueId, venueId) : isNull(placeInvitations.venueId),
        isNull(placeInvitations.acceptedAt),
      ),
    )
    .orderBy(desc(placeInvitations.createdAt), desc(placeInvitations.id))
    .limit(100)
  const districtOf = await districtsOffered(db)
  return rows
    .filter(({ invitation }) => stillShown(invitation, now))
    .map((row) => ({
      ...row,
      district: districtOf(row.invitation),
      standing: standingOf(row.invitation, now),
    }))
}
