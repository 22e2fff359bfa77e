import { z } from 'zod/mini'
import { helpfulAnswers } from '~db/vocabulary'

/** Whether a letter helped, said under it. */
export const HelpedForm = z.object({
  helped: z.enum(helpfulAnswers, 'Choose one of the two answers.'),
})
