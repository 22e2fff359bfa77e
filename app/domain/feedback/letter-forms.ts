import { z } from 'zod/mini'
import { pulseWords } from '~/words/en/pulse'
import { helpfulAnswers } from '~db/vocabulary'
import { openAgain } from '../forms'

/** Whether a letter helped, said under it. */
export const HelpedForm = z.object({
  helped: z.enum(helpfulAnswers, 'Choose one of the two answers.'),
})

const scores = ['', '1', '2', '3', '4', '5'] as const

/** A number from 1 to 5 for each item by its name, or nothing. */
export const PulseForm = z.object({
  scores: z
    ._default(
      z.record(z.string(openAgain).check(z.maxLength(40, openAgain)), z.enum(scores, openAgain)),
      {},
    )
    .check(z.refine((given) => Object.values(given).some(Boolean), pulseWords.nothing)),
})

export const SettleForm = z.object({
  /** The part of the letter that it is about; empty for the whole. */
  about: z._default(z.string(openAgain).check(z.maxLength(40, openAgain)), ''),
})
