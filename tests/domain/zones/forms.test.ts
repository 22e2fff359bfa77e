import { describe, expect, it } from 'vitest'
import { ChangeZoneForm, ZoneForm } from '~/domain/zones/forms'
import { readTime } from '~/domain/zones/typed-time'

const typed = {
  name: '  Harbor Street  East ',
  district: 'dis_harbor',
  status: 'pilot',
  effectiveFrom: '2026-11-01',
  effectiveUntil: '',
  hours: [
    { nights: ['sat', 'fri'], opens: '9 PM', closes: '03:00' },
    { nights: [], opens: '', closes: '' },
  ],
  dwellMinutes: '5',
  towing: '',
  signWording: 'Catch your ride here',
  doorScript: 'Your ride can stop on Harbor Street.',
  amenities: 'Lights\n\n Bench ',
  companies: '',
  reachMeters: '',
  segments: [
    { street: '', between: '', points: '' },
    {
      street: 'Harbor Street NW',
      between: 'from 9th to 10th, north side',
      points: '38.91890, -77.03190\r\n38.91890 -77.03080\n',
    },
  ],
}

function sentences(changed: Record<string, unknown>): Record<string, string> {
  const parsed = ZoneForm.safeParse({ ...typed, ...changed })
  const issues = parsed.success ? [] : parsed.error.issues
  return Object.fromEntries(issues.map(({ path, message }) => [path.join('.'), message]))
}

function pointsSentence(points: string): string | undefined {
  return sentences({ segments: [{ street: 'Harbor', between: 'all of it', points }] })[
    'segments.0.points'
  ]
}

describe('the form of a zone', () => {
  it('reads a whole zone, and leaves empty rows and fields out', () => {
    expect(ZoneForm.parse(typed)).toEqual({
      name: 'Harbor Street East',
      district: 'dis_harbor',
      status: 'pilot',
      effectiveFrom: '2026-11-01',
      effectiveUntil: null,
      hours: [{ nights: ['fri', 'sat'], opens: '21:00', closes: '03:00' }],
      dwellMinutes: 5,
      towing: '',
      signWording: 'Catch your ride here',
      doorScript: 'Your ride can stop on Harbor Street.',
      amenities: ['Lights', 'Bench'],
      companies: [],
      reachMeters: 400,
      segments: [
        {
          street: 'Harbor Street NW',
          between: 'from 9th to 10th, north side',
          points: [
            { latitude: 38.9189, longitude: -77.0319 },
            { latitude: 38.9189, longitude: -77.0308 },
          ],
        },
      ],
    })
  })

  it.each(['9999-12-31', '0000-01-01', '2026-02-31'])('takes no day like %s', (day) => {
    expect(Object.keys(sentences({ effectiveFrom: day }))).toEqual(['effectiveFrom'])
    expect(Object.keys(sentences({ effectiveUntil: day }))).toContain('effectiveUntil')
  })

  it('keeps no marks that nobody sees in what door staff are to say', () => {
    const { doorScript } = ZoneForm.parse({ ...typed, doorScript: 'One\0\r\n\u202etwo ' })
    expect(doorScript).toBe('One\ntwo')
  })

  it('takes one ticked evening, which a browser posts as one word', () => {
    const { hours } = ZoneForm.parse({
      ...typed,
      hours: [{ nights: 'thu', opens: '22:00', closes: 'midnight' }],
    })
    expect(hours).toEqual([{ nights: ['thu'], opens: '22:00', closes: '00:00' }])
  })

  it('says beside each field what to do, each in its own sentence', () => {
    expect(
      sentences({
        name: ' ',
        district: '',
        status: 'open',
        effectiveFrom: '11/01/2026',
        effectiveUntil: '2026-02-30',
        hours: [{ nights: [], opens: '9', closes: '27:00' }],
        dwellMinutes: '90',
        doorScript: '  ',
        amenities: 'x'.repeat(81),
        companies: Array.from({ length: 13 }, (_, index) => `Company ${index}`).join('\n'),
        reachMeters: '49',
        segments: [{ street: '', between: '', points: '38.9, -77.03' }],
      }),
    ).toEqual({
      name: 'Give the zone a name that people will know, like Harbor Street East.',
      district: 'Choose the district that the zone belongs to.',
      status: 'Choose how the zone stands.',
      effectiveFrom: 'Choose the day from which this holds.',
      effectiveUntil: 'Choose the last day, or leave it empty where none is set.',
      'hours.0.nights': 'Tick the evenings on which these hours begin.',
      'hours.0.opens': 'Say when the zone opens on these nights, like 9 PM or 21:00.',
      'hours.0.closes': 'Say when the zone closes on these nights, like 3 AM or 03:00.',
      dwellMinutes:
        'Type a number of minutes from 1 to 60, or leave it empty where no limit is set.',
      doorScript:
        'Write what door staff can say to a guest, like: “Your ride can stop on Harbor Street, right around the corner.”',
      amenities: 'Please keep each line to 80 characters.',
      companies: 'Please list up to 12, one on each line.',
      reachMeters: 'Type a number of meters from 50 to 2,000.',
      'segments.0.street': 'Name the street, like Harbor Street NW.',
      'segments.0.between':
        'Say where it begins and ends, and on which side, like: from 9th to 10th, north side.',
      'segments.0.points':
        'Type two points or more, each on a line of its own: where the curb begins, and where it ends.',
    })
  })

  it('asks for at least one night and one curb, at the first field of each', () => {
    const found = sentences({ hours: [], segments: [{ street: ' ', between: '', points: '' }] })
    expect(Object.keys(found)).toEqual(['segments.0.street', 'hours.0.nights'])
    expect(Object.keys(sentences({ hours: undefined, segments: undefined }))).toEqual([
      'segments.0.street',
      'hours.0.nights',
    ])
  })

  it('refuses a last day before the first', () => {
    expect(sentences({ effectiveUntil: '2026-10-31' })).toEqual({
      effectiveUntil: 'The last day comes before the first one. Choose a later day, or none.',
    })
    expect(sentences({ effectiveUntil: '2026-11-01' })).toEqual({})
  })

  it('asks for a sentence on a change', () => {
    const parsed = ChangeZoneForm.safeParse({ ...typed, change: ' ', revision: '1' })
    expect(parsed.error?.issues.map(({ path, message }) => [path.join('.'), message])).toEqual([
      [
        'change',
        'Say in a sentence what changed, for the venues, like: The zone now opens at 10 PM.',
      ],
    ])
    const good = ChangeZoneForm.parse({ ...typed, change: 'It moved.', revision: '3' })
    expect([good.change, good.revision]).toEqual(['It moved.', 3])
  })

  it.each([
    { name: ['a', 'b'] },
    { hours: 'a' },
    { hours: ['a'] },
    { segments: { x: 'a' } },
    { segments: [{ points: ['a', 'b'] }] },
    { status: ['pilot', 'ended'] },
    { amenities: ['a', 'b'] },
    { dwellMinutes: ['1', '2'] },
  ])('answers a form that no page makes with a sentence of its own: %j', (changed) => {
    const found = Object.values(sentences(changed))
    expect(found).not.toEqual([])
    for (const sentence of found) expect(sentence).toMatch(/^(?!Invalid)[A-Z].*[.”]$/)
  })
})

describe('points', () => {
  it.each([
    '38.91890, -77.03190\n38.91890, -77.03080',
    '(38.9189,-77.0319),\n\n(38.9189,-77.0308)',
    '38.9189° \u221277.0319°\n38.9189 \u221277.0308',
    '38.9189;-77.0319\r\n38.9189;-77.0319\r\n38.9189;-77.0308',
  ])('are read as people paste them: %j', (points) => {
    const [segment] = ZoneForm.parse({
      ...typed,
      segments: [{ street: 'Harbor', between: 'all of it', points }],
    }).segments
    expect(segment?.points).toEqual([
      { latitude: 38.9189, longitude: -77.0319 },
      { latitude: 38.9189, longitude: -77.0308 },
    ])
  })

  it.each([
    ['38.9189', 'Line 1, “38.9189”, is not two numbers.'],
    ['38.9189, -77.0319\nthe corner', 'Line 2, “the corner”, is not two numbers.'],
    ['139.7, 35.6\n139.8, 35.6', 'Longitude seems to come first here'],
    ['139.7, 135.6', 'Check the digits.'],
    ['38.9, -277.03', 'no such longitude'],
    ['38.9189, -77.0319\n38.9489, -77.0319', 'line 2 is more than 2 kilometers'],
    ['38.9189, -77.0319\n38.9189, -77.0319', 'Type two points or more'],
    [
      Array.from({ length: 51 }, (_, index) => `38.9${index + 100}, -77`).join('\n'),
      'up to 50 points',
    ],
  ])('that cannot be right are told apart: %j', (points, sentence) => {
    expect(pointsSentence(points)).toContain(sentence)
  })
})

it.each([
  ['21:00', '21:00'],
  ['9 PM', '21:00'],
  ['9:30 p.m.', '21:30'],
  ['12 am', '00:00'],
  ['12:15pm', '12:15'],
  ['Midnight', '00:00'],
  ['noon', '12:00'],
  ['7:05', '07:05'],
  ['21:00:00', '21:00'],
  ['9', null],
  ['24:00', null],
  ['13 PM', null],
  ['9:60 PM', null],
  ['', null],
])('reads the time %j as %j', (text, time) => {
  expect(readTime(text)).toBe(time)
})
