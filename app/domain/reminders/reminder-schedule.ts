import { addDays, type Day, daysBetween } from '../dates'

/** How many days before something falls due the venue hears of it. */
export const milestones = [90, 30, 7, 0] as const
export type Milestone = (typeof milestones)[number]

/**
 * The milestone that speaks on a day: the smallest one reached, so that after days without the job
 * only the newest is told. Null before the first, and once the last day is over.
 */
export function milestoneInForce(dueOn: Day, today: Day): Milestone | null {
  const left = daysBetween(today, dueOn)
  if (left < 0) return null
  return milestones.findLast((milestone) => left <= milestone) ?? null
}

/** Since when, or from when, somebody is to hear of it; null once its last day is over. */
export function firstReminderOn(dueOn: Day, today: Day): Day | null {
  if (dueOn < today) return null
  return addDays(dueOn, -(milestoneInForce(dueOn, today) ?? milestones[0]))
}

/** The day of the milestone that comes after this one; null after the last. */
export function reminderAfter(dueOn: Day, milestone: Milestone): Day | null {
  const next = milestones[milestones.indexOf(milestone) + 1]
  return next === undefined ? null : addDays(dueOn, -next)
}
