import { describe, expect, it } from 'vitest'
import { startSession } from '~/domain/accounts/session.server'
import type { PersonId, ZoneId } from '~/domain/ids'
import { enterZone } from '~/domain/zones/enter-zone.server'
import { sessionCookie } from '~/http/session.server'
import { loader as list } from '~/routes/coordinator.zones._index'
import { loader as zonePage } from '~/routes/coordinator.zones.$zoneId._index/route'
import { action as change, loader as changePage } from '~/routes/coordinator.zones.$zoneId.change'
import {
  action as confirm,
  loader as confirmPage,
} from '~/routes/coordinator.zones.$zoneId.confirm'
import { action as enter, loader as newPage } from '~/routes/coordinator.zones.new'
import type { Database } from '~db/open.server'
import { zoneAcknowledgements, zoneVersions } from '~db/schema'
import { aDatabase } from '~tests/support/database'
import { aDistrict, aLiaison, anOwner, aVenue, testNow } from '~tests/support/factories'
import { answerOf, routeArgs } from '~tests/support/route-args'
import { wholeSite } from '~tests/support/whole-site'
import { aTypedZone, aZoneDesk, harbor } from '~tests/support/zone-desk'
import '~tests/support/visits'

async function aDesk() {
  const db = aDatabase()
  const desk = await aZoneDesk(db)
  const cookies = await signedIn(db, desk.coordinatorId)
  const at = (path: string, form?: Record<string, string>, zoneId?: ZoneId) =>
    routeArgs(db, path, { cookies, ...(form && { form }), params: zoneId ? { zoneId } : {} })
  return { db, ...desk, cookies, at }
}

async function signedIn(db: Database, personId: PersonId) {
  const token = await db.transaction((tx) =>
    startSession(tx, personId, ['password', 'totp'], new Date()),
  )
  return [(await sessionCookie(token)).split(';')[0] ?? '']
}

/** What a browser posts for a zone on Harbor Street. */
function typedFor(district: string): Record<string, string> {
  return {
    name: 'Harbor Street East',
    district,
    status: 'pilot',
    effectiveFrom: '2026-11-01',
    effectiveUntil: '',
    'segments.0.street': 'Harbor Street NW',
    'segments.0.between': 'from 9th to 10th, north side',
    'segments.0.points': '38.9189, -77.0319\n38.9189, -77.0308',
    'segments.1.street': '',
    'segments.1.between': '',
    'segments.1.points': '',
    'hours.0.nights': 'fri',
    'hours.0.opens': '21:00',
    'hours.0.closes': '03:00',
    'hours.1.opens': '',
    'hours.1.closes': '',
    dwellMinutes: '',
    signWording: '',
    towing: '',
    amenities: '',
    companies: '',
    doorScript: 'Your ride can stop on Harbor Street.',
    reachMeters: '400',
  }
}

describe('entering a zone', () => {
  it('leads to its page, which says how many venues were told', async () => {
    const { db, districtId, at } = await aDesk()
    await anOwner(db, await aVenue(db, { name: 'Lantern Room', districtId, ...harbor.near }))
    await aVenue(db, { name: 'Not yet here', districtId, ...harbor.near })
    const answer = await answerOf(enter(at('/coordinator/zones/new', typedFor(districtId))))
    const to = answer.headers.get('Location') ?? ''
    expect(to).toMatch(/^\/coordinator\/zones\/zon_\w+\?done=entered$/)

    const id = to.split(/[/?]/)[3] as ZoneId
    const page = await zonePage(at(to, undefined, id))
    expect(page).toMatchObject({
      name: 'Harbor Street East',
      done: 'The zone is entered. 1 venue within reach was told.',
      within: 2,
      told: 1,
      acknowledged: 0,
      where: ['Harbor Street NW, from 9th to 10th, north side'],
      hours: ['Fri nights, 9 PM to 3 AM'],
      venues: [{ title: '1. Lantern Room', on: null }],
      versions: [{ number: 1, change: 'The zone was entered.', differences: [] }],
    })
  })

  it('comes back with every field and a sentence where one is needed', async () => {
    const { db, districtId, at } = await aDesk()
    const typed = { ...typedFor(districtId), 'segments.0.points': '38.9', 'hours.0.closes': '' }
    const answer = await answerOf(enter(at('/coordinator/zones/new', typed)))
    expect(answer.status).toBe(422)
    const { errors, values } = await answer.json()
    expect(Object.keys(errors)).toEqual(['segments.0.points', 'hours.0.closes'])
    expect(values).toEqual(typed)
    expect(await db.$count(zoneVersions)).toBe(0)
  })

  it('first asks for the district where there are several, so that the map fits', async () => {
    const { db, districtId, at } = await aDesk()
    await aVenue(db, { districtId, ...harbor.near })
    expect(await newPage(at('/coordinator/zones/new'))).toMatchObject({ chosen: 'Harbor' })
    await aDistrict(db, 'Uptown')
    const asked = await newPage(at('/coordinator/zones/new'))
    expect([asked.chosen, asked.frame]).toEqual([null, null])
    const chosen = await newPage(at('/coordinator/zones/new?district=harbor'))
    expect(chosen).toMatchObject({ chosen: 'Harbor', values: { district: districtId } })
    expect(chosen.frame?.south).toBeCloseTo(harbor.near.latitude, 2)
    const unplaced = await newPage(at('/coordinator/zones/new?district=uptown'))
    expect([unplaced.chosen, unplaced.frame]).toEqual(['Uptown', null])
  })
})

describe('changing a zone', () => {
  it('fills the form with what stands, and leads back to the zone', async () => {
    const { ctx, districtId, at } = await aDesk()
    const id = await enterZone(ctx, aTypedZone(districtId))
    const path = `/coordinator/zones/${id}/change`
    const { values, revision } = await changePage(at(path, undefined, id))
    expect(values).toMatchObject({
      'hours.0.nights': ['sun', 'thu', 'fri', 'sat'],
      'segments.0.points': '38.9189, -77.0319\n38.9189, -77.0308',
      reachMeters: '400',
    })
    const typed = { ...typedFor(districtId), change: 'Fridays only now.', revision }
    const answer = await answerOf(change(at(path, typed, id)))
    expect(answer.headers.get('Location')).toBe(`/coordinator/zones/${id}?done=changed`)
  })

  it('keeps both texts when somebody was first', async () => {
    const { ctx, districtId, at } = await aDesk()
    const id = await enterZone(ctx, aTypedZone(districtId))
    const path = `/coordinator/zones/${id}/change`
    const typed = { ...typedFor(districtId), change: 'Fridays only now.', revision: '1' }
    await answerOf(change(at(path, typed, id)))
    const mine = { ...typed, dwellMinutes: '10', change: 'Ten minutes.' }
    const answer = await answerOf(change(at(path, mine, id)))
    expect(answer.status).toBe(409)
    const { errors, values, theirs } = await answer.json()
    expect(errors['']).toContain(ctx.actor.person.name)
    expect(values).toEqual(mine)
    expect(theirs).toMatchObject({ revision: '2', change: 'Fridays only now.' })
    const again = await answerOf(change(at(path, { ...mine, revision: theirs.revision }, id)))
    expect(again.status).toBe(302)
  })
})

it('confirms what was read, and asks again where it changed meanwhile', async () => {
  const { ctx, districtId, at } = await aDesk()
  const id = await enterZone(ctx, aTypedZone(districtId))
  const path = `/coordinator/zones/${id}/confirm`
  expect(await confirmPage(at(path, undefined, id))).toMatchObject({ revision: '1', ended: false })
  const answer = await answerOf(confirm(at(path, { revision: '1' }, id)))
  expect(answer.headers.get('Location')).toBe(`/coordinator/zones/${id}?done=confirmed`)
  expect((await answerOf(confirm(at(path, { revision: '2' }, id)))).status).toBe(409)
})

describe('the list of zones', () => {
  it('says when and how many venues were told and know', async () => {
    const { db, ctx, districtId, at } = await aDesk()
    expect(await list(at('/coordinator/zones'))).toMatchObject({ all: 0, zones: [] })
    const venueId = await aVenue(db, { districtId, ...harbor.near })
    const personId = await anOwner(db, venueId)
    await enterZone(ctx, aTypedZone(districtId))
    await enterZone(ctx, aTypedZone(districtId, { name: 'Old Gate', status: 'ended' }))
    const [version] = await db.select().from(zoneVersions)
    if (!version) throw new Error('The zone has no version.')
    await db.transaction((tx) =>
      tx
        .insert(zoneAcknowledgements)
        .values({ versionId: version.id, venueId, personId, at: testNow, on: '2026-11-22' }),
    )
    const { zones } = await list(at('/coordinator/zones'))
    expect(zones.map(({ title, status }) => [title, status])).toEqual([
      ['Harbor Street East', 'Pilot'],
      ['Old Gate', 'Ended'],
    ])
    expect(zones[0]?.detail).toContain('1 venue told; at 1 the door staff know')
    const found = await list(at('/coordinator/zones?words=old%20GATE'))
    expect([found.fitting, found.all]).toEqual([1, 2])
  })

  it('goes on from page to page', async () => {
    const { ctx, districtId, at } = await aDesk()
    for (let index = 10; index < 62; index += 1) {
      await enterZone(ctx, aTypedZone(districtId, { name: `Zone ${index}` }))
    }
    const first = await list(at('/coordinator/zones'))
    const second = await list(at(first.next ?? ''))
    expect([first.zones.length, second.zones.length, second.next]).toEqual([50, 2, null])
    expect(second.zones.map(({ title }) => title)).toEqual(['Zone 60', 'Zone 61'])
  })
})

it('pages through who was told, and shows who has not answered', async () => {
  const { db, ctx, districtId, at } = await aDesk()
  for (let index = 10; index < 40; index += 1) {
    const name = index === 17 ? 'The Quillon' : `Venue ${index}`
    const venueId = await aVenue(db, { name, districtId, ...harbor.near })
    await anOwner(db, venueId)
  }
  const id = await enterZone(ctx, aTypedZone(districtId))
  const first = await zonePage(at(`/coordinator/zones/${id}`, undefined, id))
  const second = await zonePage(at(first.next ?? '', undefined, id))
  expect([first.told, first.venues.length, second.venues.length]).toEqual([30, 25, 5])
  const searched = await zonePage(at(`/coordinator/zones/${id}?words=quillon`, undefined, id))
  expect([searched.told, searched.fitting, searched.venues.length]).toEqual([30, 1, 1])
  const [known] = first.venues
  const [version] = await db.select().from(zoneVersions)
  if (!known || !version) throw new Error('Somebody was told of a version.')
  const said = { versionId: version.id, personId: ctx.actor.person.id, on: '2026-11-22' as const }
  await db.transaction((tx) =>
    tx.insert(zoneAcknowledgements).values({ ...said, venueId: known.id, at: testNow }),
  )
  const waiting = await zonePage(at(`/coordinator/zones/${id}?show=waiting`, undefined, id))
  expect([waiting.acknowledged, waiting.fitting]).toEqual([1, 29])
})

it('is not for a liaison, and names no zone to them', async () => {
  const { db, ctx, districtId } = await aDesk()
  const id = await enterZone(ctx, aTypedZone(districtId))
  const site = wholeSite(db)
  const [cookie = ''] = await signedIn(db, await aLiaison(db, districtId))
  for (const path of ['', '/new', `/${id}`, `/${id}/change`, `/${id}/confirm`]) {
    const answer = await site.ask(`/coordinator/zones${path}`, { cookie })
    expect([path, answer.status]).toEqual([path, 403])
    expect(await answer.text()).not.toContain('Harbor Street East')
  }
})
