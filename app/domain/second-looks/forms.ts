import { z } from 'zod/mini'
import { openAgain, shorter } from '../forms'

export const wordsLimit = 4_000

function wordsThatSay(ask: string) {
  return z.string(ask).check(
    z.overwrite((typed) => typed.replace(/\r\n?/g, '\n').trim()),
    z.minLength(1, ask),
    z.maxLength(wordsLimit, shorter(wordsLimit)),
  )
}

export const AskSecondLookForm = z.object({
  words: wordsThatSay('Write what you would like somebody to look at.'),
})

export const GiveSecondLookForm = z.object({
  colleague: z
    .string('Choose who takes the second look.')
    .check(z.minLength(1, 'Choose who takes the second look.'), z.maxLength(40, openAgain)),
})

export const AnswerSecondLookForm = z.object({
  words: wordsThatSay('Write your answer, with its reasons.'),
})
