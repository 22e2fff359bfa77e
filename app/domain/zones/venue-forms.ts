import { z } from 'zod/mini'
import { openAgain } from '../forms'

const choose = 'Choose whether you would like to be reminded.'

/** The version of the zone that the person has read. */
export const AcknowledgeForm = z.object({
  version: z.pipe(z.string(openAgain).check(z.regex(/^\d{1,6}$/, openAgain)), z.transform(Number)),
})

export const WishForm = z.object({
  wish: z.enum(['here', 'not_here', 'nowhere'], choose),
})
