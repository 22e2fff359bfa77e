import { randomBytes } from 'node:crypto'
import { and, eq, isNull } from 'drizzle-orm'
import { paths } from '~/paths'
import type { Tx } from '~db/open.server'
import { people, placeInvitations } from '~db/schema'
import type { Context } from '../context'
import { deed } from '../deed.server'
import { Invalid } from '../errors'
import { recordEvent } from '../events.server'
import { canInvite, isStaffRole } from '../permissions/place'
import { actorOf } from './actor.server'
import { giveInvitedPlaces } from './give-invited-places.server'
import { handOverTo } from './hand-over-to.server'
import { invitationByToken } from './invitations.server'
import { standingOf } from './place-invitation'
import { seal, unseal } from './secrets.server'
import { endSessionsOf } from './session.server'
import { setUpInvited } from './set-up-invited.server'
import { spokenMark } from './spoken-word.server'
import { tellOfPlace } from './tell-of-places.server'

type Invitation = typeof placeInvitations.$inferSelect
type Outcome = { sealed: string } | { refused: string; field: '' | 'spoken' }

const purpose = 'after-invitation'

export const refusals = {
  absent: 'This link was replaced by a newer one, or it is not complete. Ask for a new link below.',
  expired: 'This link has run out. Ask for a new one below; it comes in a moment.',
  tries_over:
    'The word did not fit five times, so this invitation is closed. Ask whoever invited you to send it again, with a new word.',
  accepted: 'This invitation was accepted already. Each one works once.',
  withdrawn: 'This invitation was taken back. If that surprises you, ask whoever invited you.',
  other: 'This invitation is for another email address. Sign out first, and open the link again.',
  inviter: 'Whoever invited you no longer has a place that invites. Ask for a new invitation.',
}

/**
 * Makes the signed-in person what they were invited to be: their address is the one that was
 * invited. Staff also type the word that they were told; five wrong ones close the invitation, and
 * after the right one they set up their sign-in. Null where it was not asked for yet: no try is
 * counted. Their other sessions end, for what they may do has changed. Answers where they go on. Of two
 * at once, one place is made.
 */
export async function acceptInvitation(
  ctx: Context,
  token: string,
  spoken: string | null,
): Promise<string> {
  const setupToken = randomBytes(32).toString('base64url')
  const outcome = await deed<Outcome>(ctx, async (tx) => {
    const found = await invitationByToken(tx, token)
    if (!found) return { refused: refusals.absent, field: '' }
    const { invitation } = found
    const standing = standingOf(invitation, ctx.now)
    if (standing === 'accepted' && invitation.acceptedBy === ctx.actor.person.id) {
      return { sealed: seal(homeOf(invitation), purpose) }
    }
    if (standing !== 'open') return { refused: refusals[standing], field: '' }
    if (invitation.email !== ctx.actor.person.email) return { refused: refusals.other, field: '' }
    if (!(await inviterMay(tx, invitation))) return { refused: refusals.inviter, field: '' }
    if (invitation.spokenHash && spoken === null) return { refused: askWord, field: 'spoken' }
    if (invitation.spokenHash && !(await spokenFits(tx, ctx, invitation, spoken ?? ''))) {
      const left = invitation.spokenTriesLeft - 1
      return { refused: left > 0 ? wrongWord : refusals.tries_over, field: 'spoken' }
    }
    if (!(await taken(tx, ctx, invitation))) return { refused: refusals.accepted, field: '' }
    const path = await give(tx, ctx, invitation, setupToken)
    return { sealed: seal(path, purpose) }
  })
  if ('refused' in outcome) throw new Invalid({ [outcome.field]: outcome.refused })
  return unseal(outcome.sealed, purpose) ?? paths.myHome()
}

const askWord = 'Type the word that you were told: two words and two digits.'
const wrongWord =
  'That is not the word. Ask whoever invited you to say it again: two words and two digits.'

/** Asked again when it is accepted: what a former owner or coordinator had offered opens nothing. */
async function inviterMay(tx: Tx, invitation: Invitation): Promise<boolean> {
  const inviter = await actorOf(tx, invitation.invitedBy, ['password', 'totp'])
  return inviter !== null && canInvite(inviter, invitation).allowed
}

/** A try is counted before it is compared, in the transaction that holds the row. */
async function spokenFits(
  tx: Tx,
  { actor, now, origin }: Context,
  { id, spokenHash, spokenTriesLeft, role }: Invitation,
  spoken: string,
): Promise<boolean> {
  if (spokenHash === spokenMark(id, spoken)) return true
  await tx
    .update(placeInvitations)
    .set({ spokenTriesLeft: spokenTriesLeft - 1 })
    .where(eq(placeInvitations.id, id))
  await recordEvent(tx, {
    kind: 'place.invitation_refused',
    ...{ actor, at: now, origin, subjectId: id, facts: { role } },
  })
  return false
}

async function taken(tx: Tx, { actor, now }: Context, { id }: Invitation): Promise<boolean> {
  const rows = await tx
    .update(placeInvitations)
    .set({ acceptedAt: now, acceptedBy: actor.person.id })
    .where(
      and(
        eq(placeInvitations.id, id),
        isNull(placeInvitations.acceptedAt),
        isNull(placeInvitations.withdrawnAt),
      ),
    )
    .returning({ id: placeInvitations.id })
  return rows.length > 0
}

/** Makes the places, tells those whom it concerns, and answers where its holder goes on. */
async function give(
  tx: Tx,
  ctx: Context,
  invitation: Invitation,
  setupToken: string,
): Promise<string> {
  const { actor, now, origin } = ctx
  const { role, venueId, title, invitedBy, handOver } = invitation
  const personId = actor.person.id
  await giveInvitedPlaces(tx, ctx, invitation)
  await endSessionsOf(tx, personId, now, { except: origin.sessionId })
  if (venueId) {
    if (handOver) await handOverTo(tx, ctx, invitation, handOver)
    const [by] = await tx.select().from(people).where(eq(people.id, invitedBy))
    const change = handOver ? 'handed_over' : 'joined'
    const told = { change, venueId, personId, role, by: { id: personId, name: by?.name ?? '' } }
    await tellOfPlace(tx, { ...told, change }, now)
    return homeOf(invitation)
  }
  if (!isStaffRole(role)) return homeOf(invitation)
  if (title) await tx.update(people).set({ title }).where(eq(people.id, personId))
  return setUpInvited(tx, ctx, invitation, setupToken)
}

function homeOf({ venueId }: Invitation): string {
  return venueId ? paths.venue(venueId) : paths.myHome()
}
