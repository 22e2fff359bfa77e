import { createHash, randomBytes } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { paths } from '~/paths'
import { listOf } from '~/words/en/format'
import type { Reader, Tx } from '~db/open.server'
import { districts, people, placeInvitations, program, venues } from '~db/schema'
import { dayOf } from '../dates'
import type { PlaceInvitationId } from '../ids'
import { queueEmail } from '../outbox.server'
import { placesOffered, tokenFor } from './place-invitation'

/** A new link of an invitation: 32 random bytes, of which the database keeps the SHA-256 alone. */
export function newLink(id: PlaceInvitationId): { token: string; tokenHash: string } {
  const token = tokenFor(id, randomBytes(32).toString('base64url'))
  return { token, tokenHash: linkHashOf(token) }
}

export function linkHashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}

/** Mails the newest link of an invitation to the address that was invited, and to no other. */
export async function mailInvitation(
  tx: Tx,
  id: PlaceInvitationId,
  token: string,
  now: Date,
): Promise<void> {
  const found = await invitationWithNames(tx, id)
  if (!found) return
  const { invitation, inviter, venue, district } = found
  const [settled] = await tx.select({ timeZone: program.timeZone }).from(program)
  const { role, field, name, email } = invitation
  const to = { id: null, email, locale: 'en' as const }
  const facts = {
    name,
    from: { name: inviter.name, title: inviter.title },
    offer: { role, field, venue, district },
    spoken: invitation.spokenHash !== null,
    expires: dayOf(invitation.expiresAt, settled?.timeZone ?? 'UTC'),
    path: paths.invited(token),
  }
  await queueEmail(tx, to, 'place-invitation', facts, now)
}

type Invitation = typeof placeInvitations.$inferSelect

/** "Harbor Street and Old Mill": where each invitation is to, by name; null for one to no district. */
export async function districtsOffered(db: Reader) {
  const known = await db
    .select({ id: districts.id, name: districts.name })
    .from(districts)
    .orderBy(districts.name)
  return (invitation: Invitation): string | null => {
    const asked = placesOffered(invitation).map(({ districtId }) => districtId)
    return listOf(known.flatMap(({ id, name }) => (asked.includes(id) ? name : []))) || null
  }
}

/** An invitation with the names of who invited and to where. */
export async function invitationWithNames(db: Reader, id: PlaceInvitationId) {
  const [row] = await db
    .select({
      invitation: placeInvitations,
      inviter: { name: people.name, title: people.title },
      venue: venues.name,
    })
    .from(placeInvitations)
    .innerJoin(people, eq(people.id, placeInvitations.invitedBy))
    .leftJoin(venues, eq(venues.id, placeInvitations.venueId))
    .where(eq(placeInvitations.id, id))
  if (!row) return null
  const district = (await districtsOffered(db))(row.invitation)
  return { ...row, district }
}
