import type { EventKind } from '../events'

/** The steps of a venue's way, in order, with what the event log calls each. */
export const funnelSteps = [
  { step: 'invited', kinds: ['venue.invited'] },
  { step: 'joined', kinds: ['venue.claimed', 'venue.join_confirmed'] },
  { step: 'shared', kinds: ['application.shared'] },
  { step: 'heard_back', kinds: ['response.sent'] },
  { step: 'accredited', kinds: ['certificate.issued'] },
] as const satisfies readonly { step: string; kinds: readonly EventKind[] }[]

export type FunnelStep = (typeof funnelSteps)[number]['step']

/** So many venues came to a step after so many whole days, ever and in the period. */
export type Taken = { days: number; ever: number; lately: number }

/**
 * The median in whole days: the fewest days within which half of the venues, or more, came to the
 * step. Null where none did.
 */
export function medianDays(taken: readonly Taken[], span: 'ever' | 'lately'): number | null {
  const total = taken.reduce((sum, each) => sum + each[span], 0)
  if (total === 0) return null
  let sofar = 0
  for (const each of [...taken].sort((a, b) => a.days - b.days)) {
    sofar += each[span]
    if (sofar * 2 >= total) return each.days
  }
  return null
}
