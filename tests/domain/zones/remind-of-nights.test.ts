import { describe, expect, it } from 'vitest'
import { addDays, type Day, dayOf } from '~/domain/dates'
import type { PersonId, VenueId } from '~/domain/ids'
import { momentOf } from '~/domain/wall-clock'
import { changeWish } from '~/domain/zones/change-wish.server'
import { comingNight } from '~/domain/zones/coming-night'
import { remindOfNights } from '~/domain/zones/remind-of-nights.server'
import type { Database } from '~db/open.server'
import { memberships, outbox, program, venues } from '~db/schema'
import type { ZoneHours } from '~db/schema/zones'
import { weekdays } from '~db/vocabulary'
import { countQueries } from '~tests/support/count-queries'
import { aDatabase } from '~tests/support/database'
import {
  aDistrict,
  aMembership,
  anOwner,
  aProgram,
  aVenue,
  contextFor,
} from '~tests/support/factories'
import { aZone, aZoneChange, harborFacts, placeVenue } from '~tests/support/zones'

const newYork = 'America/New_York'
/** Sunday, November 22, 2026, at 3 PM in Washington, DC: tonight is a service night. */
const sunday3pm = new Date('2026-11-22T20:00:00Z')
const minutes = (count: number) => new Date(sunday3pm.getTime() + count * 60_000)

async function aReminded() {
  const db = aDatabase()
  await aProgram(db)
  const districtId = await aDistrict(db, 'Harbor')
  const venueId = await aVenue(db, { name: 'The Lantern Room', districtId })
  await placeVenue(db, venueId, 80)
  const personId = await anOwner(db, venueId)
  const zoneId = await aZone(db, { districtId })
  await wishes(db, personId, venueId)
  return { db, districtId, venueId, personId, zoneId }
}

async function wishes(db: Database, personId: PersonId, venueId: VenueId) {
  await changeWish(await contextFor(db, personId), venueId, 'here')
}

const mails = (db: Database) => db.select().from(outbox)

const zonesOf = (mail: { facts: Record<string, unknown> } | undefined) =>
  (mail?.facts.zones ?? []) as { zone: string; venue: string }[]

describe('the reminder before a service night', () => {
  it('goes out once, in the afternoon, with the hours and the words for the door', async () => {
    const { db, venueId, personId } = await aReminded()
    expect(await remindOfNights(db, minutes(-1))).toBe(0)
    expect(await remindOfNights(db, sunday3pm)).toBe(1)
    for (let later = 1; later < 360; later += 30) {
      expect(await remindOfNights(db, minutes(later))).toBe(0)
    }
    expect(await mails(db)).toMatchObject([
      {
        kind: 'zone-tonight',
        personId,
        facts: {
          night: '2026-11-22',
          zones: [
            {
              zone: 'Harbor Street East',
              venue: 'The Lantern Room',
              hours: '9 PM to 3 AM',
              where: ['Harbor Street, from 9th to 10th, north side'],
              script: 'Rides stop on Harbor Street, one block to your left.',
              path: '/zones/harbor-street-east',
            },
          ],
          stopPath: `/venue/${venueId}/zones/reminders`,
        },
      },
    ])
  })

  it('goes out once when many run at the same time', async () => {
    const { db, districtId } = await aReminded()
    const other = await aVenue(db, { districtId })
    await wishes(db, await anOwner(db, other), other)
    const runs = await Promise.all(Array.from({ length: 10 }, () => remindOfNights(db, sunday3pm)))
    expect(runs.reduce((sum, each) => sum + each)).toBe(2)
    expect(await mails(db)).toHaveLength(2)
  })

  it('is one mail for all venues and zones of a person', async () => {
    const { db, districtId, personId } = await aReminded()
    const other = await aVenue(db, { name: 'Foghorn Hall', districtId })
    await aMembership(db, personId, 'manager', { venueId: other })
    await wishes(db, personId, other)
    await aZone(db, { districtId, slug: 'west', name: 'Harbor West' })
    expect(await remindOfNights(db, sunday3pm)).toBe(1)
    const [mail] = await mails(db)
    expect(zonesOf(mail).map((each) => [each.venue, each.zone])).toEqual([
      ['Foghorn Hall', 'Harbor Street East'],
      ['Foghorn Hall', 'Harbor West'],
      ['The Lantern Room', 'Harbor Street East'],
      ['The Lantern Room', 'Harbor West'],
    ])
  })

  it('is not sent once the night has opened, also where nothing ran all afternoon', async () => {
    const { db } = await aReminded()
    expect(await remindOfNights(db, minutes(6 * 60))).toBe(0)
    expect(await remindOfNights(db, minutes(8 * 60))).toBe(0)
    expect(await mails(db)).toEqual([])
  })

  it('is late rather than lost: a server that comes back before the night opens sends it', async () => {
    const { db } = await aReminded()
    expect(await remindOfNights(db, minutes(6 * 60 - 1))).toBe(1)
  })

  it('names only what is still to open', async () => {
    const { db, districtId } = await aReminded()
    const early: ZoneHours[] = [{ nights: ['sun'], opens: '16:00', closes: '20:00' }]
    await aZone(db, { districtId, slug: 'early', name: 'Early', facts: { hours: early } })
    expect(await remindOfNights(db, minutes(90))).toBe(1)
    const [mail] = await mails(db)
    expect(mail?.facts.zones).toMatchObject([{ zone: 'Harbor Street East' }])
  })

  it.each([
    ['is on hold', { status: 'suspended' as const }],
    ['has ended', { status: 'ended' as const }],
    ['ran out yesterday', { effectiveUntil: '2026-11-21' as const }],
    ['begins tomorrow', { effectiveFrom: '2026-11-23' as const }],
    ['is not open on Sundays', { facts: { hours: [{ ...one(), nights: ['thu' as const] }] } }],
  ])('is not sent for a zone that %s', async (_, said) => {
    const { db, zoneId } = await aReminded()
    await aZoneChange(db, zoneId, { ...said, change: 'Changed.' })
    expect(await remindOfNights(db, sunday3pm)).toBe(0)
  })

  it('is for who asked, still belongs to the venue, and is within reach', async () => {
    const { db, districtId, venueId, personId } = await aReminded()
    await anOwner(db, venueId)
    const far = await aVenue(db, { districtId })
    await placeVenue(db, far, 900)
    await wishes(db, await anOwner(db, far), far)
    await changeWish(await contextFor(db, personId), venueId, 'not_here')
    expect(await remindOfNights(db, sunday3pm)).toBe(0)

    await wishes(db, personId, venueId)
    await db.transaction((tx) => tx.update(memberships).set({ endedAt: sunday3pm }))
    expect(await remindOfNights(db, sunday3pm)).toBe(0)
    await db.transaction((tx) => tx.update(memberships).set({ endedAt: null }))
    await db.transaction((tx) => tx.update(venues).set({ mergedIntoId: far }))
    expect(await remindOfNights(db, sunday3pm)).toBe(0)
    await db.transaction((tx) => tx.update(venues).set({ mergedIntoId: null }))
    expect(await remindOfNights(db, sunday3pm)).toBe(1)
  })

  it('asks two things of the database while no night is to be told of, and three while all were', async () => {
    const { db } = await aReminded()
    expect(await countQueries(() => remindOfNights(db, minutes(-60)))).toBe(2)
    await remindOfNights(db, sunday3pm)
    expect(await countQueries(() => remindOfNights(db, minutes(1)))).toBe(3)
  })
})

function one(): ZoneHours {
  const [hours] = harborFacts.hours
  if (!hours) throw new Error('The zone of the tests has hours.')
  return hours
}

const everyNight: ZoneHours[] = [{ ...one(), nights: [...weekdays] }]

const zones = [
  newYork,
  'America/Los_Angeles',
  'Europe/London',
  'Australia/Sydney',
  'Asia/Kathmandu',
  'Pacific/Honolulu',
]

describe.each(zones)('three years in %s', (timeZone) => {
  const zone = (hours: ZoneHours[]) => ({
    status: 'permanent' as const,
    effectiveFrom: '2026-01-01' as const,
    effectiveUntil: null,
    facts: { ...harborFacts, hours },
  })

  it.each([
    ['an evening', '21:00', '03:00'],
    ['the small hours', '02:30', '05:00'],
  ])('%s is announced on each of its own dates, from 3 PM until it opens', (_, opens, closes) => {
    const nightly = zone([{ nights: [...weekdays], opens, closes }])
    const told: Day[] = []
    for (let day: Day = '2026-01-01'; day < '2029-01-01'; day = addDays(day, 1)) {
      const at = (time: number) =>
        comingNight(nightly, momentOf(day, time, timeZone, 'first'), timeZone)
      const before = at(15 * 60 - 1)
      const after = at(15 * 60)
      expect(before?.night === day).toBe(false)
      if (after) told.push(after.night)
    }
    const days = Array.from({ length: 1096 }, (_, index) => addDays('2026-01-01', index))
    expect(told).toEqual(days)
  })
})

describe('the nights on which the clock changes, and a leap day', () => {
  it.each([
    [newYork, '2026-10-30'],
    [newYork, '2027-03-12'],
    [newYork, '2028-02-27'],
    ['Australia/Sydney', '2026-10-02'],
    ['Australia/Sydney', '2027-04-02'],
    ['Europe/London', '2027-03-26'],
  ] as const)('in %s around %s each is mailed once, on its own date', async (timeZone, first) => {
    const { db, zoneId } = await aReminded()
    await db.transaction((tx) => tx.update(program).set({ timeZone }))
    await aZoneChange(db, zoneId, { facts: { hours: everyNight }, change: 'Every night.' })
    const start = momentOf(first, 0, timeZone, 'first').getTime()
    const told: Day[] = []
    for (let hour = 0; hour < 4 * 24; hour += 1) {
      const now = new Date(start + hour * 3_600_000)
      const sent = await remindOfNights(db, now)
      if (sent > 0) told.push(dayOf(now, timeZone))
    }
    const evenings = [0, 1, 2, 3].map((each) => addDays(first, each))
    expect(told).toEqual(evenings)
    expect((await mails(db)).map(({ facts }) => facts.night).sort()).toEqual(evenings)
  })
})
