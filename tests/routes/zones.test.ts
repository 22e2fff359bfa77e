import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { loader as zonesPage } from '~/routes/zones._index/route'
import { loader as zonePage } from '~/routes/zones.$slug._index/route'
import { loader as zoneCard } from '~/routes/zones.$slug.card/route'
import { aDatabase } from '~tests/support/database'
import { aDistrict, aProgram, testNow } from '~tests/support/factories'
import { answerOf, routeArgs } from '~tests/support/route-args'
import { aZone, aZoneChange } from '~tests/support/zones'

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: testNow }))
afterEach(() => void vi.useRealTimers())

async function aTown() {
  const db = aDatabase()
  await aProgram(db)
  const districtId = await aDistrict(db, 'Harbor')
  const list = (query = '') => zonesPage(routeArgs(db, `/zones${query}`))
  const at = (slug: string) => routeArgs(db, `/zones/${slug}`, { params: { slug } })
  return {
    db,
    districtId,
    list,
    page: (slug = 'harbor-street-east') => zonePage(at(slug)),
    card: (slug = 'harbor-street-east') => zoneCard(at(slug)),
    answer: (slug: string) => answerOf(zonePage(at(slug))),
  }
}

describe('the public list of zones', () => {
  it('says by district where, when and whether tonight', async () => {
    const { db, districtId, list } = await aTown()
    await aZone(db, { districtId })
    const millId = await aDistrict(db, 'Old Mill')
    await aZone(db, {
      districtId: millId,
      slug: 'mill',
      name: 'Mill Row',
      status: 'proposed',
    })
    const page = await list()
    expect(page.count).toBe('2 loading zones')
    expect(page.districts.map(({ name, zones }) => [name, zones])).toEqual([
      [
        'Harbor',
        [
          {
            id: 'harbor-street-east',
            to: '/zones/harbor-street-east',
            title: 'Harbor Street East',
            hours: ['Thu to Sun nights, 9 PM to 3 AM'],
            where: ['Harbor Street, from 9th to 10th, north side'],
            tonight: '',
            status: 'Open tonight',
            tone: 'place',
          },
        ],
      ],
      ['Old Mill', [expect.objectContaining({ title: 'Mill Row', status: 'Proposed' })]],
    ])
    expect(page.map?.lines.map(({ label, tone }) => [label, tone])).toEqual([
      ['Harbor Street East', 'lamp'],
      ['Mill Row', 'soft'],
    ])
  })

  it('shows one district, and everything for a district that does not exist', async () => {
    const { db, districtId, list } = await aTown()
    await aZone(db, { districtId })
    await aZone(db, { districtId: await aDistrict(db, 'Old Mill'), slug: 'mill', name: 'Mill Row' })
    expect((await list('?district=old-mill')).districts.map(({ name }) => name)).toEqual([
      'Old Mill',
    ])
    expect((await list('?district=nowhere')).districts).toHaveLength(2)
  })

  it('leaves out a zone that ended, by its status or by its last day', async () => {
    const { db, districtId, list } = await aTown()
    const zoneId = await aZone(db, { districtId })
    await aZone(db, {
      districtId,
      slug: 'over',
      name: 'Over',
      status: 'pilot',
      effectiveUntil: '2026-11-20',
    })
    expect((await list()).count).toBe('1 loading zone')
    await aZoneChange(db, zoneId, { status: 'ended', change: 'The trial is over.' })
    expect(await list()).toMatchObject({ districts: [], map: null })
  })
})

describe('the public page of a zone', () => {
  it('says what stands on the signs and on which nights, by evening and by calendar', async () => {
    const { db, districtId, page } = await aTown()
    const zoneId = await aZone(db, { districtId })
    await aZoneChange(db, zoneId, {
      change: 'It opens an hour earlier now.',
      facts: { hours: [{ nights: ['sat', 'sun'], opens: '20:00', closes: '03:00' }] },
    })
    expect(await page()).toMatchObject({
      name: 'Harbor Street East',
      ended: false,
      tonight: 'Open tonight, 8 PM to 3 AM',
      hours: ['Sat and Sun nights, 8 PM to 3 AM'],
      calendar: ['Sat and Sun, 8 PM to midnight', 'Sun and Mon, midnight to 3 AM'],
      nights: [
        { evening: 'Sunday, November 22', hours: '8 PM on Sunday to 3 AM on Monday' },
        { evening: 'Saturday, November 28', hours: '8 PM on Saturday to 3 AM on Sunday' },
      ],
      rows: [
        { term: 'How long', lines: ['A car may stand for 5 minutes.'] },
        { term: 'Towing', lines: ['From 9 PM on the nights of the zone.'] },
        { term: 'What the signs say' },
        { term: 'At the curb', lines: ['lighting', 'a bench'] },
        { term: 'In the apps of', lines: ['Ride One'] },
        { term: 'Offered by' },
      ],
      versions: [
        {
          number: 2,
          words: 'It opens an hour earlier now.',
          changes: [
            'The hours are Sat and Sun nights, 8 PM to 3 AM now; they were Thu to Sun nights, 9 PM to 3 AM.',
          ],
        },
        { number: 1, words: 'The zone was written down here for the first time.', changes: [] },
      ],
    })
  })

  it('follows the clock: open now, next, and not after its last night', async () => {
    const { db, districtId, page } = await aTown()
    await aZone(db, { districtId, status: 'pilot', effectiveUntil: '2026-11-22' })
    const at = async (moment: string) => {
      vi.setSystemTime(new Date(moment))
      const { tonight, ended } = await page()
      return [tonight, ended]
    }
    expect(await at('2026-11-18T17:00:00Z')).toEqual([
      'Next: Thursday night, 9 PM to 3 AM (Fri)',
      false,
    ])
    expect(await at('2026-11-23T02:00:00Z')).toEqual(['Open now, until 3 AM', false])
    expect(await at('2026-11-23T07:59:00Z')).toEqual(['Open now, until 3 AM', false])
    expect(await at('2026-11-23T08:00:00Z')).toEqual(['', true])
  })

  it('of a zone that ended says so, and keeps its history', async () => {
    const { db, districtId, page, card } = await aTown()
    const zoneId = await aZone(db, { districtId })
    await aZoneChange(db, zoneId, { status: 'ended', change: 'The trial is over.' })
    expect(await page()).toMatchObject({
      ended: true,
      hasCard: false,
      sentence: 'This zone has ended. Rides no longer stop here.',
      nights: [],
      versions: [{ words: 'The trial is over.' }, {}],
    })
    expect(await card()).toMatchObject({
      card: null,
      why: 'This zone has ended. Rides no longer stop here.',
    })
  })

  it('of a zone that never was is absent', async () => {
    expect((await (await aTown()).answer('nowhere')).status).toBe(404)
  })
})

describe('the door card', () => {
  it('says where and when and nothing of tonight, with a square that opens the page', async () => {
    const { db, districtId, card } = await aTown()
    await aZone(db, { districtId })
    const { card: shown } = await card()
    expect(shown).toMatchObject({
      where: ['Harbor Street, from 9th to 10th, north side'],
      hours: ['Thu to Sun nights, 9 PM to 3 AM'],
      script: 'Rides stop on Harbor Street, one block to your left.',
      version: 'Lamplight, version 1 of November 22, 2026',
      type: 'big',
    })
    expect(shown?.url).toMatch(/\/zones\/harbor-street-east$/)
    expect(JSON.stringify(shown)).not.toMatch(/tonight|now/)
  })

  it.each(['proposed', 'suspended'] as const)('is not offered for a %s zone', async (status) => {
    const { db, districtId, card, page } = await aTown()
    await aZone(db, { districtId, status })
    expect((await card()).card).toBeNull()
    expect((await page()).hasCard).toBe(false)
  })
})
