import type { pulseWords } from '~/words/en/pulse'
import type { PulseSide } from '~db/vocabulary'
import type { Reading } from '../context'
import { NotFound } from '../errors'
import type { ApplicationId, ResponseId, VenueId } from '../ids'
import { placeIn } from '../permissions/who'
import { pulseItems } from './pulse'
import { type Ask, openAsks } from './pulse-pools.server'
import { responseFor } from './queries.server'

/** Where the pulse is asked for: the address names the venue, or the application. */
export type PulsePlace = { venueId: VenueId } | { applicationId: ApplicationId }

/** The pulse after a letter, for one of those who were asked. Whoever may read the letter may open its page. */
export async function pulseFor(reading: Reading, responseId: ResponseId, place: PulsePlace) {
  const { db, actor, now } = reading
  const { response, application } = await responseFor(db, actor, responseId)
  const fits =
    'venueId' in place
      ? place.venueId === application.venueId && placeIn(actor, application.venueId)
      : place.applicationId === application.id
  if (!fits) throw new NotFound()
  const side: PulseSide = 'venueId' in place ? 'venue' : 'liaison'
  const { open, held } = await openAsks(db, actor.person.id, side, now)
  const here = (ask: Ask) => ask.responseId === responseId
  const ask = open.find(here) ?? null
  /** Why they cannot answer now: their last answer still waits, or nothing is asked of them. */
  const closed: keyof typeof pulseWords.closed = held.some(here) ? 'waits' : 'over'
  return { ask, closed, side, venue: application.venueName, from: response.author }
}

/** The page of the pulse. */
export async function pulsePage(reading: Reading, responseId: ResponseId, place: PulsePlace) {
  const { ask, closed, ...page } = await pulseFor(reading, responseId, place)
  return { ...page, responseId, closed: ask ? null : closed, items: pulseItems[page.side] }
}

/** What somebody could answer now: the newest letter of a venue, or of all they sent; null for nothing. */
export async function pulseToAnswer(
  { db, actor, now }: Reading,
  { venueId, responseId }: { venueId?: VenueId; responseId?: ResponseId },
  side: PulseSide,
) {
  const { open } = await openAsks(db, actor.person.id, side, now)
  const ask = open.find(
    (each) =>
      (!venueId || each.venueId === venueId) && (!responseId || each.responseId === responseId),
  )
  if (!ask) return null
  return { responseId: ask.responseId, applicationId: ask.applicationId, venue: ask.venue }
}
