import type { RecordRow } from '../training/queries.server'

/**
 * What somebody saw of a record when they changed it or vouched for it: kept in the form, and compared
 * when it comes back, so that nobody vouches for another date or another card than they looked at.
 */
export function seenOf(record: RecordRow): string {
  const { completedOn, printedExpiry, certificateNumber, fileId, state } = record
  return [completedOn, printedExpiry, certificateNumber, fileId, state]
    .map((fact) => fact ?? '')
    .join('|')
}

export const changedMeanwhile =
  'Somebody changed this training while you had the page open. Please open it again, and look at what stands there now.'
