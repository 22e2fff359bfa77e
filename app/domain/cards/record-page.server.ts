import { eq } from 'drizzle-orm'
import { paths } from '~/paths'
import { recordStateNames } from '~/words/en/cards'
import { formatDay } from '~/words/en/format'
import { endWords } from '~/words/en/training'
import { files } from '~db/schema'
import type { Reading } from '../context'
import type { TrainingRecordId, VenueId } from '../ids'
import { canVerifyRecords } from '../permissions/venue'
import { roomWords } from '../policies/file-room.server'
import { todayIn } from '../standards/program.server'
import { recordFor, recordsOf } from '../training/queries.server'
import { titleOf, trainingEnd } from '../training/trainings'
import { stateWordsOf } from '../training/verifiers.server'
import { standardsForVenue } from '../venues/standards-in-force.server'
import { seenOf } from './card'

/** One training of one person: its dates, its card, and who vouched for it, for the venue's own people. */
export async function recordPage(ctx: Reading, venueId: VenueId, recordId: TrainingRecordId) {
  const { db, actor, now } = ctx
  const record = await recordFor(db, actor, venueId, recordId)
  const { trainingTypes } = await standardsForVenue(db, venueId)
  const own = await recordsOf(db, record.staffId)
  const end = trainingEnd(record, own, trainingTypes, await todayIn(db, now))
  const permission = canVerifyRecords(actor, venueId)
  const [card] = record.fileId
    ? await db.select().from(files).where(eq(files.id, record.fileId))
    : []
  return {
    person: record.person,
    back: paths.staffMember(venueId, record.staffId),
    title: titleOf(record.type, trainingTypes),
    completed: formatDay(record.completedOn),
    counts: endWords(end),
    number: record.certificateNumber ?? '',
    isVerified: record.state === 'verified',
    state: recordStateNames[record.state],
    stateWords: (await stateWordsOf(db, [record]))(record),
    mayVerify: permission.allowed,
    whyNot: permission.allowed ? '' : permission.reason,
    card: card
      ? {
          name: card.name,
          to: paths.venueFile(venueId, card.id),
          picture: card.type.startsWith('image/') && !card.heldSince && !card.foundIn,
        }
      : null,
    values: {
      completedOn: record.completedOn,
      printedExpiry: record.printedExpiry ?? '',
      certificateNumber: record.certificateNumber ?? '',
    },
    seen: seenOf(record),
    room: await roomWords(db, venueId),
  }
}
