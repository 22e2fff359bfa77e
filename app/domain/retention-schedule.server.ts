import { z } from 'zod'
import schedule from '~db/program-pack/retention.json'

/** What goes by the clock, after how many days. */
const goes = [
  'venue-left',
  'removed-staff',
  'removed-records',
  'removed-contacts',
  'roster-reports',
  'event-details',
  'sent-mail',
  'unsent-mail',
  'answered-requests',
  'place-invitations',
  'sign-in-codes',
  'sessions',
  'form-answers',
  'known-browsers',
  'roster-files',
] as const
export type GoingId = (typeof goes)[number]

const words = { what: z.string().min(10), why: z.string().min(10), from: z.string().min(5) }
const days = z.int().min(1).max(3650)

const Going = z.strictObject({
  id: z.enum(goes),
  ...words,
  days,
  /** On the list from its first day; on it for the days of notice once its time is over; or never on it. */
  how: z.enum(['listed_at_start', 'listed', 'at_once']),
})

const Staying = z.strictObject({
  id: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  ...words,
  days: z.null(),
  how: z.literal('stays'),
})

export type RetentionRule = z.infer<typeof Going> | z.infer<typeof Staying>

const Schedule = z.strictObject({
  noticeDays: days,
  keepLongerAtMostDays: days,
  rules: z.array(z.union([Going, Staying])).refine(
    (rules) => {
      const ids = rules.map(({ id }) => id)
      return new Set(ids).size === ids.length && goes.every((id) => ids.includes(id))
    },
    { error: 'Each rule stands there once, and none is missing.' },
  ),
})

/** How long each kind of thing is kept, and why: db/program-pack/retention.json, checked against its shape. */
export const retention = z.parse(Schedule, schedule)

/** After how many days something goes. They are written in the schedule and nowhere else. */
export function daysKept(id: GoingId): number {
  const rule = retention.rules.find((each) => each.id === id)
  if (!rule?.days) throw new Error(`The retention schedule has no days for ${id}.`)
  return rule.days
}

/** How many days something stands on the list before it is removed. */
export function noticeDaysOf(rule: RetentionRule): number {
  return rule.how === 'listed_at_start' ? rule.days : retention.noticeDays
}

/** The rule that a listed line was listed under; older versions may have had others. */
export function ruleOf(id: string): RetentionRule | undefined {
  return retention.rules.find((rule) => rule.id === id)
}
