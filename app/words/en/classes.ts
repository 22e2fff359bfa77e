import type { StaffPosition } from '~db/vocabulary'
import { countOf, formatNumber } from './format'
import { peopleWords } from './training'

type Gain = {
  need: { positions: readonly StaffPosition[] }
  inScope: number
  without: number
  withClass: number
  met: boolean
}

/** "If your people come, 8 of your 8 servers would be current instead of 5." */
export function gainWords(
  { need, inScope, without, withClass, met }: Gain,
  locale = 'en-US',
): string {
  const [one, many] = peopleWords(need.positions)
  const all = countOf(inScope, one, many, locale)
  const [then, now] = [withClass, without].map((count) => formatNumber(count, locale))
  if (met) return `${now} of your ${all} will be current that day, so what is asked is in place.`
  return `If your people come, ${then} of your ${all} would be current instead of ${now}.`
}

/** What calling a class off does, before it is done. */
export const callingOff = [
  'Venues no longer see the class on their pages.',
  'Nobody gets a mail about it: who signed up is known to the people who give the class. Please tell them, so that nobody comes in vain.',
  'The class stays in your list, marked as called off, and is not changed any more.',
] as const
