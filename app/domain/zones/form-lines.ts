import { z } from 'zod/mini'
import { type Day, isDay } from '../dates'
import { openAgain, shorter } from '../forms'
import { oneLine } from '../table-words'

/** Enough for a short list, such as amenities; one on each line. */
const mostItems = 12
const longestItem = 80

export function optionalLine(most: number) {
  return z._default(
    z.pipe(
      z.pipe(z.string(openAgain), z.transform(oneLine)),
      z.string().check(z.maxLength(most, shorter(most))),
    ),
    '',
  )
}

export const itemLines = z._default(
  z.pipe(
    z.pipe(
      z.string(openAgain),
      z.transform((text) =>
        text
          .split(/[\r\n\u2028\u2029]+/)
          .map(oneLine)
          .filter(Boolean),
      ),
    ),
    z.array(z.string()).check(
      z.refine(
        (items) => items.every((item) => item.length <= longestItem),
        `Please keep each line to ${longestItem} characters.`,
      ),
      z.maxLength(mostItems, `Please list up to ${mostItems}, one on each line.`),
    ),
  ),
  [],
)

export function wholeNumber(least: number, most: number, ask: string) {
  return z.pipe(
    z.pipe(
      z.string(ask),
      z.transform((text) => text.replace(/[\s,]/g, '')),
    ),
    z.pipe(
      z.string().check(z.regex(/^\d{1,6}$/, ask)),
      z.pipe(z.transform(Number), z.number(ask).check(z.minimum(least, ask), z.maximum(most, ask))),
    ),
  )
}

/** A day of this century, so that no slip of a digit makes nights that the calendar has not. */
export const realDay = (ask: string) =>
  z.pipe(
    z
      .string(ask)
      .check(z.refine((text) => isDay(text) && text >= '2000-01-01' && text <= '2100-12-31', ask)),
    z.transform((text) => text as Day),
  )

/** An empty field, and what stands for it. */
export function emptyAs<Value>(value: Value) {
  return z.pipe(
    z.literal(''),
    z.transform(() => value),
  )
}
