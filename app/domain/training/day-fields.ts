import { z } from 'zod/mini'
import { type Day, isDay } from '../dates'

const dateSentence = 'Choose a date, such as 2026-03-05.'

/** A date that may be left empty: null then. */
export const maybeDay = z._default(
  z.pipe(
    z
      .string(dateSentence)
      .check(z.refine((text) => text === '' || isSensibleDay(text), dateSentence)),
    z.transform((text) => (text === '' ? null : (text as Day))),
  ),
  null,
)

export function isSensibleDay(text: string): text is Day {
  return isDay(text) && text >= '1950-01-01' && text <= '2100-12-31'
}
