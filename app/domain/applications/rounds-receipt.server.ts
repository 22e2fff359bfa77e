import { formatDay, formatDayOf, formatMoment } from '~/words/en/format'
import type { Reading } from '../context'
import { dayOf } from '../dates'
import { NotFound } from '../errors'
import type { RoundId, VenueId } from '../ids'
import { programOf } from '../standards/program.server'
import { venueFor } from '../venues/queries.server'
import { waitingAmendment } from './amendment.server'
import { readersOfRound } from './readers.server'
import { receiptNames } from './receipt-names.server'
import { answersOfRound, evidenceOfRound, roundFor, standardsOfRound } from './rounds.server'
import { sharedStandards } from './rounds-view'
import { shownNames } from './show-name-page.server'

/** The receipt of a share, for the venue: reference, what happens next, whom to call, and exactly what was shared. */
export async function receiptOf(reading: Reading, venueId: VenueId, roundId: RoundId) {
  const { db, actor } = reading
  const { round, application } = await roundFor(db, actor, roundId)
  if (application.venueId !== venueId) throw new NotFound()
  const venue = await venueFor(db, actor, venueId)
  const { settings, timeZone } = await programOf(db)
  const set = await standardsOfRound(db, round.id, application)
  const evidence = await evidenceOfRound(db, round.id)
  const answers = await answersOfRound(db, round.id)
  const isNewest = application.roundsShared === round.number
  return {
    venue: venue.name,
    number: round.number,
    reference: round.reference,
    sharedDay: dayOf(round.sharedAt, timeZone),
    sharedOn: formatDayOf(round.sharedAt, timeZone),
    sharedAt: formatMoment(round.sharedAt, timeZone),
    sharedBy: round.sharedBy,
    hearBy: formatDay(round.hearBy),
    amendment: round.amendment === true,
    waiting: round.amendment
      ? (await waitingAmendment(db, application))?.id === round.id
      : application.state === 'shared' && isNewest,
    words: round.words,
    ruler: round.ruler ?? '',
    readers: await readersOfRound(
      db,
      { readers: round.readers, sharedOn: formatDayOf(round.sharedAt, timeZone) },
      {
        district: { id: venue.districtId, name: venue.districtName },
        applicationId: application.id,
      },
    ),
    contact: { email: settings.contactEmail, phone: settings.contactPhone },
    standards: sharedStandards(set.standards, evidence, answers),
    names: await receiptNames(reading, { venueId, roundId, isNewest }, evidence),
    shown: await shownNames(reading, venueId),
  }
}

export type Receipt = Awaited<ReturnType<typeof receiptOf>>
