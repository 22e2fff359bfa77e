import { z } from 'zod/mini'

/** How many people accredit a venue: one, or a second one after whoever found everything in place. */
export const AccreditingForm = z.object({
  people: z.enum(['1', '2'], 'Choose whether one person accredits a venue, or two.'),
})
