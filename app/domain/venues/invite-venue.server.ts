import { and, eq } from 'drizzle-orm'
import { paths } from '~/paths'
import { invitations, venues } from '~db/schema'
import type { Context } from '../context'
import { addDays, dayOf } from '../dates'
import { deed } from '../deed.server'
import { Invalid, NotFound } from '../errors'
import { recordEvent } from '../events.server'
import { type InvitationId, newId, type VenueId } from '../ids'
import { notMerged } from '../live-venues.server'
import { queueEmail } from '../outbox.server'
import { permit, permitProved } from '../permissions/permission'
import { canInviteVenues } from '../permissions/venue'
import { programOf } from '../standards/program.server'
import { shownClaimCode } from './claim-code'
import { newClaimCode } from './claim-code.server'
import { closeLetters, peopleAt } from './give-place.server'

/**
 * Invites a venue: a letter with a claim code that works once, and the same by email where an
 * address is given. Inviting again renews it: the older code is taken back in the same transaction.
 * Whoever types the code is an owner, so it needs a fresh proof of who writes the letter.
 */
export function inviteVenue(
  ctx: Context,
  venueId: VenueId,
  { email }: { email: string },
): Promise<InvitationId> {
  const { code, codeHash, codeSealed } = newClaimCode()
  return deed(ctx, async (tx) => {
    const { actor, now, origin } = ctx
    permit(canInviteVenues(actor))
    permitProved(ctx)
    const [venue] = await tx
      .select()
      .from(venues)
      .where(and(eq(venues.id, venueId), notMerged))
    if (!venue) throw new NotFound()
    const people = await peopleAt(tx, venueId)
    if (people.some(({ confirmedAt }) => confirmedAt !== null)) {
      throw new Invalid({
        '': 'This venue has joined already. Its own people can ask others in; a new letter could let in somebody they do not know.',
      })
    }

    const { settings, timeZone } = await programOf(tx)
    const replaced = await closeLetters(tx, venueId, now)
    const id = newId('inv')
    const expiresAt = new Date(now.getTime() + settings.invitationDays * 86_400_000)
    await tx.insert(invitations).values({
      id,
      venueId,
      email: email || null,
      codeHash,
      codeSealed,
      createdBy: actor.person.id,
      createdAt: now,
      expiresAt,
    })
    const facts = { replaced, byEmail: email !== '' }
    const happening = { actor, at: now, origin, venueId, subjectId: id, facts }
    await recordEvent(tx, { kind: 'venue.invited', ...happening })
    if (email) {
      const from = { name: actor.person.name, title: actor.person.title }
      const letter = {
        venue: venue.name,
        code: shownClaimCode(code),
        path: paths.claim(code),
        from,
      }
      const expires = lastWholeDay(expiresAt, timeZone)
      const to = { id: null, email, locale: 'en' as const }
      await queueEmail(tx, to, 'invitation', { ...letter, expires }, now)
    }
    return id
  })
}

/** The last date on which a code works all day: what a letter promises. */
export function lastWholeDay(expiresAt: Date, timeZone: string) {
  return addDays(dayOf(expiresAt, timeZone), -1)
}
