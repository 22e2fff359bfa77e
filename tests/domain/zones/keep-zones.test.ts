import { describe, expect, it } from 'vitest'
import { Conflict, Invalid, NotFound, NotPermitted } from '~/domain/errors'
import type { ZoneId } from '~/domain/ids'
import { changeZone } from '~/domain/zones/change-zone.server'
import { confirmZone } from '~/domain/zones/confirm-zone.server'
import { enterZone } from '~/domain/zones/enter-zone.server'
import {
  publicZones,
  versionsOf,
  zoneBySlug,
  zoneFor,
  zonesFor,
} from '~/domain/zones/queries.server'
import { isServing } from '~/domain/zones/zone'
import { events, zoneVersions } from '~db/schema'
import { aDatabase } from '~tests/support/database'
import {
  aCoordinator,
  aDistrict,
  aLiaison,
  anOwner,
  aVenue,
  contextFor,
  testNow,
} from '~tests/support/factories'
import { aTypedZone, aZoneDesk, harbor } from '~tests/support/zone-desk'

async function aDesk() {
  const db = aDatabase()
  return { db, ...(await aZoneDesk(db)) }
}

const later = { change: 'The zone now opens at 10 PM.' }
const tenPm = [{ nights: ['fri', 'sat'] as const, opens: '22:00', closes: '03:00' }].map(
  (hours) => ({
    ...hours,
    nights: [...hours.nights],
  }),
)

describe('entering a zone', () => {
  it('makes its first version, confirmed today, under a name for its page', async () => {
    const { db, ctx, districtId } = await aDesk()
    const id = await enterZone(ctx, aTypedZone(districtId))
    const zone = await zoneBySlug(db, 'harbor-street-east')
    expect(zone).toMatchObject({
      id,
      district: 'Harbor',
      districtSlug: 'harbor',
      version: 1,
      name: 'Harbor Street East',
      status: 'pilot',
      change: '',
      confirmedOn: '2026-11-22',
      publishedAt: testNow,
    })
    const [segment] = zone.facts.segments
    expect(segment?.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-/)
    expect(await kinds(db)).toEqual(['zone.entered'])
  })

  it('gives a second zone of the same name an address of its own', async () => {
    const { db, ctx, districtId } = await aDesk()
    await enterZone(ctx, aTypedZone(districtId))
    await enterZone(ctx, aTypedZone(districtId))
    expect((await publicZones(db)).map(({ slug }) => slug).sort()).toEqual([
      'harbor-street-east',
      'harbor-street-east-2',
    ])
  })

  it('is one zone for two equal submits', async () => {
    const { db, ctx, districtId } = await aDesk()
    const sent = { ...ctx, origin: { ...ctx.origin, submission: 'one' } }
    const ids = await Promise.all(
      Array.from({ length: 10 }, () => enterZone(sent, aTypedZone(districtId))),
    )
    expect(new Set(ids).size).toBe(1)
    expect(await publicZones(db)).toHaveLength(1)
  })

  it('is for a coordinator with two factors', async () => {
    const { db, coordinatorId, districtId } = await aDesk()
    const typed = aTypedZone(districtId)
    const others = [
      await contextFor(db, await aLiaison(db, districtId)),
      await contextFor(db, await anOwner(db, await aVenue(db, { districtId }))),
      await contextFor(db, coordinatorId, testNow, ['email_code', 'password']),
    ]
    for (const ctx of others) {
      await expect(enterZone(ctx, typed)).rejects.toThrow(NotPermitted)
      await expect(zonesFor(ctx)).rejects.toThrow(NotPermitted)
    }
    expect(await publicZones(db)).toEqual([])
  })

  it('refuses a district that there is not, and a curb on the other side of the world', async () => {
    const { db, ctx, districtId } = await aDesk()
    await expect(enterZone(ctx, aTypedZone('dis_none'))).rejects.toThrow(/district from the list/)
    await aVenue(db, harbor.near)
    const turned = [harbor.west, harbor.east].map(({ latitude, longitude }) => ({
      latitude: longitude,
      longitude: latitude,
    }))
    const [segment] = aTypedZone(districtId).segments
    const segments = segment ? [segment, { ...segment, points: turned }] : []
    const refusal = await enterZone(ctx, aTypedZone(districtId, { segments })).catch((e) => e)
    expect(refusal).toBeInstanceOf(Invalid)
    expect(Object.keys(refusal.fields)).toEqual(['segments.1.points'])
    expect(await publicZones(db)).toEqual([])
  })
})

describe('changing a zone', () => {
  it('makes a version, keeps the older ones, and shows the newest', async () => {
    const { db, ctx, districtId } = await aDesk()
    const id = await enterZone(ctx, aTypedZone(districtId))
    const other = await aDistrict(db, 'Uptown')
    const typed = { ...aTypedZone(other, { hours: tenPm, name: 'Harbor East' }), ...later }
    expect(await changeZone(ctx, id, typed, 1)).toBe(2)

    const zone = await zoneBySlug(db, 'harbor-street-east')
    expect(zone).toMatchObject({
      version: 2,
      name: 'Harbor East',
      district: 'Uptown',
      change: 'The zone now opens at 10 PM.',
    })
    const versions = await versionsOf(db, id)
    expect(versions.map(({ version, name }) => [version, name])).toEqual([
      [2, 'Harbor East'],
      [1, 'Harbor Street East'],
    ])
    expect(await kinds(db)).toEqual(['zone.changed', 'zone.entered'])
  })

  it('lets a segment keep its id while its points stay, whatever else is said of it', async () => {
    const { db, ctx, districtId } = await aDesk()
    const id = await enterZone(ctx, aTypedZone(districtId))
    const before = (await zoneFor(ctx, id)).facts.segments
    const [segment] = aTypedZone(districtId).segments
    if (!segment) throw new Error('A zone has a segment.')
    const added = { ...segment, points: [harbor.near, harbor.far] }
    const segments = [added, { ...segment, between: 'from 9th Street to 10th, north side' }]
    await changeZone(ctx, id, { ...aTypedZone(districtId, { segments }), ...later }, 1)
    const after = (await zoneFor(ctx, id)).facts.segments
    expect(after.map((each) => each.id === before[0]?.id)).toEqual([false, true])

    const moved = [{ ...segment, points: [harbor.west, harbor.near] }]
    await changeZone(ctx, id, { ...aTypedZone(districtId, { segments: moved }), ...later }, 2)
    const [last] = (await zoneBySlug(db, 'harbor-street-east')).facts.segments
    expect(after.map((each) => each.id)).not.toContain(last?.id)
  })

  it('refuses a change in which nothing differs', async () => {
    const { db, ctx, districtId } = await aDesk()
    const id = await enterZone(ctx, aTypedZone(districtId))
    await expect(changeZone(ctx, id, { ...aTypedZone(districtId), ...later }, 1)).rejects.toThrow(
      /Nothing differs/,
    )
    expect(await db.$count(zoneVersions)).toBe(1)
  })

  it('opens an ended zone again', async () => {
    const { db, ctx, districtId } = await aDesk()
    const id = await enterZone(ctx, aTypedZone(districtId))
    const ended = { ...aTypedZone(districtId, { status: 'ended' }), change: 'The trial is over.' }
    await changeZone(ctx, id, ended, 1)
    expect(await publicZones(db)).toEqual([])
    expect((await zoneBySlug(db, 'harbor-street-east')).status).toBe('ended')
    const again = { ...aTypedZone(districtId, { status: 'permanent' }), change: 'It is back.' }
    await changeZone(ctx, id, again, 2)
    expect(await publicZones(db)).toHaveLength(1)
  })

  it('lets one of two people win, and tells the other who was first and what changed', async () => {
    const { db, ctx, districtId } = await aDesk()
    const id = await enterZone(ctx, aTypedZone(districtId))
    const colleague = await contextFor(db, await aCoordinator(db))
    const typed = { ...aTypedZone(districtId, { hours: tenPm }), ...later }
    const both = await Promise.allSettled([
      changeZone(ctx, id, typed, 1),
      changeZone(colleague, id, { ...typed, doorScript: 'Your ride waits outside.' }, 1),
    ])
    expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
    const [, lost] = both
    const conflict = lost?.status === 'rejected' ? lost.reason : null
    expect(conflict).toBeInstanceOf(Conflict)
    expect(conflict.message).toContain(ctx.actor.person.name)
    expect(conflict.theirs).toMatchObject({
      revision: '2',
      change: 'The zone now opens at 10 PM.',
      differences:
        'The hours are Fri and Sat nights, 10 PM to 3 AM now; they were Thu to Sun nights, 9 PM to 3 AM.',
    })
    expect(await db.$count(zoneVersions)).toBe(2)
  })

  it('is absent where there is no such zone', async () => {
    const { ctx, districtId } = await aDesk()
    const id: ZoneId = 'zon_none'
    await expect(changeZone(ctx, id, { ...aTypedZone(districtId), ...later }, 1)).rejects.toThrow(
      NotFound,
    )
    await expect(confirmZone(ctx, id)).rejects.toThrow(NotFound)
  })
})

describe('confirming a zone', () => {
  it('notes the day, and makes no version', async () => {
    const { db, ctx, districtId } = await aDesk()
    const id = await enterZone(ctx, aTypedZone(districtId))
    await confirmZone({ ...ctx, now: new Date('2027-02-01T12:00:00Z') }, id, 1)
    const zone = await zoneFor(ctx, id)
    expect([zone.version, zone.confirmedOn]).toEqual([1, '2027-02-01'])
    expect(await kinds(db)).toEqual(['zone.confirmed', 'zone.entered'])
  })

  it('refuses what has ended, and a version that is no longer the newest', async () => {
    const { ctx, districtId } = await aDesk()
    const id = await enterZone(ctx, aTypedZone(districtId))
    const ended = { ...aTypedZone(districtId, { status: 'ended' }), change: 'The trial is over.' }
    await changeZone(ctx, id, { ...aTypedZone(districtId, { hours: tenPm }), ...later }, 1)
    await expect(confirmZone(ctx, id, 1)).rejects.toThrow(Conflict)
    await changeZone(ctx, id, ended, 2)
    await expect(confirmZone(ctx, id, 3)).rejects.toThrow(Invalid)
  })

  it('is for a coordinator', async () => {
    const { db, ctx, districtId } = await aDesk()
    const id = await enterZone(ctx, aTypedZone(districtId))
    const liaison = await contextFor(db, await aLiaison(db, districtId))
    await expect(confirmZone(liaison, id)).rejects.toThrow(NotPermitted)
    await expect(
      changeZone(liaison, id, { ...aTypedZone(districtId, { hours: tenPm }), ...later }, 1),
    ).rejects.toThrow(NotPermitted)
  })
})

it('lists the zones of one district', async () => {
  const { db, ctx, districtId } = await aDesk()
  const uptown = await aDistrict(db, 'Uptown')
  await enterZone(ctx, aTypedZone(districtId))
  await enterZone(ctx, aTypedZone(uptown, { name: 'Ninth Street' }))
  expect((await publicZones(db, { district: 'uptown' })).map(({ name }) => name)).toEqual([
    'Ninth Street',
  ])
  expect((await publicZones(db)).map(({ name }) => name)).toEqual([
    'Harbor Street East',
    'Ninth Street',
  ])
  await expect(zoneBySlug(db, 'nowhere')).rejects.toThrow(NotFound)
})

it.each([
  ['pilot', '2026-11-01', null, true],
  ['permanent', '2026-11-22', '2026-11-22', true],
  ['permanent', '2026-11-23', null, false],
  ['pilot', '2026-11-01', '2026-11-21', false],
  ['proposed', '2026-11-01', null, false],
  ['suspended', '2026-11-01', null, false],
  ['ended', '2026-11-01', null, false],
] as const)('a %s zone from %s to %s serves today: %s', (status, effectiveFrom, until, serves) => {
  const zone = { status, effectiveFrom, effectiveUntil: until }
  expect(isServing(zone, '2026-11-22')).toBe(serves)
})

async function kinds(db: ReturnType<typeof aDatabase>) {
  const rows = await db.select({ kind: events.kind }).from(events)
  return rows.map(({ kind }) => kind).sort()
}
