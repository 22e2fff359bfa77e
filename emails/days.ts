import { formatDay } from '~/words/en/format'

/** A calendar date in words; what is in words already stays as it is. */
export function dayWords(day: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(day) ? formatDay(day) : day
}
