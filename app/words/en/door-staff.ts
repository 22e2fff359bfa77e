import { formatDay, formatDayOf } from './format'

type Known = {
  name: string
  version: number
  publishedAt: Date
  knownOn: string | null
  knownBefore: boolean
}

/** What a venue said of a zone, as it is kept with what it shared. */
export function frozenKnowledge({ name, version, publishedAt, knownOn }: Known, timeZone: string) {
  const on = formatDayOf(publishedAt, timeZone)
  const which = version === 1 ? `as written on ${on}` : `as changed on ${on}`
  const said = knownOn ? `; said on ${formatDay(knownOn)}` : ''
  return `Our door team knows the ${name} zone, ${which}${said}.`
}

/** The same as the venue reads it beside the standard. */
export function knowledgeWords(zone: Known, timeZone: string): string {
  const { name, publishedAt, knownOn, knownBefore } = zone
  if (knownOn) return `Your door staff know the ${name} zone. You said so on ${formatDay(knownOn)}.`
  return knownBefore
    ? `The ${name} zone changed on ${formatDayOf(publishedAt, timeZone)}. Tell your door staff, and say so again.`
    : `The ${name} zone is near you. Once your door staff know it, say so with one tap.`
}
