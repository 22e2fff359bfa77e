import { z } from 'zod'

/** One rule of the retention schedule: what goes, why, when, and whether it is listed a week before. */
export const RetentionRule = z.strictObject({
  id: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  what: z.string().min(10),
  why: z.string().min(10),
  days: z.int().min(1).max(3650),
  from: z.string().min(5),
  how: z.enum(['listed', 'at_once']),
})
export type RetentionRule = z.infer<typeof RetentionRule>

export const RetentionSchedule = z
  .array(RetentionRule)
  .refine((rules) => new Set(rules.map(({ id }) => id)).size === rules.length, {
    error: 'Each rule has an id of its own.',
  })
