import { formatDay, formatMoment } from '~/words/en/format'
import type { Policy } from './queries.server'

/** What the venue reads about the reviews of a policy. */
export function reviewWords(policy: Policy, editor: string, timeZone: string) {
  const { reviewOn, reviewedOn, reviewedByCounsel, counselOn, editedAt } = policy
  const counsel = counselOn ? `Yes, on ${formatDay(counselOn)}` : 'Yes'
  return {
    reviewOn: reviewOn ?? '',
    counselOn: counselOn ?? '',
    reviewedByCounsel,
    words: reviewOn ? formatDay(reviewOn) : 'No date yet',
    reviewed: reviewedOn ? formatDay(reviewedOn) : 'Not noted yet',
    counsel: reviewedByCounsel ? counsel : 'Not yet, or not needed',
    edited: `By ${editor}, ${formatMoment(editedAt, timeZone)}`,
  }
}
