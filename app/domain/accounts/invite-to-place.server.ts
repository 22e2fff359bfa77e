import { and, eq, gt, inArray, isNull } from 'drizzle-orm'
import type { Tx } from '~db/open.server'
import { districts, memberships, people, placeInvitations } from '~db/schema'
import type { HandOverWay, PartnerField, Role } from '~db/vocabulary'
import type { Context } from '../context'
import { deed } from '../deed.server'
import { Invalid } from '../errors'
import { recordEvent } from '../events.server'
import { type DistrictId, newId, type PlaceInvitationId, type VenueId } from '../ids'
import { permit, permitProved } from '../permissions/permission'
import {
  canHandOver,
  canInvite,
  isSamePlace,
  isStaffRole,
  standsInForPlace,
} from '../permissions/place'
import { actorNow } from './actor.server'
import { mailInvitation, newLink } from './mail-invitation.server'
import { linkEnd, placesOffered } from './place-invitation'
import { seal, unseal } from './secrets.server'
import { newSpokenWord, spokenMark } from './spoken-word.server'

export type PlaceOffer = {
  name: string
  email: string
  title: string | null
  role: Role
  venueId: VenueId | null
  districtId: DistrictId | null
  /** Others beside it: one invitation gives all of them. */
  moreDistricts?: readonly DistrictId[]
  field: PartnerField | null
  /** Set where an owner hands their venue over. */
  handOver?: HandOverWay | null
}

/** `spokenWord` is shown to the inviter once, to be told in person or by phone; null for a venue's people. */
export type Invited = { id: PlaceInvitationId; spokenWord: string | null }

export const spokenPurpose = 'spoken-word'
const mostOpen = 30

/**
 * Invites somebody by email to be something at a venue or in the program: a link for seven days,
 * and for staff a word beside it that does not travel by mail. Refused where the address has that
 * place, or an open invitation to it. Needs a fresh proof of who invites.
 */
export async function inviteToPlace(ctx: Context, offer: PlaceOffer): Promise<Invited> {
  const { role, venueId, handOver = null } = offer
  permit(canInvite(ctx.actor, offer))
  if (handOver && venueId) permit(canHandOver(ctx.actor, venueId))
  permitProved(ctx)
  const { id, sealed } = await deed(ctx, async (tx) => {
    const { now, origin } = ctx
    const actor = await actorNow(tx, ctx.actor)
    permit(canInvite(actor, offer))
    await refuseUnknownDistrict(tx, offer)
    await refuseHeld(tx, offer)
    await refuseOpen(tx, offer, now)
    const id = newId('pin')
    const spokenWord = isStaffRole(role) ? newSpokenWord() : null
    const { token, tokenHash } = newLink(id)
    await tx.insert(placeInvitations).values({
      ...offer,
      ...{ id, tokenHash, handOver },
      moreDistricts: offer.moreDistricts?.length ? [...offer.moreDistricts] : null,
      invitedBy: actor.person.id,
      createdAt: now,
      sentAt: now,
      expiresAt: linkEnd(now),
      spokenHash: spokenWord && spokenMark(id, spokenWord),
    })
    const facts = { role, ...(handOver && { handOver }) }
    await recordEvent(tx, {
      kind: 'place.invited',
      ...{ actor, at: now, origin, subjectId: id, facts },
      ...(venueId && { venueId }),
    })
    await mailInvitation(tx, id, token, now)
    // What a submit answered is kept; the word is not kept readable there.
    return { id, sealed: spokenWord && seal(spokenWord, spokenPurpose) }
  })
  return { id, spokenWord: sealed && unseal(sealed, spokenPurpose) }
}

async function refuseUnknownDistrict(tx: Tx, offer: PlaceOffer) {
  const asked = placesOffered(offer).flatMap(({ districtId }) => districtId ?? [])
  const known = await tx.$count(districts, inArray(districts.id, asked))
  if (known !== asked.length) {
    throw new Invalid({ districts: 'Choose from the districts of the program.' })
  }
}

const heldWhole = 'Somebody with this address has that place already.'
const heldPart =
  'Somebody with this address has one of these districts already. Give them the others on their own page.'

/** A hand-over is for somebody who has another place already, as much as for somebody new. */
async function refuseHeld(tx: Tx, offer: PlaceOffer) {
  const held = await tx
    .select({ place: memberships })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(
      and(eq(people.email, offer.email), isNull(people.removedAt), isNull(memberships.endedAt)),
    )
  const offered = placesOffered(offer)
  const same = held
    .filter(({ place }) => place.confirmedAt !== null)
    .some(({ place }) => offered.some((each) => isSamePlace(place, each)))
  if (same) throw new Invalid({ email: offered.length > 1 ? heldPart : heldWhole })
}

async function refuseOpen(tx: Tx, offer: PlaceOffer, now: Date) {
  const { email, venueId } = offer
  const open = await tx
    .select()
    .from(placeInvitations)
    .where(
      and(
        venueId ? eq(placeInvitations.venueId, venueId) : isNull(placeInvitations.venueId),
        isNull(placeInvitations.acceptedAt),
        isNull(placeInvitations.withdrawnAt),
        gt(placeInvitations.expiresAt, now),
      ),
    )
  const offered = placesOffered(offer)
  const same = open
    .filter((each) => each.email === email)
    .flatMap(placesOffered)
    .some((each) => offered.some((one) => standsInForPlace(each, one)))
  if (same) {
    throw new Invalid({
      email: 'An invitation to this address is open. Send it again, or take it back first.',
    })
  }
  if (venueId && open.length >= mostOpen) {
    throw new Invalid({
      '': `${mostOpen} invitations are open already. Take back those that nobody needs, or wait until some are accepted.`,
    })
  }
}
