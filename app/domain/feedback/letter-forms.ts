import { z } from 'zod/mini'
import { helpfulAnswers } from '~db/vocabulary'
import { openAgain } from '../forms'

/** Whether a letter helped, said under it. */
export const HelpedForm = z.object({
  helped: z.enum(helpfulAnswers, 'Choose one of the two answers.'),
})

export const SettleForm = z.object({
  /** The part of the letter that it is about; empty for the whole. */
  about: z._default(z.string(openAgain).check(z.maxLength(40, openAgain)), ''),
})
