import { countOf, formatDay, formatNumber, listOf } from './format'

type Fall = {
  day: string
  inScope: number
  trained: number
  required: number
  ended: readonly string[]
  joined: readonly string[]
}

/** "Without a new training, 6 of 10 would be current from June 11, 2027, and the standard asks for 7." */
export function fallWords(fall: Fall, newHireDays: number, locale = 'en-US'): string {
  const [trained, inScope, required] = [fall.trained, fall.inScope, fall.required].map((count) =>
    formatNumber(count, locale),
  )
  const day = formatDay(fall.day, locale)
  return [
    `Without a new training, ${trained} of ${inScope} would be current from ${day}, and the standard asks for ${required}.`,
    ...(fall.ended.length ? [`That day it counts no more for ${listOf(fall.ended, locale)}.`] : []),
    ...(fall.joined.length
      ? [`The first ${newHireDays} days are over for ${listOf(fall.joined, locale)}.`]
      : []),
  ].join(' ')
}

export const calendarWords = {
  through: (training: string, day: string) => `${training}: it counts through ${formatDay(day)}.`,
  throughOnLeave: (training: string, day: string) =>
    `${training}: it counts through ${formatDay(day)}. On leave, so not counted now.`,
  nothing: 'Nothing ends this month.',
  count: (ends: number, falls: number, until: string, locale = 'en-US') => {
    const ending = `${countOf(ends, 'training ends', 'trainings end', locale)} by ${formatDay(until, locale)}`
    if (falls === 0) return `${ending}, and no standard would fall below what it asks.`
    const often = countOf(falls, 'time', 'times', locale)
    return `${ending}. If nothing changes, a standard would fall below what it asks ${often}.`
  },
  /** What a calendar program shows: a fact and no judgement. */
  eventOfEnd: (name: string, training: string) => `${name}: last day of “${training}”`,
  eventOfFall: (title: string) => `“${title}”: more training asked from today`,
} as const
