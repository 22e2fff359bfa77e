import type { StepAnswer } from '~db/vocabulary'
import { countOf, formatDay } from './format'

/** The help that a liaison offered in letters. */
export const promiseWords = {
  agreed: (answer: StepAnswer | null) =>
    answer === 'accepted'
      ? 'The venue said yes to this date.'
      : answer === 'other_date'
        ? 'The venue chose this date.'
        : 'The venue has not answered yet; this is the date that you proposed.',
  due: (left: number, on: string) =>
    left < 0
      ? `Offered for ${formatDay(on)}, ${countOf(-left, 'day', 'days')} ago`
      : left === 0
        ? 'Offered for today'
        : `Offered for ${formatDay(on)}, in ${countOf(left, 'day', 'days')}`,
  given: (on: string) => `Given on ${on}`,
  onDesk: (open: number, late: number) =>
    open === 0
      ? 'My promises: nothing is open'
      : late === 0
        ? `My promises: ${open} open`
        : `My promises: ${open} open, ${late} past the day`,
} as const
