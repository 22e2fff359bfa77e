import { countOf, formatDay } from './format'

/** The words of a venue that keeps things current. Nothing here presses anybody. */
export const keepWords = {
  title: 'Keep things current',
  ask: 'Still true?',
  yes: 'Still true',
  no: 'Something changed',
  share: 'Share what you changed',
  said: (day: string) => `You said so on ${day}.`,
  added: (day: string) => `It stands here since ${day}.`,
  done: (title: string) => `You said today that “${title}” is still true.`,
  others: (count: number) => countOf(count, 'other thing', 'other things'),
  changeWaits: (on: string, hearBy: string) =>
    `Your liaison is reading the change that you shared on ${on}. You hear by ${hearBy}.`,
  confirmed: (day: string) => `You said on ${day} that it is still true.`,
  /** As both sides read it once it is shared. */
  confirmedBy: (day: string, name: string | null) =>
    name ? `Confirmed still true on ${day} by ${name}.` : `Confirmed still true on ${day}.`,
} as const

/** Beside what an accredited venue can change now: whom it reaches, and when. */
export const changeWords =
  'What you shared stays as it was, and so does your certificate. What you change here waits with your team until you share it.'

/** In place of a form for what is dated. */
export const certificateDateWords =
  'Your certificate counts by this date, so it is not changed here. Add a new date, and it takes the place of this one; your liaison reads it at once.'

/** For the home of an accredited venue: how many things stand there, and since when nobody looked. */
export function keptLine(kept: readonly { lookedAt: string }[]): string {
  const [oldest] = kept
  if (!oldest) return ''
  return `${countOf(kept.length, 'thing stands', 'things stand')} as you said. You looked longest ago on ${formatDay(oldest.lookedAt)}.`
}
