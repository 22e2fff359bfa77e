import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { Conflict, NotFound, NotPermitted } from '~/domain/errors'
import { newId, type VenueId } from '~/domain/ids'
import { acknowledgeZone } from '~/domain/zones/acknowledge-zone.server'
import { changeWish } from '~/domain/zones/change-wish.server'
import { venueZonesPage } from '~/domain/zones/venue-zones-page.server'
import { wishesPage } from '~/domain/zones/wishes-page.server'
import type { Database } from '~db/open.server'
import { events, zoneAcknowledgements, zoneWishes } from '~db/schema'
import { aDatabase } from '~tests/support/database'
import {
  aDistrict,
  aMembership,
  anOwner,
  aPerson,
  aProgram,
  aVenue,
  contextFor,
} from '~tests/support/factories'
import { aZone, aZoneChange, placeVenue } from '~tests/support/zones'

async function aVenueByAZone(meters = 80) {
  const db = aDatabase()
  await aProgram(db)
  const districtId = await aDistrict(db, 'Harbor')
  const venueId = await aVenue(db, { name: 'The Lantern Room', districtId })
  await placeVenue(db, venueId, meters)
  const owner = await contextFor(db, await anOwner(db, venueId))
  const zoneId = await aZone(db, { districtId })
  const page = async () => {
    const { zones } = await venueZonesPage(owner, venueId)
    return zones
  }
  return { db, districtId, venueId, owner, zoneId, page }
}

const saidOf = (db: Database, venueId: VenueId) =>
  db.select().from(zoneAcknowledgements).where(eq(zoneAcknowledgements.venueId, venueId))

const happened = async (db: Database, kind: string) =>
  (await db.select().from(events)).filter((event) => event.kind === kind)

describe('the zones near a venue', () => {
  it('say tonight, where, what to say at the door, and how far it is', async () => {
    const { page } = await aVenueByAZone()
    expect(await page()).toEqual([
      expect.objectContaining({
        name: 'Harbor Street East',
        tonight: 'Open tonight, 9 PM to 3 AM',
        distance: 'About 250 feet (80 meters) from your address.',
        where: ['Harbor Street, from 9th to 10th, north side'],
        script: 'Rides stop on Harbor Street, one block to your left.',
        asked: true,
        knownOn: '',
        news: [],
      }),
    ])
  })

  it('are those within reach alone; a venue without a place has those of its district', async () => {
    const { db, districtId, page } = await aVenueByAZone(500)
    expect(await page()).toEqual([])
    const placeless = await aVenue(db, { districtId })
    const ctx = await contextFor(db, await anOwner(db, placeless))
    const { zones, located } = await venueZonesPage(ctx, placeless)
    expect(zones.map(({ name, distance }) => [name, distance])).toEqual([
      ['Harbor Street East', ''],
    ])
    expect(located).toBe(false)
  })

  it('ask nothing while they are proposed, and are gone once they ended', async () => {
    const { db, zoneId, page } = await aVenueByAZone()
    await aZoneChange(db, zoneId, { status: 'proposed', change: 'Not decided yet.' })
    expect((await page()).map(({ asked }) => asked)).toEqual([false])
    await aZoneChange(db, zoneId, { status: 'ended', change: 'Over.' })
    expect(await page()).toEqual([])
  })

  it('are for the venue’s own people', async () => {
    const { db, venueId } = await aVenueByAZone()
    const stranger = await contextFor(db, await anOwner(db, await aVenue(db)))
    await expect(venueZonesPage(stranger, venueId)).rejects.toThrow(NotFound)
  })
})

describe('"our door staff know"', () => {
  it('is said once for a version, however often it is sent', async () => {
    const { db, venueId, owner, zoneId, page } = await aVenueByAZone()
    await Promise.all(Array.from({ length: 20 }, () => acknowledgeZone(owner, venueId, zoneId, 1)))
    expect(await saidOf(db, venueId)).toMatchObject([
      { personId: owner.actor.person.id, on: '2026-11-22' },
    ])
    expect(await happened(db, 'zone.acknowledged')).toMatchObject([
      { venueId, subjectId: zoneId, facts: { version: 1 } },
    ])
    expect(await page()).toMatchObject([{ asked: false, knownOn: 'November 22, 2026' }])
  })

  it('falls due again on each version, with what changed since', async () => {
    const { db, venueId, owner, zoneId, page } = await aVenueByAZone()
    await acknowledgeZone(owner, venueId, zoneId, 1)
    await aZoneChange(db, zoneId, { facts: { dwellMinutes: 3 }, change: 'Three minutes now.' })
    await aZoneChange(db, zoneId, { name: 'Harbor East', change: 'A shorter name.' })
    const [zone] = await page()
    expect(zone).toMatchObject({ asked: true, knownOn: '' })
    expect(zone?.news.map(({ version, words, changes }) => [version, words, changes])).toEqual([
      [3, 'A shorter name.', ['It is called Harbor East now; it was Harbor Street East.']],
      [2, 'Three minutes now.', ['A car may stand for 3 minutes now; it was 5 minutes.']],
    ])
    await acknowledgeZone(owner, venueId, zoneId, 3)
    expect(await page()).toMatchObject([{ asked: false }])
  })

  it('of a version that was read before a change is a conflict, and says nothing', async () => {
    const { db, venueId, owner, zoneId } = await aVenueByAZone()
    await aZoneChange(db, zoneId, { change: 'It moved.' })
    await expect(acknowledgeZone(owner, venueId, zoneId, 1)).rejects.toThrow(Conflict)
    expect(await saidOf(db, venueId)).toEqual([])
  })

  it('is not said of a proposal, which asks nothing of the door staff yet', async () => {
    const { db, venueId, owner, zoneId, page } = await aVenueByAZone()
    await aZoneChange(db, zoneId, { status: 'proposed', change: 'Back to a proposal.' })
    await expect(acknowledgeZone(owner, venueId, zoneId, 2)).rejects.toThrow('is a proposal')
    expect(await saidOf(db, venueId)).toEqual([])
    expect(await page()).toMatchObject([{ asked: false, knownOn: '' }])
  })

  it('is for confirmed people, helpers too, and for zones within reach', async () => {
    const { db, districtId, venueId, zoneId } = await aVenueByAZone()
    const helper = await contextFor(db, await anOwner(db, venueId, { role: 'helper' }))
    await acknowledgeZone(helper, venueId, zoneId, 1)
    await expect(acknowledgeZone(helper, venueId, newId('zon'), 1)).rejects.toThrow(NotFound)

    const fresh = await aVenue(db, { districtId })
    const newcomer = await contextFor(db, await anOwner(db, fresh, { confirmed: false }))
    await expect(acknowledgeZone(newcomer, fresh, zoneId, 1)).rejects.toThrow(NotPermitted)
    await expect(acknowledgeZone(newcomer, venueId, zoneId, 1)).rejects.toThrow(NotFound)

    await placeVenue(db, fresh, 5_000)
    const known = await contextFor(db, await anOwner(db, fresh))
    await expect(acknowledgeZone(known, fresh, zoneId, 1)).rejects.toThrow(NotFound)
    expect(await saidOf(db, fresh)).toEqual([])
  })
})

describe('the wish to be reminded', () => {
  it('is a person’s own, once for each venue, and ends here or everywhere', async () => {
    const { db, venueId, owner } = await aVenueByAZone()
    const other = await aVenue(db, { name: 'Foghorn Hall' })
    const personId = await aPerson(db)
    await aMembership(db, personId, 'owner', { venueId })
    await aMembership(db, personId, 'manager', { venueId: other })
    const both = await contextFor(db, personId)

    await changeWish(owner, venueId, 'here')
    await Promise.all([1, 2, 3].map(() => changeWish(both, venueId, 'here')))
    await changeWish(both, other, 'here')
    expect(await happened(db, 'zone.wish_made')).toHaveLength(3)
    expect(await wishesPage(both, venueId)).toMatchObject({
      reminded: true,
      elsewhere: ['Foghorn Hall'],
    })

    await changeWish(both, venueId, 'nowhere')
    expect(await wishesPage(both, venueId)).toMatchObject({ reminded: false, elsewhere: [] })
    expect(await happened(db, 'zone.wish_ended')).toHaveLength(2)
    expect(await db.select({ personId: zoneWishes.personId }).from(zoneWishes)).toEqual([
      { personId: owner.actor.person.id },
    ])
    await changeWish(owner, venueId, 'not_here')
    expect(await db.select().from(zoneWishes)).toEqual([])
  })

  it('is not for people who are not confirmed, nor for others', async () => {
    const { db, venueId } = await aVenueByAZone()
    const fresh = await aVenue(db)
    const newcomer = await contextFor(db, await anOwner(db, fresh, { confirmed: false }))
    await expect(changeWish(newcomer, fresh, 'here')).rejects.toThrow(NotPermitted)
    await expect(changeWish(newcomer, venueId, 'here')).rejects.toThrow(NotFound)
  })
})
