import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { keepSecret } from '~/domain/accounts/secrets.server'
import { stepAway } from '~/domain/applications/step-away.server'
import type { CheckCode } from '~/domain/certificates/check-code'
import { checkedCertificate } from '~/domain/certificates/check-page.server'
import { pauseCertificate } from '~/domain/certificates/pause-certificate.server'
import { resumeCertificate } from '~/domain/certificates/resume-certificate.server'
import { dayOf } from '~/domain/dates'
import { markChanged } from '~/domain/events.server'
import type { VenueId } from '~/domain/ids'
import { programOf } from '~/domain/standards/program.server'
import { countVenues } from '~/domain/standings/count-venues.server'
import { countForTheFirstTime, refreshStandings } from '~/domain/standings/refresh-standings.server'
import { recordTraining } from '~/domain/training/record-training.server'
import { inviteVenue } from '~/domain/venues/invite-venue.server'
import type { Database } from '~db/open.server'
import { applications, dues, events, staff, venueChanges, venueStandings } from '~db/schema'
import { anAccreditedVenue, aReadyVenue, manyAccredited } from '~tests/support/certificates'
import { countQueries } from '~tests/support/count-queries'
import { aDatabase } from '~tests/support/database'
import {
  aCoordinator,
  anOwner,
  aProgram,
  aVenue,
  contextFor,
  testNow,
} from '~tests/support/factories'

keepSecret('a secret for tests, with more than enough characters')

async function aProgramDatabase() {
  const db = aDatabase()
  await aProgram(db)
  return db
}

const at = (day: string) => new Date(`${day}T15:00:00Z`)

async function keptOf(db: Database, venueId: VenueId) {
  const [row] = await db.select().from(venueStandings).where(eq(venueStandings.venueId, venueId))
  return row
}

async function stateOf(db: Database, venueId: VenueId) {
  const [row] = await db.select().from(applications).where(eq(applications.venueId, venueId))
  return row
}

async function countOne(db: Database, venueId: VenueId, now: Date) {
  const program = await programOf(db)
  const counted = await countVenues(db, [venueId], program, dayOf(now, program.timeZone))
  return counted.get(venueId)
}

describe('the four groups', () => {
  it('count an invited venue until somebody joins or the invitation runs out', async () => {
    const db = await aProgramDatabase()
    const venueId = await aVenue(db)
    const coordinator = await contextFor(db, await aCoordinator(db))
    expect((await countOne(db, venueId, testNow))?.group).toBeNull()

    await inviteVenue(coordinator, venueId, { email: '' })
    const invited = await countOne(db, venueId, testNow)
    expect(invited?.group).toBe('invited')
    expect(invited?.changesOn).toBe('2027-01-22')
    expect((await countOne(db, venueId, at('2027-01-21')))?.group).toBe('invited')
    expect((await countOne(db, venueId, at('2027-01-22')))?.group).toBeNull()

    await anOwner(db, venueId)
    expect((await countOne(db, venueId, testNow))?.group).toBe('in_conversation')
  })

  it('count nobody who stepped away', async () => {
    const db = await aProgramDatabase()
    const { venueId, owner } = await aReadyVenue(db)
    expect((await countOne(db, venueId, testNow))?.group).toBe('in_conversation')
    await stepAway(owner, venueId)
    expect((await countOne(db, venueId, testNow))?.group).toBeNull()
  })

  it('follow a certificate through its life', async () => {
    const db = await aProgramDatabase()
    const { venueId } = await anAccreditedVenue(db, { trainedUntil: '2028-03-01' })
    const groupOn = async (day: string) => (await countOne(db, venueId, at(day)))?.group
    expect(await groupOn('2026-11-22')).toBe('accredited')
    expect(await groupOn('2027-11-21')).toBe('accredited')
    expect(await groupOn('2027-11-22')).toBe('refreshing')
    expect(await groupOn('2027-12-21')).toBe('refreshing')
    expect(await groupOn('2027-12-22')).toBe('in_conversation')
  })

  it('count a certificate that lapsed, or rests, as refreshing', async () => {
    const db = await aProgramDatabase()
    const { venueId, owner } = await anAccreditedVenue(db, { trainedUntil: '2027-03-01' })
    expect(await countOne(db, venueId, testNow)).toMatchObject({ trained: 3, inScope: 3 })
    expect(await countOne(db, venueId, at('2027-03-01'))).toMatchObject({ group: 'accredited' })
    expect(await countOne(db, venueId, at('2027-03-02'))).toMatchObject({
      group: 'refreshing',
      trained: 0,
      inScope: 3,
    })
    expect(await countOne(db, venueId, at('2027-05-02'))).toMatchObject({
      group: 'refreshing',
      trained: 0,
      inScope: 0,
    })
    await pauseCertificate(owner, venueId)
    expect((await countOne(db, venueId, testNow))?.group).toBe('refreshing')
  })
})

describe('the clock', () => {
  it('keeps what it counted, and looks again only when something changed', async () => {
    const db = await aProgramDatabase()
    const { venueId } = await anAccreditedVenue(db)
    expect(await refreshStandings(db, testNow)).toEqual({ counted: 1, lapsed: 0, refreshed: 0 })
    expect(await keptOf(db, venueId)).toEqual({
      venueId,
      group: 'accredited',
      standing: 'accredited',
      trained: 3,
      inScope: 3,
      countedOn: '2026-11-22',
      changesOn: '2027-03-02',
    })
    expect(await refreshStandings(db, testNow)).toEqual({ counted: 0, lapsed: 0, refreshed: 0 })
    expect(await db.select().from(venueChanges)).toEqual([])
    const kept = await db.select().from(dues).where(eq(dues.venueId, venueId))
    const subjects = kept.map(({ subject, dueOn, remindOn }) => [
      subject.replace(/stf_\w+/, 'somebody'),
      dueOn,
      remindOn,
    ])
    expect(subjects.sort()).toEqual([
      ['certificate', '2027-11-21', '2027-08-23'],
      ['coverage CARE-1', '2027-03-01', '2026-12-01'],
      ['record somebody CARE-1', '2027-03-01', '2026-12-01'],
      ['record somebody CARE-1', '2027-03-01', '2026-12-01'],
      ['record somebody CARE-1', '2027-03-01', '2026-12-01'],
    ])
  })

  it('moves the check page the same day with no job, and the application with the next round', async () => {
    const db = await aProgramDatabase()
    const { venueId, owner, certificate } = await anAccreditedVenue(db)
    await refreshStandings(db, testNow)
    const lapse = at('2027-03-02')
    const code = certificate.checkCode as CheckCode
    expect((await checkedCertificate(db, at('2027-03-01'), code))?.label).toBe('Valid')
    expect((await checkedCertificate(db, lapse, code))?.label).toBe('Being refreshed')

    expect(await refreshStandings(db, at('2027-03-01'))).toMatchObject({ counted: 0 })
    expect(await refreshStandings(db, lapse)).toEqual({ counted: 1, lapsed: 1, refreshed: 0 })
    expect(await stateOf(db, venueId)).toMatchObject({ state: 'refresh_due', hearBy: '2027-03-31' })
    expect(await refreshStandings(db, lapse)).toEqual({ counted: 0, lapsed: 0, refreshed: 0 })

    const people = await db.select().from(staff).where(eq(staff.venueId, venueId))
    for (const { id } of people) {
      await recordTraining({ ...owner, now: lapse }, venueId, id, {
        type: 'sexual-assault-intervention',
        completedOn: '2027-03-02',
        printedExpiry: null,
        certificateNumber: '',
      } as never)
    }
    expect((await checkedCertificate(db, lapse, code))?.label).toBe('Valid')
    expect(await refreshStandings(db, lapse)).toEqual({ counted: 1, lapsed: 0, refreshed: 1 })
    expect(await stateOf(db, venueId)).toMatchObject({ state: 'accredited', hearBy: null })
    const kinds = (await db.select().from(events)).map(({ kind }) => kind)
    expect(kinds.filter((kind) => kind === 'application.lapsed')).toHaveLength(1)
    expect(kinds.filter((kind) => kind === 'application.refreshed')).toHaveLength(1)
  })

  it('leaves the application alone while the venue lets its certificate rest', async () => {
    const db = await aProgramDatabase()
    const { venueId, owner } = await anAccreditedVenue(db)
    await pauseCertificate(owner, venueId)
    expect(await refreshStandings(db, at('2027-03-02'))).toMatchObject({ lapsed: 0 })
    expect(await stateOf(db, venueId)).toMatchObject({ state: 'accredited' })
    await resumeCertificate({ ...owner, now: at('2027-03-10') }, venueId)
    expect(await refreshStandings(db, at('2027-03-10'))).toMatchObject({ lapsed: 1 })
  })

  it('counts those from before there was a count', async () => {
    const db = await aProgramDatabase()
    const { venueId } = await anAccreditedVenue(db)
    await db.transaction((tx) => tx.delete(venueChanges))
    expect(await refreshStandings(db, testNow)).toMatchObject({ counted: 0 })
    await countForTheFirstTime(db, testNow)
    expect(await refreshStandings(db, testNow)).toMatchObject({ counted: 1 })
    expect(await keptOf(db, venueId)).toMatchObject({ group: 'accredited' })
    await countForTheFirstTime(db, testNow)
    expect(await refreshStandings(db, testNow)).toMatchObject({ counted: 0 })
  })

  it('asks no more often for many venues than for one, and reads twice where nothing changed', async () => {
    const db = await aProgramDatabase()
    const like = await anAccreditedVenue(db)
    const names = Array.from({ length: 40 }, (_, i) => `Copy ${i}`)
    const venueIds = await manyAccredited(db, like, names)
    const program = await programOf(db)
    const count = (ids: VenueId[]) =>
      countQueries(() => countVenues(db, ids, program, '2026-11-22'))
    await count(venueIds)
    expect(await count(venueIds.slice(0, 1))).toBe(10)
    expect(await count(venueIds)).toBe(10)

    await db.transaction(async (tx) => {
      for (const venueId of venueIds) await markChanged(tx, venueId, testNow)
    })
    expect(await refreshStandings(db, testNow)).toMatchObject({ counted: 41 })
    // The program, the venues in line, the venues that a new day changes.
    expect(await countQueries(() => refreshStandings(db, testNow))).toBe(3)
  })

  it('counts once when two rounds run at once', async () => {
    const db = await aProgramDatabase()
    await anAccreditedVenue(db)
    const both = await Promise.all([refreshStandings(db, testNow), refreshStandings(db, testNow)])
    expect(both.map(({ counted }) => counted).sort()).toEqual([0, 1])
  })
})
