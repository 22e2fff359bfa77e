import { formatDay } from '~/words/en/format'
import { standardsOfRound } from '../applications/rounds.server'
import type { Reading } from '../context'
import { NotFound } from '../errors'
import type { ItemId, ResponseId, VenueId } from '../ids'
import { canSpeakForVenue } from '../permissions/venue'
import { placeIn } from '../permissions/who'
import { todayIn } from '../standards/program.server'
import { findStandard } from '../standards/standard-set'
import { responseFor } from './queries.server'

/** One next step of a letter, for the venue to answer. */
export async function stepPage(
  { db, actor, now }: Reading,
  { venueId, responseId, itemId }: { venueId: VenueId; responseId: ResponseId; itemId: ItemId },
) {
  const { response, application, items } = await responseFor(db, actor, responseId)
  const step = items.find(({ id, kind }) => id === itemId && kind === 'next_step')
  if (!step || application.venueId !== venueId || !placeIn(actor, venueId)) throw new NotFound()
  const set = await standardsOfRound(db, response.roundId, application)
  const permission = canSpeakForVenue(actor, venueId)
  return {
    venue: application.venueName,
    from: response.author,
    title: findStandard(set, step.standard)?.title ?? step.standard,
    words: step.words,
    why: step.why ?? '',
    help: step.help ?? '',
    law: step.lawSource ?? '',
    proposedOn: step.proposedOn ? formatDay(step.proposedOn) : '',
    answer: step.answer,
    day: step.answer === 'other_date' ? step.agreedOn : null,
    today: await todayIn(db, now),
    hindrance: permission.allowed ? null : permission.reason,
  }
}
