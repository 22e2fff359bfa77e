import { paths } from '~/paths'
import { itemNames } from '~/words/en/feedback'
import { formatDayOf } from '~/words/en/format'
import type { Reading } from '../context'
import type { ResponseId } from '../ids'
import { canReply } from '../permissions/feedback'
import { placeIn } from '../permissions/who'
import { programOf } from '../standards/program.server'
import { responseFor } from './queries.server'
import { partOf } from './settle.server'

/** What would be marked as settled, or opened again, as either side opens it. */
export async function settlePage(reading: Reading, responseId: ResponseId, about: string) {
  const { db, actor } = reading
  const { response, application, items } = await responseFor(db, actor, responseId)
  const part = partOf(items, about)
  const { timeZone } = await programOf(db)
  const settledAt = part ? part.settledAt : response.settledAt
  const may = canReply(actor, application)
  return {
    about,
    part: part ? `${itemNames[part.kind]}: “${part.words}”` : '',
    settledOn: settledAt ? formatDayOf(settledAt, timeZone) : '',
    hindrance: may.allowed ? '' : may.reason,
    back: placeIn(actor, application.venueId)
      ? paths.letter(application.venueId, responseId)
      : paths.reviewLetter(application.id, responseId),
  }
}
