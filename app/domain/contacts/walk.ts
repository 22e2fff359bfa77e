import { walkReasonSentences, walkStanding, walkTime } from '~/words/en/walks'
import type { walkThroughs } from '~db/schema'
import type { ContactSide } from '~db/vocabulary'

export type WalkRow = typeof walkThroughs.$inferSelect

const hour = 60 * 60_000

/** How long a walk-through stands in a calendar. */
export function walkEnds(startsAt: Date): Date {
  return new Date(startsAt.getTime() + hour)
}

export function otherSide(side: ContactSide): ContactSide {
  return side === 'venue' ? 'program' : 'venue'
}

/** Whether it is still being arranged, or agreed and to come. */
export function isOpen({ state }: Pick<WalkRow, 'state'>): boolean {
  return state === 'proposed' || state === 'agreed'
}

/** Whether this side is the one to choose among the times that stand. */
export function choosesNext({ state, proposedAs }: WalkRow, side: ContactSide): boolean {
  return state === 'proposed' && proposedAs !== side
}

/** What a side can do with it now. That it took place is said once it has begun. */
export function walkDeeds(walk: WalkRow, side: ContactSide, now: Date) {
  const begun = walk.startsAt !== null && walk.startsAt <= now
  return {
    choose: choosesNext(walk, side),
    callOff: walk.state === 'proposed' || (walk.state === 'agreed' && !begun),
    finish: walk.state === 'agreed' && begun,
    calendar: walk.state === 'agreed',
  }
}

/** "You walk through together on Tuesday, …", as one of the two sides reads it. */
export function standingOf(walk: WalkRow, side: ContactSide, timeZone: string): string {
  return walkStanding(side, {
    state: walk.state,
    mine: choosesNext(walk, side),
    when: walk.startsAt ? walkTime(walk.startsAt, timeZone) : '',
    reason: walk.reason ? walkReasonSentences[walk.reason] : '',
    byMe: walk.calledOffAs === side,
  })
}
