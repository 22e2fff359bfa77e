import { z } from 'zod/mini'
import { contactKinds, contactSides, helpfulAnswers } from '~db/vocabulary'
import { type Day, isDay } from '../dates'
import { shorter } from '../forms'
import { oneLine } from '../table-words'

export const topicLimit = 120
const daySentence = 'Choose the day, such as 2026-03-05.'
const topicSentence = 'Say in a few words what it was about, or leave it empty.'

export const ContactForm = z.object({
  kind: z.enum(contactKinds, 'Choose how you were in contact.'),
  begunBy: z.enum(contactSides, 'Choose who began it.'),
  happenedOn: z.pipe(
    z
      .string(daySentence)
      .check(z.refine((text) => isDay(text) && text >= '2000-01-01', daySentence)),
    z.transform((text) => text as Day),
  ),
  topic: z._default(
    z.pipe(
      z.pipe(z.string(topicSentence), z.transform(oneLine)),
      z.string().check(z.maxLength(topicLimit, shorter(topicLimit))),
    ),
    '',
  ),
  enforcement: z._default(
    z.pipe(
      z.string('Tick the box, or leave it.'),
      z.transform((value) => value === 'yes'),
    ),
    false,
  ),
})
export type NewContact = z.output<typeof ContactForm>

export const HelpfulForm = z.object({
  helpful: z.enum(helpfulAnswers, 'Choose yes or no.'),
})
