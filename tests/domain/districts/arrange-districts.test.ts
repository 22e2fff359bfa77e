import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { arrangeDistricts } from '~/domain/districts/arrange-districts.server'
import { ArrangeForm } from '~/domain/districts/forms'
import { arrangementFor } from '~/domain/districts/queries.server'
import { Conflict, Invalid, NotPermitted } from '~/domain/errors'
import { placeVenue } from '~/domain/venues/place-venue.server'
import { districts, eventDetails, events, neighborhoods, venues } from '~db/schema'
import { aDatabase } from '~tests/support/database'
import {
  aCoordinator,
  aDistrict,
  anOwner,
  aProgram,
  aVenue,
  contextFor,
} from '~tests/support/factories'

async function aCity() {
  const db = aDatabase()
  await aProgram(db)
  const [north, south] = [await aDistrict(db, 'North'), await aDistrict(db, 'South')]
  const venueId = await aVenue(db, { districtId: north })
  await db.transaction(async (tx) => {
    await tx.update(venues).set({ neighborhood: 'Pier' })
    await tx.insert(neighborhoods).values({ name: 'Pier', districtId: north })
  })
  const ctx = await contextFor(db, await aCoordinator(db))
  const { seen } = await arrangementFor(ctx)
  return { db, ctx, north, south, venueId, seen }
}

const unchanged = { districts: {}, newDistrict: '', neighborhoods: {} }

describe('arranging districts', () => {
  test('moves a neighborhood with its venues, renames and adds', async () => {
    const { db, ctx, north, south, venueId, seen } = await aCity()
    const moved = await arrangeDistricts(ctx, {
      seen,
      districts: { [north]: { name: 'Hillside' } },
      newDistrict: 'Docks',
      neighborhoods: { n1: { name: 'Pier', district: south } },
    })
    expect(moved).toBe(1)
    const rows = await db.select().from(districts).orderBy(districts.name)
    expect(rows.map(({ name, slug }) => [name, slug])).toEqual([
      ['Docks', 'docks'],
      ['Hillside', 'north'],
      ['South', 'south'],
    ])
    const [venue] = await db.select().from(venues).where(eq(venues.id, venueId))
    expect(venue?.districtId).toBe(south)
  })

  test('stands in the record with what was where, before and after', async () => {
    const { db, ctx, north, south, seen } = await aCity()
    await arrangeDistricts(ctx, {
      seen,
      districts: { [north]: { name: 'Hillside' } },
      newDistrict: 'Docks',
      neighborhoods: {
        n1: { name: 'Pier', district: south },
        n2: { name: 'Old Mill', district: '' },
      },
    })
    const docks = (await db.select().from(districts)).find(({ name }) => name === 'Docks')
    const [event] = await db.select().from(events).where(eq(events.kind, 'districts.arranged'))
    expect(event?.facts).toEqual({ renamed: 1, added: 1, moved: 1 })
    const [kept] = await db.select().from(eventDetails)
    expect(kept?.details).toMatchObject({
      before: { [north]: 'North', Pier: north },
      after: { [north]: 'Hillside', [docks?.id ?? '']: 'Docks', Pier: south },
    })
  })

  test('to no district leaves its venues without one', async () => {
    const { db, ctx, seen } = await aCity()
    const neighborhoods = { n1: { name: 'Pier', district: '' } }
    await arrangeDistricts(ctx, { ...unchanged, seen, neighborhoods })
    expect((await db.select().from(venues))[0]?.districtId).toBeNull()
  })

  test('from a page that is not the newest is a conflict, and changes nothing', async () => {
    const { db, ctx, north, south, seen } = await aCity()
    const first = { ...unchanged, seen, districts: { [north]: { name: 'Hillside' } } }
    const second = { ...unchanged, seen, districts: { [south]: { name: 'Docks' } } }
    const outcomes = await Promise.allSettled([
      arrangeDistricts(ctx, first),
      arrangeDistricts(ctx, second),
    ])
    expect(outcomes[0].status).toBe('fulfilled')
    expect(outcomes[1]).toMatchObject({ reason: expect.any(Conflict) })
    const names = await db.select({ name: districts.name }).from(districts).orderBy(districts.name)
    expect(names).toEqual([{ name: 'Hillside' }, { name: 'South' }])
  })

  test('two districts of one name are refused beside the field', async () => {
    const { ctx, north, seen } = await aCity()
    const twice = { [north]: { name: 'south' } }
    await expect(arrangeDistricts(ctx, { ...unchanged, seen, districts: twice })).rejects.toEqual(
      new Invalid({ [`districts.${north}.name`]: 'There is another district called south.' }),
    )
    await expect(
      arrangeDistricts(ctx, { ...unchanged, seen, newDistrict: 'NORTH' }),
    ).rejects.toEqual(new Invalid({ newDistrict: 'There is a district called NORTH already.' }))
  })

  test('a made-up district is refused beside its neighborhood', async () => {
    const { ctx, seen } = await aCity()
    const neighborhoods = { n1: { name: 'Pier', district: 'dis_nowhere' } }
    await expect(arrangeDistricts(ctx, { ...unchanged, seen, neighborhoods })).rejects.toEqual(
      new Invalid({ 'neighborhoods.n1.district': 'Choose a district from the list.' }),
    )
  })

  test('is for coordinators', async () => {
    const { db, venueId, seen } = await aCity()
    const owner = await contextFor(db, await anOwner(db, venueId))
    await expect(arrangeDistricts(owner, { ...unchanged, seen })).rejects.toThrow(NotPermitted)
    await expect(arrangementFor(owner)).rejects.toThrow(NotPermitted)
    await expect(placeVenue(owner, venueId, 'dis_x')).rejects.toThrow(NotPermitted)
  })

  test('one venue can be placed by itself', async () => {
    const { db, ctx, south, venueId } = await aCity()
    await placeVenue(ctx, venueId, south)
    expect((await db.select().from(venues))[0]?.districtId).toBe(south)
    await expect(placeVenue(ctx, venueId, 'dis_nowhere')).rejects.toThrow(Invalid)
  })
})

test('every check of the form has its own sentence', () => {
  const typed = { seen: 1, districts: { x: { name: ' ' } }, newDistrict: 'x'.repeat(61) }
  const parsed = ArrangeForm.safeParse(typed)
  expect(parsed.error?.issues.map(({ message }) => message)).toEqual([
    'Open this page again, so that nothing is overwritten.',
    'Give the district a name of 1 to 60 characters.',
    'Give the district a name of 1 to 60 characters.',
  ])
})
