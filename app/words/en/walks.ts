import type { ContactSide, WalkItem, WalkReason, WalkState } from '~db/vocabulary'

/** "Tuesday, December 8, 2026, 2:00 PM" in the program's time zone. */
export function walkTime(moment: Date, timeZone: string, locale = 'en-US'): string {
  const day = new Intl.DateTimeFormat(locale, { timeZone, dateStyle: 'full' }).format(moment)
  const time = new Intl.DateTimeFormat(locale, { timeZone, timeStyle: 'short' }).format(moment)
  return `${day}, ${time.replace(/\u202f/g, ' ')}`
}

export const walkStateNames: Record<WalkState, string> = {
  proposed: 'Times proposed',
  agreed: 'Agreed',
  called_off: 'Called off',
  done: 'Took place',
}

/** Why it is called off: whole sentences, as both sides read them. */
export const walkReasonSentences: Record<WalkReason, string> = {
  busy: 'Something else came up at that time.',
  short_staffed: 'We are too few people that day.',
  later: 'Another season suits us better.',
  not_needed: 'We talked about it another way.',
}

const theOther: Record<ContactSide, string> = { venue: 'The program', program: 'The venue' }

type Standing = { state: WalkState; mine: boolean; when: string; reason: string; byMe: boolean }

/** How it stands, as one of the two sides reads it. */
export function walkStanding(
  side: ContactSide,
  { state, mine, when, reason, byMe }: Standing,
): string {
  switch (state) {
    case 'proposed':
      return mine
        ? `${theOther[side]} proposed three times. Choose the one that suits you, or propose others.`
        : `You proposed three times. ${theOther[side]} chooses one, and you hear by email.`
    case 'agreed':
      return `You walk through together on ${when}.`
    case 'called_off':
      return `${byMe ? 'Your side' : theOther[side]} called it off: ${reason} Another one can be proposed at any time.`
    default:
      return `You walked through together on ${when}.`
  }
}

export const walkWords = {
  about:
    'A walk-through is a look around together: light, corners, exits, the line outside. It is no inspection, and it is voluntary for both.',
  moved:
    'Somebody changed this walk-through while you had the page open. Here is how it stands now.',
} as const

/** What both look at, with the question that helps to see it. */
export const walkItemWords: Record<WalkItem, { title: string; hint: string }> = {
  lighting: { title: 'Lighting', hint: 'Can guests see each other, the floor and the way out?' },
  blind_spots: { title: 'Blind spots', hint: 'Which corner does nobody of the team look into?' },
  toilets: { title: 'Toilets', hint: 'Doors, locks, light, and who looks in how often.' },
  drinks: { title: 'Drinks cover', hint: 'Lids or a place to leave a drink safely.' },
  exits: { title: 'Exits', hint: 'Free, open from inside, and lit.' },
  queue_line: { title: 'The line outside', hint: 'Where it stands, who walks it, the sidewalk.' },
}

export const photoWords = {
  people:
    'Please photograph places and not people: wait until nobody is in the picture. Where and when a photo was taken is removed. The photos belong to the venue.',
  one: 'Please choose one photo at a time here.',
} as const

/** "18 of 20 photos saved", of those that were chosen now: only what the server has is counted. */
export function photosSaved(saved: number, of: number, locale = 'en-US'): string {
  const [done, all] = [saved, of].map((count) => new Intl.NumberFormat(locale).format(count))
  return of === 1 ? `${done} of 1 photo saved` : `${done} of ${all} photos saved`
}
