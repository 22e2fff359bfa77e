import { z } from 'zod/mini'

export const AgreementForm = z.object({
  accept: z.literal('yes', 'Tick the box once you have read the principles.'),
  /** Where they wanted to go. */
  returnTo: z._default(z.string('Please open this page again.'), ''),
})
