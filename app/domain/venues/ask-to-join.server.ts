import { and, eq, gte, lt, ne } from 'drizzle-orm'
import { paths } from '~/paths'
import type { Tx } from '~db/open.server'
import { joinRequests, memberships, venues } from '~db/schema'
import type { Context } from '../context'
import { deed } from '../deed.server'
import { slugGiver, slugOf } from '../districts/slug'
import { Invalid, NotFound } from '../errors'
import { recordEvent } from '../events.server'
import { newId, type PersonId, type VenueId } from '../ids'
import { notMerged } from '../live-venues.server'
import { queueEmail } from '../outbox.server'
import { peopleAt } from './give-place.server'

/** `open`: the person can draft for the venue meanwhile. */
export type Asked = { venueId: VenueId; open: boolean }

const mostWaiting = 5

/**
 * Asks to join with a venue of the list. The first who asks, at a venue that never had anybody else, can
 * draft at once; anybody later waits for the coordinator, so that no stranger reads a draft.
 */
export function askToJoin(ctx: Context, venueId: VenueId, words: string): Promise<Asked> {
  return deed(ctx, async (tx) => {
    const [venue] = await tx
      .select()
      .from(venues)
      .where(and(eq(venues.id, venueId), notMerged))
    if (!venue) throw new NotFound()
    return ask(tx, ctx, venue, words)
  })
}

export type TypedVenue = { venue: string; address: string; words: string }

/** Asks to join with a venue that is not on the list: it is typed in, and the coordinator looks at it. */
export function askWithTypedVenue(ctx: Context, typed: TypedVenue): Promise<Asked> {
  return deed(ctx, async (tx) => {
    const slugs = await slugsLike(tx, slugOf(typed.venue))
    const id = newId('ven')
    const venue = { id, name: typed.venue, address: typed.address }
    await tx.insert(venues).values({
      ...venue,
      slug: slugGiver(slugs)(typed.venue),
      source: 'typed',
      profile: { securityStaff: null },
      createdAt: ctx.now,
    })
    return ask(tx, ctx, venue, typed.words)
  })
}

/** The slugs that begin like this one; nothing in a slug sorts after "~". */
async function slugsLike(tx: Tx, first: string): Promise<string[]> {
  const rows = await tx
    .select({ slug: venues.slug })
    .from(venues)
    .where(and(gte(venues.slug, first), lt(venues.slug, `${first}~`)))
  return rows.map(({ slug }) => slug)
}

/** Where somebody goes on after asking to join: to the venue's drafts, or to how the request stands. */
export function askedPath({ venueId, open }: Asked): string {
  return open ? paths.venue(venueId) : paths.joinVenue(venueId)
}

async function ask(
  tx: Tx,
  { actor, now, origin }: Context,
  { id: venueId, name }: { id: VenueId; name: string },
  words: string,
): Promise<Asked> {
  const personId = actor.person.id
  const people = await peopleAt(tx, venueId)
  const mine = people.find((each) => each.personId === personId)
  if (mine?.confirmedAt) throw new Invalid({ '': 'You belong to this venue already.' })
  const waiting = await waitingOf(tx, personId)
  const known = people.some(({ confirmedAt }) => confirmedAt !== null)
  if (waiting.includes(venueId)) {
    if (words) await sayAnew(tx, personId, venueId, words)
    return { venueId, open: mine !== undefined && !known }
  }
  if (waiting.length >= mostWaiting) {
    throw new Invalid({
      '': `You have ${mostWaiting} requests waiting already. Please wait until we have answered one of them, or call us.`,
    })
  }

  const open = people.length === 0 && !(await hadOthers(tx, venueId, personId))
  const membershipId = newId('mem')
  if (open) {
    const place = { id: membershipId, personId, venueId, role: 'owner' as const, createdAt: now }
    await tx.insert(memberships).values({ ...place, confirmedAt: null })
  }
  const id = newId('joi')
  const request = { id, venueId, personId, membershipId, words: words || null, createdAt: now }
  await tx.insert(joinRequests).values({ ...request, state: 'waiting' })
  const happening = { actor, at: now, origin, venueId, subjectId: id, facts: { open } }
  await recordEvent(tx, { kind: 'venue.asked_to_join', ...happening })
  const path = askedPath({ venueId, open })
  await queueEmail(tx, actor.person, 'join-received', { venue: name, path, open }, now)
  return { venueId, open }
}

/** Who asks again while the request waits says it better: the coordinator reads the newest words. */
async function sayAnew(tx: Tx, personId: PersonId, venueId: VenueId, words: string): Promise<void> {
  const theirs = and(eq(joinRequests.personId, personId), eq(joinRequests.venueId, venueId))
  await tx
    .update(joinRequests)
    .set({ words })
    .where(and(theirs, eq(joinRequests.state, 'waiting')))
}

/** Whether somebody else ever drafted there: what they left is not for whoever asks next. */
async function hadOthers(tx: Tx, venueId: VenueId, personId: PersonId): Promise<boolean> {
  const others = and(eq(memberships.venueId, venueId), ne(memberships.personId, personId))
  return (await tx.$count(memberships, others)) > 0
}

async function waitingOf(tx: Tx, personId: PersonId): Promise<VenueId[]> {
  const rows = await tx
    .select({ venueId: joinRequests.venueId })
    .from(joinRequests)
    .where(and(eq(joinRequests.personId, personId), eq(joinRequests.state, 'waiting')))
  return rows.map(({ venueId }) => venueId)
}
