import { z } from 'zod/mini'
import type { ZoneHours, ZoneSegment } from '~db/schema/zones'
import { type Weekday, weekdays } from '~db/vocabulary'
import { openAgain, shorter } from '../forms'
import { oneLine } from '../table-words'
import { readPoints } from './typed-points'
import { readTime } from './typed-time'
import { mostHours, mostSegments } from './zone'

export type TypedSegment = Omit<ZoneSegment, 'id'>

function typedText(most: number) {
  return z._default(z.string(openAgain).check(z.maxLength(most, shorter(most))), '')
}

const HoursRow = z.pipe(
  z
    .object(
      {
        nights: z._default(
          z.union([z.string(openAgain), z.array(z.string(openAgain), openAgain)], openAgain),
          [],
        ),
        opens: typedText(20),
        closes: typedText(20),
      },
      openAgain,
    )
    .check(({ value, issues }) => {
      if (isBlank(value)) return
      const refuse = (field: string, message: string) =>
        issues.push({ code: 'custom', path: [field], message, input: value })
      if (nightsOf(value).length === 0)
        refuse('nights', 'Tick the evenings on which these hours begin.')
      if (readTime(value.opens) === null) refuse('opens', timeSentence('opens', '9 PM or 21:00'))
      if (readTime(value.closes) === null) refuse('closes', timeSentence('closes', '3 AM or 03:00'))
    }),
  z.transform((row): ZoneHours | null =>
    isBlank(row)
      ? null
      : {
          nights: nightsOf(row),
          opens: readTime(row.opens) ?? '',
          closes: readTime(row.closes) ?? '',
        },
  ),
)

type HoursTyped = { nights: string | string[]; opens: string; closes: string }

function isBlank({ nights, opens, closes }: HoursTyped): boolean {
  return [nights].flat().length === 0 && opens.trim() === '' && closes.trim() === ''
}

function nightsOf({ nights }: HoursTyped): Weekday[] {
  const ticked = [nights].flat()
  return weekdays.filter((day) => ticked.includes(day))
}

function timeSentence(when: string, example: string): string {
  return `Say when the zone ${when} on these nights, like ${example}.`
}

/** At least one set of hours; rows that were left empty are left out. */
export const HoursRows = z.prefault(
  rows(
    HoursRow,
    mostHours,
    'nights',
    'Say on which nights the zone runs, and when it opens and closes.',
  ),
  [],
)

const SegmentRow = z.pipe(
  z
    .object(
      { street: typedText(120), between: typedText(160), points: typedText(5_000) },
      openAgain,
    )
    .check(({ value, issues }) => {
      if (isEmptySegment(value)) return
      const refuse = (field: string, message: string) =>
        issues.push({ code: 'custom', path: [field], message, input: value })
      if (oneLine(value.street) === '') refuse('street', 'Name the street, like Harbor Street NW.')
      if (oneLine(value.between) === '') {
        refuse(
          'between',
          'Say where it begins and ends, and on which side, like: from 9th to 10th, north side.',
        )
      }
      const read = readPoints(value.points)
      if ('problem' in read) refuse('points', read.problem)
    }),
  z.transform((row): TypedSegment | null => {
    const read = readPoints(row.points)
    if (isEmptySegment(row) || 'problem' in read) return null
    return { street: oneLine(row.street), between: oneLine(row.between), points: read.points }
  }),
)

function isEmptySegment(row: { street: string; between: string; points: string }): boolean {
  return [row.street, row.between, row.points].every((text) => text.trim() === '')
}

/** At least one stretch of curb; rows that were left empty are left out. */
export const SegmentRows = z.prefault(
  rows(
    SegmentRow,
    mostSegments,
    'street',
    'Describe at least one stretch of curb: its street, from where to where, and its points.',
  ),
  [],
)

/** A list of rows with none that is empty. What is missing is said at the first field of the first row. */
function rows<Row>(
  row: z.ZodMiniType<Row | null>,
  most: number,
  field: string,
  atLeastOne: string,
) {
  return z.pipe(
    z.array(row, openAgain).check(z.maxLength(most, openAgain), ({ value, issues }) => {
      if (value.some((each) => each !== null)) return
      issues.push({ code: 'custom', path: [0, field], message: atLeastOne, input: value })
    }),
    z.transform((all) => all.filter((each): each is Row & {} => each !== null)),
  )
}
