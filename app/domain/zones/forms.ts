import { z } from 'zod/mini'
import { zoneStatuses } from '~db/vocabulary'
import type { Day } from '../dates'
import { line, openAgain, shorter } from '../forms'
import type { DistrictId } from '../ids'
import { severalLines } from '../table-words'
import { emptyAs, itemLines, optionalLine, realDay, wholeNumber } from './form-lines'
import { HoursRows, SegmentRows } from './form-rows'

const chooseDistrict = 'Choose the district that the zone belongs to.'
const chooseStatus = 'Choose how the zone stands.'
const dwellSentence =
  'Type a number of minutes from 1 to 60, or leave it empty where no limit is set.'
const reachSentence = 'Type a number of meters from 50 to 2,000.'
const scriptSentence =
  'Write what door staff can say to a guest, like: “Your ride can stop on Harbor Street, right around the corner.”'

export const defaultReach = 400

const untilSentence = 'Choose the last day, or leave it empty where none is set.'

const zoneFields = {
  name: line('Give the zone a name that people will know, like Harbor Street East.', 80),
  district: z.pipe(
    z.string(chooseDistrict).check(z.minLength(1, chooseDistrict)),
    z.transform((id) => id as DistrictId),
  ),
  status: z.enum(zoneStatuses, chooseStatus),
  effectiveFrom: realDay('Choose the day from which this holds.'),
  effectiveUntil: z._default(z.union([emptyAs(null), realDay(untilSentence)], untilSentence), null),
  segments: SegmentRows,
  hours: HoursRows,
  dwellMinutes: z._default(
    z.union([emptyAs(null), wholeNumber(1, 60, dwellSentence)], dwellSentence),
    null,
  ),
  signWording: optionalLine(200),
  towing: optionalLine(200),
  amenities: itemLines,
  companies: itemLines,
  doorScript: z.pipe(
    z.pipe(z.string(scriptSentence), z.transform(severalLines)),
    z.string().check(z.trim(), z.minLength(1, scriptSentence), z.maxLength(600, shorter(600))),
  ),
  reachMeters: z._default(
    z.union([emptyAs(defaultReach), wholeNumber(50, 2_000, reachSentence)], reachSentence),
    defaultReach,
  ),
}

const inOrder = z.refine<{ effectiveFrom: Day; effectiveUntil: Day | null }>(
  ({ effectiveFrom, effectiveUntil }) => effectiveUntil === null || effectiveUntil >= effectiveFrom,
  {
    error: 'The last day comes before the first one. Choose a later day, or none.',
    path: ['effectiveUntil'],
  },
)

export const ZoneForm = z.object(zoneFields).check(inOrder)
export type TypedZone = z.output<typeof ZoneForm>

const revision = z.pipe(
  z.string(openAgain).check(z.regex(/^\d{1,6}$/, openAgain)),
  z.transform(Number),
)

export const ConfirmZoneForm = z.object({ revision })

/** `revision` is the version that the page was opened with, for compare-and-set. */
export const ChangeZoneForm = z
  .object({
    ...zoneFields,
    change: line(
      'Say in a sentence what changed, for the venues, like: The zone now opens at 10 PM.',
      300,
    ),
    revision,
  })
  .check(inOrder)
export type TypedChange = TypedZone & { change: string }
