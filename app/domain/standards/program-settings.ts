import { z } from 'zod'

const sentence = z.string().min(1)

/** What a coordinator can change about the program itself. */
export const ProgramSettings = z.object({
  name: sentence,
  /** The place that the program serves, such as "Washington, DC". */
  place: sentence,
  issuer: sentence,
  signatories: z
    .array(z.object({ name: sentence, title: sentence }))
    .min(1)
    .max(3),
  advocateLine: z.object({ name: sentence, phone: sentence }),
  emergencyNumber: sentence,
  contactEmail: sentence,
  contactPhone: sentence,
  certificateMonths: z.int().positive(),
  /** Working days within which a first read is promised. */
  firstReadDays: z.int().positive(),
  newHireDays: z.int().nonnegative(),
  expiringDays: z.int().positive(),
  graceDays: z.int().nonnegative(),
  groupsFrom: z.int().positive(),
  accreditedBy: z.union([z.literal(1), z.literal(2)]),
  invitationDays: z.int().positive(),
})
export type ProgramSettings = z.infer<typeof ProgramSettings>
