import { describe, expect, it } from 'vitest'
import { addDays, type Day, dayOf } from '~/domain/dates'
import { nextNight, nightsFrom, openNight } from '~/domain/zones/nights'
import type { ZoneHours } from '~db/schema'
import { weekdays } from '~db/vocabulary'

const clarendon: ZoneHours[] = [
  { nights: ['thu', 'fri', 'sat', 'sun'], opens: '21:00', closes: '03:00' },
]
const everyNight = (opens: string, closes: string): ZoneHours[] => [
  { nights: [...weekdays], opens, closes },
]
const newYork = 'America/New_York'

/** Night, opening and closing of each stretch, in UTC to the minute. */
function told(hours: ZoneHours[], day: Day, days: number, timeZone = newYork) {
  return nightsFrom(hours, day, days, timeZone).map(({ night, opensAt, closesAt }) =>
    [night, minuteOf(opensAt), minuteOf(closesAt)].join(' '),
  )
}

const minuteOf = (moment: Date) => moment.toISOString().slice(0, 16)
const at = (moment: string) => new Date(moment)

describe('service nights', () => {
  it('belong to the evening that they begin on', () => {
    expect(told(clarendon, '2026-11-23', 7)).toEqual([
      '2026-11-26 2026-11-27T02:00 2026-11-27T08:00',
      '2026-11-27 2026-11-28T02:00 2026-11-28T08:00',
      '2026-11-28 2026-11-29T02:00 2026-11-29T08:00',
      '2026-11-29 2026-11-30T02:00 2026-11-30T08:00',
    ])
  })

  it('that open after midnight still belong to the evening before', () => {
    const seattle: ZoneHours[] = [{ nights: ['thu'], opens: '00:00', closes: '03:00' }]
    expect(told(seattle, '2026-11-26', 1, 'America/Los_Angeles')).toEqual([
      '2026-11-26 2026-11-27T08:00 2026-11-27T11:00',
    ])
  })

  it('end on the same day where they close before midnight, and at midnight', () => {
    expect(told([{ nights: ['thu'], opens: '18:00', closes: '23:30' }], '2026-11-26', 1)).toEqual([
      '2026-11-26 2026-11-26T23:00 2026-11-27T04:30',
    ])
    expect(told([{ nights: ['thu'], opens: '18:00', closes: '00:00' }], '2026-11-26', 1)).toEqual([
      '2026-11-26 2026-11-26T23:00 2026-11-27T05:00',
    ])
  })

  it('are one where their hours overlap or touch, and two where they do not', () => {
    const hours = (closes: string, opens: string): ZoneHours[] => [
      { nights: ['thu'], opens, closes: '03:00' },
      { nights: ['thu'], opens: '21:00', closes },
    ]
    const one = ['2026-11-26 2026-11-27T02:00 2026-11-27T08:00']
    expect(told(hours('00:00', '00:00'), '2026-11-26', 1)).toEqual(one)
    expect(told(hours('23:30', '22:00'), '2026-11-26', 1)).toEqual(one)
    expect(told(hours('04:00', '22:00'), '2026-11-26', 1)).toEqual([
      '2026-11-26 2026-11-27T02:00 2026-11-27T09:00',
    ])
    expect(told(hours('22:00', '00:00'), '2026-11-26', 1)).toEqual([
      '2026-11-26 2026-11-27T02:00 2026-11-27T03:00',
      '2026-11-26 2026-11-27T05:00 2026-11-27T08:00',
    ])
  })

  it('end where the next night opens, so that no two overlap', () => {
    const hours: ZoneHours[] = [
      { nights: ['thu'], opens: '22:00', closes: '22:00' },
      { nights: ['fri'], opens: '20:00', closes: '02:00' },
    ]
    expect(told(hours, '2026-11-26', 2)).toEqual([
      '2026-11-26 2026-11-27T03:00 2026-11-28T01:00',
      '2026-11-27 2026-11-28T01:00 2026-11-28T07:00',
    ])
    expect(told(hours, '2026-11-26', 1)).toEqual(['2026-11-26 2026-11-27T03:00 2026-11-28T01:00'])
  })

  it('count only within their effective dates, by their evenings', () => {
    const effective = { from: '2026-11-27', until: '2026-11-28' } as const
    const nights = nightsFrom(clarendon, '2026-11-20', 30, newYork, effective)
    expect(nights.map(({ night }) => night)).toEqual(['2026-11-27', '2026-11-28'])
    expect(nightsFrom(clarendon, '2026-11-26', 1, newYork, effective)).toEqual([])
  })
})

describe('the night on which the clock goes forward in New York, March 14, 2027', () => {
  it('is an hour shorter', () => {
    expect(told(clarendon, '2027-03-13', 1)).toEqual([
      '2027-03-13 2027-03-14T02:00 2027-03-14T07:00',
    ])
  })

  it('takes a time within the lost hour for the moment of the jump', () => {
    expect(told(everyNight('21:00', '02:30'), '2027-03-13', 1)).toEqual([
      '2027-03-13 2027-03-14T02:00 2027-03-14T07:00',
    ])
    expect(told(everyNight('02:30', '04:00'), '2027-03-13', 1)).toEqual([
      '2027-03-13 2027-03-14T07:00 2027-03-14T08:00',
    ])
  })

  it('leaves out hours that lie wholly within the lost hour', () => {
    expect(told(everyNight('02:00', '03:00'), '2027-03-12', 3)).toEqual([
      '2027-03-12 2027-03-13T07:00 2027-03-13T08:00',
      '2027-03-14 2027-03-15T06:00 2027-03-15T07:00',
    ])
  })
})

describe('the night on which the clock goes back in New York, November 1, 2026', () => {
  it('is an hour longer', () => {
    expect(told(clarendon, '2026-10-31', 1)).toEqual([
      '2026-10-31 2026-11-01T01:00 2026-11-01T08:00',
    ])
  })

  it('opens at the first and closes at the last of a time that is shown twice', () => {
    expect(told(everyNight('21:00', '01:30'), '2026-10-31', 1)).toEqual([
      '2026-10-31 2026-11-01T01:00 2026-11-01T06:30',
    ])
    expect(told(everyNight('01:30', '04:00'), '2026-10-31', 1)).toEqual([
      '2026-10-31 2026-11-01T05:30 2026-11-01T09:00',
    ])
  })
})

describe('other places', () => {
  it('London goes forward at 1 AM and back at 2 AM', () => {
    expect(told(everyNight('22:00', '01:30'), '2027-03-27', 1, 'Europe/London')).toEqual([
      '2027-03-27 2027-03-27T22:00 2027-03-28T01:00',
    ])
    expect(told(everyNight('22:00', '01:30'), '2026-10-24', 1, 'Europe/London')).toEqual([
      '2026-10-24 2026-10-24T21:00 2026-10-25T01:30',
    ])
  })

  it('Sydney goes forward in October and back in April', () => {
    expect(told(everyNight('21:00', '03:00'), '2026-10-03', 1, 'Australia/Sydney')).toEqual([
      '2026-10-03 2026-10-03T11:00 2026-10-03T16:00',
    ])
    expect(told(everyNight('21:00', '02:30'), '2027-04-03', 1, 'Australia/Sydney')).toEqual([
      '2027-04-03 2027-04-03T10:00 2027-04-03T16:30',
    ])
  })

  it('a leap day is an evening like any other, and a morning after', () => {
    const hours: ZoneHours[] = [{ nights: ['mon', 'tue'], opens: '21:00', closes: '03:00' }]
    expect(told(hours, '2028-02-28', 2)).toEqual([
      '2028-02-28 2028-02-29T02:00 2028-02-29T08:00',
      '2028-02-29 2028-03-01T02:00 2028-03-01T08:00',
    ])
  })
})

describe('a moment', () => {
  it('finds the night that is open, after midnight too', () => {
    const night = openNight(clarendon, at('2026-11-27T07:59:59Z'), newYork)
    expect(night?.night).toBe('2026-11-26')
    expect(openNight(clarendon, at('2026-11-27T08:00:00Z'), newYork)).toBeNull()
    expect(openNight(clarendon, at('2026-11-27T01:59:59Z'), newYork)).toBeNull()
    expect(openNight(clarendon, at('2026-11-27T02:00:00Z'), newYork)?.night).toBe('2026-11-26')
  })

  it('is told the end of a whole weekend where nights touch', () => {
    const dupont: ZoneHours[] = [
      { nights: ['thu', 'fri'], opens: '22:00', closes: '22:00' },
      { nights: ['sat'], opens: '22:00', closes: '07:00' },
    ]
    const night = openNight(dupont, at('2026-11-28T04:00:00Z'), newYork)
    expect(night?.night).toBe('2026-11-27')
    expect(night && minuteOf(night.closesAt)).toBe('2026-11-29T12:00')
  })

  it('finds the next night, tonight before it opens', () => {
    expect(nextNight(clarendon, at('2026-11-26T20:00:00Z'), newYork)?.night).toBe('2026-11-26')
    expect(nextNight(clarendon, at('2026-11-27T02:00:00Z'), newYork)?.night).toBe('2026-11-27')
    expect(nextNight(clarendon, at('2026-11-30T12:00:00Z'), newYork)?.night).toBe('2026-12-03')
    expect(nextNight([], at('2026-11-30T12:00:00Z'), newYork)).toBeNull()
  })

  it('finds the first night of hours that begin months from now, and none after the last', () => {
    const later = { from: '2027-05-01', until: null } as const
    expect(nextNight(clarendon, at('2026-11-30T12:00:00Z'), newYork, later)?.night).toBe(
      '2027-05-01',
    )
    const over = { from: '2026-01-01', until: '2026-11-29' } as const
    expect(nextNight(clarendon, at('2026-11-30T12:00:00Z'), newYork, over)).toBeNull()
    expect(openNight(clarendon, at('2026-11-30T07:00:00Z'), newYork, over)?.night).toBe(
      '2026-11-29',
    )
  })
})

describe('three years in six time zones', () => {
  const zones = [
    newYork,
    'America/Los_Angeles',
    'Europe/London',
    'Australia/Sydney',
    'Asia/Kathmandu',
    'Pacific/Honolulu',
  ]

  it.each(zones)('%s has each night once, on its own evening', (timeZone) => {
    const nights = nightsFrom(everyNight('21:00', '03:00'), '2026-01-01', 1096, timeZone)
    expect(nights.map(({ night }) => night)).toEqual(
      Array.from({ length: 1096 }, (_, index) => addDays('2026-01-01', index)),
    )
    expect(nights.filter(({ night, opensAt }) => dayOf(opensAt, timeZone) !== night)).toEqual([])
    const lengths = new Set(
      nights.map((each) => (each.closesAt.getTime() - each.opensAt.getTime()) / 3_600_000),
    )
    const changes = timeZone !== 'Asia/Kathmandu' && timeZone !== 'Pacific/Honolulu'
    expect([...lengths].sort()).toEqual(changes ? [5, 6, 7] : [6])
  })
})
