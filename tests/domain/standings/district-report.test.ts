import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pauseCertificate } from '~/domain/certificates/pause-certificate.server'
import { resumeCertificate } from '~/domain/certificates/resume-certificate.server'
import { dayOf } from '~/domain/dates'
import { NotFound } from '~/domain/errors'
import { markChanged } from '~/domain/events.server'
import type { DistrictId, VenueId } from '~/domain/ids'
import { newId } from '~/domain/ids'
import { programOf } from '~/domain/standards/program.server'
import { countVenues } from '~/domain/standings/count-venues.server'
import { districtCsv } from '~/domain/standings/district-csv'
import { districtFigures } from '~/domain/standings/district-figures.server'
import { districtPage } from '~/domain/standings/district-page.server'
import { accreditedOn, monthEnds } from '~/domain/standings/district-trend'
import { refreshStandings } from '~/domain/standings/refresh-standings.server'
import { inviteVenue } from '~/domain/venues/invite-venue.server'
import type { Database } from '~db/open.server'
import { staff, trainingRecords, venues } from '~db/schema'
import { anAccreditedVenue, manyAccredited } from '~tests/support/certificates'
import { countQueries } from '~tests/support/count-queries'
import { aDatabase } from '~tests/support/database'
import {
  aCoordinator,
  aDistrict,
  aLiaison,
  aMembership,
  anOwner,
  aPerson,
  aProgram,
  atMoment,
  aVenue,
  contextFor,
  testNow,
} from '~tests/support/factories'
import '~tests/support/visits'

const day = 86_400_000

async function aHarbor() {
  const db = aDatabase()
  await aProgram(db)
  const districtId = await aDistrict(db, 'Harbor')
  const viewerId = await aPerson(db)
  await aMembership(db, viewerId, 'district_viewer', { districtId })
  const viewer = await contextFor(db, viewerId, testNow, ['email_code'])
  return { db, districtId, viewer }
}

/** So many accredited venues of a district, each with a team of three who are trained. */
async function accredited(db: Database, districtId: DistrictId, count: number) {
  const first = await anAccreditedVenue(db, { districtId, name: 'Venue A' })
  const names = Array.from({ length: count - 1 }, (_, index) => `Venue ${index + 2}`)
  return { first, all: [first.venueId, ...(await manyAccredited(db, first, names))] }
}

async function valuesOf(viewer: Awaited<ReturnType<typeof aHarbor>>['viewer'], now = testNow) {
  const page = await districtPage({ ...viewer, now }, 'harbor')
  const groups = Object.fromEntries(page.groups.map(({ key, value }) => [key, value]))
  return { ...page, groups, coverage: page.coverage.value }
}

describe('who may read how a district is doing', () => {
  it('is who follows it, its liaisons and the coordinators; for everybody else it is absent', async () => {
    const { db, districtId, viewer } = await aHarbor()
    const elsewhere = await aDistrict(db, 'Old Mill')
    const otherViewer = await aPerson(db)
    await aMembership(db, otherViewer, 'district_viewer', { districtId: elsewhere })
    const owner = await anOwner(db, await aVenue(db, { districtId }))
    const coordinatorId = await aCoordinator(db)
    for (const id of [viewer.actor.person.id, await aLiaison(db, districtId), coordinatorId]) {
      const page = await districtPage(await contextFor(db, id), 'harbor')
      expect(page.district.name).toBe('Harbor')
    }
    const half = await contextFor(db, coordinatorId, testNow, ['password'])
    for (const ctx of [
      await contextFor(db, otherViewer),
      await contextFor(db, await aLiaison(db, elsewhere)),
      await contextFor(db, owner),
      half,
    ]) {
      await expect(districtPage(ctx, 'harbor')).rejects.toThrow(NotFound)
    }
    await expect(districtPage(viewer, 'nowhere')).rejects.toThrow(NotFound)
  })
})

describe('the figures of a district', () => {
  it('read as fewer than five until they are five, none included', async () => {
    const { db, districtId, viewer } = await aHarbor()
    expect(await valuesOf(viewer)).toMatchObject({
      groups: {
        invited: 'Fewer than five',
        in_conversation: 'Fewer than five',
        accredited: 'Fewer than five',
        refreshing: 'Fewer than five',
      },
      coverage: 'Not shown yet',
      strengths: [expect.stringContaining('each venue’s own choice')],
      venues: [],
    })
    const { first } = await accredited(db, districtId, 4)
    expect((await valuesOf(viewer)).groups.accredited).toBe('Fewer than five')
    await manyAccredited(db, first, ['Venue 5'])
    await markAll(db)
    const five = await valuesOf(viewer)
    expect(five.groups.accredited).toBe('5')
    expect(five.venues).toHaveLength(5)
    // Fifteen people, all of them trained: that nobody is missing is not told.
    expect(five.coverage).toBe('All but fewer than five of 10 or more people')
    expect(five.strengths[0]).toBe('5 venues hold a certificate that counts today.')
  })

  it('are right at midnight without any job, and as soon as something happens', async () => {
    const { db, districtId, viewer } = await aHarbor()
    const { first } = await accredited(db, districtId, 6)
    await markAll(db)
    await refreshStandings(db, testNow)
    expect((await valuesOf(viewer)).groups.accredited).toBe('6')

    await pauseCertificate(first.owner, first.venueId)
    expect((await valuesOf(viewer)).groups.accredited).toBe('5')
    await resumeCertificate(first.owner, first.venueId)
    expect((await valuesOf(viewer)).groups.accredited).toBe('6')

    const lastDay = new Date('2027-03-02T04:59:00Z')
    expect((await valuesOf(viewer, lastDay)).groups).toMatchObject({ accredited: '6' })
    const midnight = new Date('2027-03-02T05:01:00Z')
    expect((await valuesOf(viewer, midnight)).groups).toMatchObject({
      accredited: 'Fewer than five',
      refreshing: '6 or more',
    })
  })

  it('take few queries, however many venues there are', async () => {
    const { db, districtId, viewer } = await aHarbor()
    const { first } = await accredited(db, districtId, 2)
    await markAll(db)
    await refreshStandings(db, testNow)
    const few = await countQueries(() => districtPage(viewer, 'harbor'))
    await manyAccredited(
      db,
      first,
      Array.from({ length: 20 }, (_, index) => `More ${index}`),
    )
    await markAll(db)
    await refreshStandings(db, testNow)
    const many = await countQueries(() => districtPage(viewer, 'harbor'))
    expect([few, many]).toEqual([13, 13])
    await districtFigures(db, districtId, testNow)
    expect(await countQueries(() => districtFigures(db, districtId, testNow))).toBe(1)
  })

  it('equal a fresh count of every venue, after any run of deeds and days', async () => {
    const { db, districtId } = await aHarbor()
    const { first, all } = await accredited(db, districtId, 4)
    const others = await Promise.all([1, 2, 3].map(() => aVenue(db, { districtId })))
    const elsewhere = await aDistrict(db)
    const coordinator = await contextFor(db, await aCoordinator(db))
    await markAll(db)
    const places = [...all, ...others]
    let now = testNow
    const deeds = fc.array(fc.record({ what: fc.nat(8), which: fc.nat(6), days: fc.nat(40) }), {
      minLength: 12,
      maxLength: 12,
    })
    const done = fc.asyncProperty(deeds, async (run) => {
      for (const { what, which, days } of run) {
        const venueId = places[which] ?? first.venueId
        if (what === 0) now = new Date(now.getTime() + days * day)
        if (what === 1) await refreshStandings(db, now)
        if (what === 2) await move(db, venueId, which % 2 ? elsewhere : districtId)
        if (what === 3) await retrain(db, venueId, now, days)
        if (what === 4)
          await pauseCertificate(atMoment(first.owner, now), first.venueId).catch(() => 0)
        if (what === 5)
          await resumeCertificate({ ...first.owner, now }, first.venueId).catch(() => 0)
        if (what === 6) await leave(db, venueId, now)
        if (what === 7)
          await inviteVenue({ ...coordinator, now }, venueId, { email: '' }).catch(() => 0)
        if (what === 8) await merge(db, venueId, all[1] ?? venueId, now)
        expect(await districtFigures(db, districtId, now)).toEqual(await live(db, districtId, now))
      }
    })
    await fc.assert(done, { numRuns: 12, endOnFailure: true })
  })
})

/** The whole count, venue by venue. */
async function live(db: Database, districtId: DistrictId, now: Date) {
  const program = await programOf(db)
  const here = await db.select().from(venues).where(eq(venues.districtId, districtId))
  const ids = here.filter(({ mergedIntoId }) => !mergedIntoId).map(({ id }) => id)
  const counted = await countVenues(db, ids, program, dayOf(now, program.timeZone))
  const groups = { invited: 0, in_conversation: 0, accredited: 0, refreshing: 0 }
  const coverage = { venues: 0, inScope: 0, trained: 0 }
  for (const { group, inScope, trained } of counted.values()) {
    if (group) groups[group] += 1
    if (inScope > 0) coverage.venues += 1
    coverage.inScope += inScope
    coverage.trained += trained
  }
  return { groups, coverage }
}

async function markAll(db: Database) {
  const rows = await db.select({ id: venues.id }).from(venues)
  await db.transaction(async (tx) => {
    for (const { id } of rows) await markChanged(tx, id, testNow)
  })
}

async function move(db: Database, venueId: VenueId, districtId: DistrictId) {
  await db.transaction((tx) => tx.update(venues).set({ districtId }).where(eq(venues.id, venueId)))
}

async function retrain(db: Database, venueId: VenueId, now: Date, days: number) {
  const team = await db.select().from(staff).where(eq(staff.venueId, venueId))
  const until = dayOf(new Date(now.getTime() + (days + 1) * day), 'UTC')
  await db.transaction(async (tx) => {
    for (const { id } of team) {
      await tx.insert(trainingRecords).values({
        id: newId('rec'),
        staffId: id,
        venueId,
        type: 'sexual-assault-intervention',
        completedOn: dayOf(now, 'UTC'),
        printedExpiry: until,
        state: 'claimed',
        createdAt: now,
      })
    }
    await markChanged(tx, venueId, now)
  })
}

async function leave(db: Database, venueId: VenueId, now: Date) {
  const [one] = await db.select().from(staff).where(eq(staff.venueId, venueId))
  await db.transaction(async (tx) => {
    if (one) {
      const leftOn = dayOf(now, 'UTC')
      await tx.update(staff).set({ leftOn }).where(eq(staff.id, one.id))
    }
    await markChanged(tx, venueId, now)
  })
}

async function merge(db: Database, venueId: VenueId, into: VenueId, now: Date) {
  const [row] = await db.select().from(venues).where(eq(venues.id, venueId))
  const apart = row?.mergedIntoId ? null : into
  if (apart === venueId) return
  await db.transaction(async (tx) => {
    const merged = { mergedIntoId: apart, mergedAt: apart ? now : null }
    await tx.update(venues).set(merged).where(eq(venues.id, venueId))
    await markChanged(tx, venueId, now)
  })
}

describe('the trend', () => {
  it('ends with the last whole month', () => {
    expect(monthEnds('2026-11-22', 3)).toEqual(['2026-08-31', '2026-09-30', '2026-10-31'])
    expect(monthEnds('2028-03-31', 2)).toEqual(['2028-01-31', '2028-02-29'])
  })

  it('counts a venue for each month end on which its certificate stood', () => {
    const certificate = {
      id: 'cer_a',
      venueId: 'ven_a',
      applicationId: 'app_a',
      issuedOn: '2026-01-10',
      expiresOn: '2026-08-15',
      pausedOn: null,
      endedOn: null,
      replacedOn: null,
    } as const
    const renewal = {
      ...certificate,
      id: 'cer_b',
      issuedOn: '2026-08-01',
      expiresOn: '2027-01-01',
    } as const
    const replaced = { ...certificate, replacedOn: '2026-08-01' } as const
    const events = [
      { of: 'cer_a', on: '2026-02-20', away: true },
      { of: 'cer_a', on: '2026-03-02', away: false },
      { of: 'app_a', on: '2026-04-30', away: true },
      { of: 'app_a', on: '2026-06-01', away: false },
    ] as const
    const days = monthEnds('2026-10-05', 10)
    expect(accreditedOn(days, [replaced, renewal], events)).toEqual([0, 1, 0, 1, 0, 0, 1, 1, 1, 1])
    expect(accreditedOn(days, [certificate], [])).toEqual([0, 1, 1, 1, 1, 1, 1, 1, 0, 0])
  })
})

describe('page and table', () => {
  it('say the same, and no number that is held back', async () => {
    const { db, districtId, viewer } = await aHarbor()
    await accredited(db, districtId, 7)
    await markAll(db)
    const page = await districtPage(viewer, 'harbor')
    const table = districtCsv({ ...page, more: null })
    for (const { value, definition } of [...page.groups, page.coverage]) {
      expect(table).toContain(value)
      expect(table).toContain(definition.replaceAll('"', '""'))
    }
    for (const { value, month } of page.trend) {
      expect(table).toContain(`Accredited at the end of ${month},${value},`)
    }
    expect(page.trend.map(({ value }) => value)).toEqual(Array(6).fill('Fewer than five'))
    // No total of the groups, and not how many of the 21 people are missing.
    expect(table).toContain('All but fewer than five of 20 or more people')
    expect(table).not.toMatch(/^(total|all venues)/im)
    expect(table.startsWith('\uFEFFFigure,Value,How this is counted,As of\r\n')).toBe(true)
  })
})
