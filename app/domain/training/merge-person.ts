import type { StaffPosition } from '~db/vocabulary'
import type { Day } from '../dates'
import type { StaffFacts } from './coverage-standing'
import type { RosterPerson } from './roster-person'
import type { WhyAndMend } from './roster-row'

export type PersonFacts = {
  position: StaffPosition
  startedOn: Day | null
  onLeave: boolean
  leftOn: Day | null
}

/**
 * What a file makes of a person who is on the staff list. What it does not say stays, and so does
 * the position when the file has a role that the program does not know.
 */
export function mergePerson(
  before: StaffFacts,
  person: RosterPerson,
  today: Day,
): { after: PersonFacts; changed: boolean; problem?: WhyAndMend } {
  const isKnown = person.position !== null && person.position !== 'other'
  const after: PersonFacts = {
    position: isKnown ? (person.position ?? before.position) : before.position,
    startedOn: person.startedOn ?? before.startedOn,
    onLeave: person.leftOn === null && (person.onLeave ?? before.onLeave),
    leftOn: leftAfter(before, person, today),
  }
  const isBackward = after.leftOn && after.startedOn && after.leftOn < after.startedOn
  if (isBackward) {
    after.startedOn = before.startedOn
    after.leftOn = before.leftOn
  }
  const changed =
    after.position !== before.position ||
    after.startedOn !== before.startedOn ||
    after.onLeave !== before.onLeave ||
    after.leftOn !== before.leftOn
  return { after, changed, ...(isBackward && { problem: leftBeforeStart }) }
}

/** A leaver without a date gets today once, and keeps it; whoever works again is back. */
function leftAfter(before: StaffFacts, person: RosterPerson, today: Day): Day | null {
  if (person.leftOn) return before.leftOn && person.leftOn === today ? before.leftOn : person.leftOn
  if (!before.leftOn || before.leftOn > today) return before.leftOn
  const isBack =
    person.onLeave !== null || (person.startedOn !== null && person.startedOn > before.leftOn)
  return isBack ? null : before.leftOn
}

const leftBeforeStart = {
  why: 'With the dates on your staff list, this person would have left before starting; both dates stayed as they were.',
  mend: 'Check the first and the last day, here and in the file.',
}
