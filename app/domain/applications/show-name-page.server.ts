import { eq } from 'drizzle-orm'
import { paths } from '~/paths'
import { formatMoment } from '~/words/en/format'
import { addressed } from '~/words/en/names'
import { lengthNames, showingWords } from '~/words/en/shown-names'
import { applications } from '~db/schema'
import type { Reading } from '../context'
import type { VenueId } from '../ids'
import { canShowNames } from '../permissions/venue'
import { placeIn } from '../permissions/who'
import { programOf } from '../standards/program.server'
import { venueFor } from '../venues/queries.server'
import { answerersOf } from './readers.server'
import { showingLengths, shownUntil } from './show-name-form'
import { namedRecordFor, type RecordAddress } from './show-name-record.server'
import { lastReadings, namesShownNow } from './shown-names.server'

/** Before a name is shown: whose it is, who will read it, for how long, and why it cannot be shown if so. */
export async function showNamePage(reading: Reading, record: RecordAddress) {
  const { db, actor, now } = reading
  const { venueId, roundEvidenceId, alias } = record
  const venue = await venueFor(db, actor, venueId)
  const { round, newest, title, person } = await namedRecordFor(db, actor, record)
  const permission = canShowNames(actor, venueId)
  const shown = (await shownNames(reading, venueId)).find((one) => {
    return one.evidenceId === roundEvidenceId && one.alias === alias
  })
  const { timeZone } = await programOf(db)
  return {
    alias,
    name: person.name,
    title,
    round: round.number,
    receipt: paths.round(venueId, round.id),
    newest: newest.id === round.id ? null : paths.round(venueId, newest.id),
    hindrance: permission.allowed ? null : permission.reason,
    shown: shown ?? null,
    readers: await answerersOf(db, {
      district: { id: venue.districtId, name: venue.districtName },
      applicationId: round.applicationId,
    }),
    lengths: showingLengths.map((value) => ({
      value,
      label: lengthNames[value],
      hint: `Until ${formatMoment(shownUntil(now, value), timeZone, 'en-US', now)}`,
    })),
  }
}

/** The names that a venue shows right now, where, until when, and who read them last; for its own people. */
export async function shownNames({ db, actor, now }: Reading, venueId: VenueId) {
  if (!placeIn(actor, venueId)?.confirmed) return []
  const shown = await namesShownNow(db, now, eq(applications.venueId, venueId))
  if (shown.length === 0) return []
  const { timeZone } = await programOf(db)
  const at = (moment: Date) => formatMoment(moment, timeZone, 'en-US', now)
  const ids = shown.map(({ id }) => id)
  const read = await lastReadings(db, venueId, ids)
  const mayHide = canShowNames(actor, venueId).allowed
  return shown.map(({ id, evidenceId, alias, name, title, round, roundId, until, shownBy }) => {
    const last = read.get(id)
    return {
      id,
      evidenceId,
      alias,
      name,
      where: `${title}, round ${round}`,
      to: `${paths.round(venueId, roundId)}#${evidenceId}`,
      words: showingWords.shown(at(until), shownBy),
      read: last ? showingWords.read(at(last.at), addressed(last)) : showingWords.unread,
      hide: mayHide ? paths.hideName(venueId, id) : null,
    }
  })
}

export type ShownNames = Awaited<ReturnType<typeof shownNames>>
