import { z } from 'zod/mini'
import { type Day, isDay } from '../dates'
import { line, openAgain } from '../forms'
import { severalLines } from '../table-words'
import { type ClockTime, isClockTime } from './class-time'

const daySentence = 'Choose the date of the class, such as 2026-12-08.'
const startSentence = 'Type when the class begins, such as 14:00.'
const endSentence = 'Type when the class ends, such as 16:30.'
const seatsSentence = 'Type the number of seats, from 1 to 1,000, or leave it empty.'
const chooseTraining = 'Choose a training from the list, or none.'
const chooseDistrict = 'Choose a district from the list, or every district.'

function time(sentence: string) {
  return z.pipe(
    z.string(sentence).check(z.refine(isClockTime, sentence)),
    z.transform((text) => text as ClockTime),
  )
}

const fields = {
  title: line('Give the class a title, as people will look for it.', 120),
  /** The code of a training type; empty for a talk that gives none. */
  trainingType: z._default(z.string(chooseTraining), ''),
  /** The id of a district; empty for every district. */
  district: z._default(z.string(chooseDistrict), ''),
  day: z.pipe(
    z
      .string(daySentence)
      .check(
        z.refine(
          (text) => isDay(text) && text >= '2000-01-01' && text <= '2100-12-31',
          daySentence,
        ),
      ),
    z.transform((text) => text as Day),
  ),
  starts: time(startSentence),
  ends: time(endSentence),
  place: line('Say where it is: the room and the street.', 200),
  host: line('Say who gives it, so that people know whom they meet.', 120),
  seats: z._default(
    z.pipe(
      z.string(seatsSentence).check(
        z.trim(),
        z.refine((text) => text === '' || (/^\d{1,4}$/.test(text) && inRange(text)), seatsSentence),
      ),
      z.transform((text) => (text === '' ? null : Number(text))),
    ),
    null,
  ),
  signUp: line('Say how a venue signs its people up: a phone number, an address or a page.', 300),
  words: z._default(
    z.pipe(
      z.pipe(z.string('Write a sentence or two, or leave it empty.'), z.transform(severalLines)),
      z.string().check(z.trim(), z.maxLength(1_000, 'Please shorten this to 1,000 characters.')),
    ),
    '',
  ),
}

/** A class is one evening or one day: what would run past midnight is two classes. */
const sameDay = {
  path: ['ends'],
  message:
    'The end lies before the beginning. A class ends on the day on which it begins; announce one that runs past midnight as two.',
}

export const NewClassForm = z
  .object(fields)
  .check(z.refine(({ starts, ends }) => ends > starts, sameDay))
export type NewClass = z.output<typeof NewClassForm>

export const ChangeClassForm = z
  .object({
    ...fields,
    /** Which revision the page showed. */
    revision: z.pipe(
      z.string(openAgain).check(z.regex(/^\d{1,9}$/, openAgain)),
      z.transform(Number),
    ),
  })
  .check(z.refine(({ starts, ends }) => ends > starts, sameDay))
export type ChangedClass = z.output<typeof ChangeClassForm>

function inRange(text: string): boolean {
  return Number(text) >= 1 && Number(text) <= 1_000
}
