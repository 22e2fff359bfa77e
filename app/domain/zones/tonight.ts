import { nextNightWords, openNowWords, statusSentence, tonightWords } from '~/words/en/zones'
import { dayOf } from '../dates'
import { nextNight, openNight } from './nights'
import { isPast, opens, type Zone } from './zone'

export type Tonight = {
  when: 'now' | 'tonight' | 'later' | 'closed'
  /** Two words for a list: "Open tonight". */
  short: string
  /** "Open tonight, 9 PM to 3 AM", or why it is not open at all. */
  words: string
}

type Said = Pick<Zone, 'status' | 'effectiveFrom' | 'effectiveUntil' | 'facts'>

/** How a zone stands at a moment, in words: open now, tonight, on its next night, or not at all. */
export function tonightAt(zone: Said, now: Date, timeZone: string): Tonight {
  const today = dayOf(now, timeZone)
  const closed = (short: string): Tonight => {
    return { when: 'closed', short, words: statusSentence(zone, today) }
  }
  if (hasEnded(zone, now, timeZone)) return closed('Ended')
  if (zone.status === 'proposed') return closed('Proposed')
  if (zone.status === 'suspended') return closed('On hold')

  const effective = effectiveOf(zone)
  const { hours } = zone.facts
  const open = openNight(hours, now, timeZone, effective)
  if (open) return { when: 'now', short: 'Open now', words: openNowWords(open, now, timeZone) }
  const next = nextNight(hours, now, timeZone, effective)
  if (!next) return closed('Not tonight')
  return next.night <= today
    ? { when: 'tonight', short: 'Open tonight', words: tonightWords(next, timeZone) }
    : { when: 'later', short: 'Not tonight', words: nextNightWords(next, today, timeZone) }
}

/** The evenings on which a zone's hours count. */
export function effectiveOf({ effectiveFrom, effectiveUntil }: Omit<Said, 'facts' | 'status'>) {
  return { from: effectiveFrom, until: effectiveUntil }
}

/** Whether a zone is over. The night of its last evening goes on after midnight. */
export function hasEnded(zone: Said, now: Date, timeZone: string): boolean {
  if (!isPast(zone, dayOf(now, timeZone))) return false
  return !opens(zone) || !openNight(zone.facts.hours, now, timeZone, effectiveOf(zone))
}
