import { addDays, type Day } from '../dates'
import type { PersonId, VenueId } from '../ids'
import type { DueRow } from './due-rows.server'
import { type Milestone, milestoneInForce, reminderAfter } from './reminder-schedule'

export type ToTell = { row: DueRow; milestone: Milestone }

type Person = { id: PersonId; venueIds: readonly VenueId[] }
type TellingBefore = {
  personId: PersonId
  venueId: VenueId
  subject: string
  dueOn: Day
  milestone: number
}

/**
 * What a person is to hear of today: of each thing the newest milestone only, and none that they
 * heard of before. The end of a certificate is told once while its renewal is under way.
 */
export function thingsFor(
  person: Person,
  dues: readonly DueRow[],
  before: readonly TellingBefore[],
  renewing: (venueId: VenueId) => boolean,
  today: Day,
): ToTell[] {
  return dues.flatMap((due) => {
    const milestone = milestoneInForce(due.dueOn, today)
    if (milestone === null || !person.venueIds.includes(due.venueId)) return []
    const once = due.kind === 'certificate' && renewing(due.venueId)
    const heard = before.some(
      (each) =>
        each.personId === person.id &&
        each.venueId === due.venueId &&
        each.subject === due.subject &&
        each.dueOn === due.dueOn &&
        (once || each.milestone <= milestone),
    )
    return heard ? [] : [{ row: due, milestone }]
  })
}

/** When a thing is looked at next: tomorrow while somebody still has to hear of it, else at its next milestone. */
export function lookAgainOn({ dueOn }: DueRow, waiting: boolean, today: Day): Day | null {
  const milestone = milestoneInForce(dueOn, today)
  if (milestone === null) return dueOn < today ? null : reminderAfter(dueOn, 90)
  if (waiting && dueOn > today) return addDays(today, 1)
  return reminderAfter(dueOn, milestone)
}
