import { z } from 'zod/mini'
import { walkReasons } from '~db/vocabulary'
import { type Day, isDay } from '../dates'
import { openAgain, shorter } from '../forms'
import { oneLine } from '../table-words'
import { type ClockTime, isClockTime } from '../training/class-time'

const daySentence = 'Choose a date, such as 2026-12-08.'
const timeSentence = 'Type a time, such as 14:00.'
const three = 'Propose three times, so that there is a choice.'

const when = z.object({
  day: z.pipe(
    z.string(daySentence).check(z.refine(isDay, daySentence)),
    z.transform((text) => text as Day),
  ),
  time: z.pipe(
    z.string(timeSentence).check(z.refine(isClockTime, timeSentence)),
    z.transform((text) => text as ClockTime),
  ),
})

const times = z.array(when, three).check(z.length(3, three))
const revision = z.pipe(
  z.string(openAgain).check(z.regex(/^\d{1,9}$/, openAgain)),
  z.transform(Number),
)

export const ProposeForm = z.object({ times })
export type Proposal = z.output<typeof ProposeForm>

export const OtherTimesForm = z.object({ times, revision })

export const ChooseForm = z.object({
  /** Milliseconds, as they stand in the proposal. */
  time: z.pipe(
    z.string('Choose one of the times.').check(z.regex(/^\d{1,15}$/, 'Choose one of the times.')),
    z.transform(Number),
  ),
  revision,
})

export const CallOffForm = z.object({
  reason: z.enum(walkReasons, 'Choose the reason that fits best.'),
})

const noteLimit = 200

/** One thing of the checklist, as it saves itself. */
export const NoteForm = z.object({
  looked: z._default(
    z.pipe(
      z.string('Tick the box, or leave it.'),
      z.transform((value) => value === 'yes'),
    ),
    false,
  ),
  words: z._default(
    z.pipe(
      z.pipe(z.string('Write a few words, or leave it empty.'), z.transform(oneLine)),
      z.string().check(z.maxLength(noteLimit, shorter(noteLimit))),
    ),
    '',
  ),
  revision,
})
export type Note = z.output<typeof NoteForm>
