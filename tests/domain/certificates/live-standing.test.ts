import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import type { CheckCode } from '~/domain/certificates/check-code'
import { pauseCertificate } from '~/domain/certificates/pause-certificate.server'
import { accreditedVenue, certificateByCode } from '~/domain/certificates/queries.server'
import { resumeCertificate } from '~/domain/certificates/resume-certificate.server'
import { certificatePage } from '~/domain/certificates/venue-page.server'
import { Conflict, NotFound, NotPermitted } from '~/domain/errors'
import type { Database } from '~db/open.server'
import { certificates, events, memberships, staff, trainingRecords, venues } from '~db/schema'
import { anAccreditedVenue } from '~tests/support/certificates'
import { aDatabase } from '~tests/support/database'
import {
  anOwner,
  aPerson,
  aProgram,
  atMoment,
  aVenue,
  contextFor,
  testNow,
} from '~tests/support/factories'

async function accredited() {
  const db = aDatabase()
  await aProgram(db)
  const venue = await anAccreditedVenue(db, { trainedUntil: '2027-03-01' })
  const code = venue.certificate.checkCode as CheckCode
  const on = async (day: string) =>
    (await certificateByCode(db, noonOf(day), code))?.standing ?? null
  return { db, code, on, ...venue }
}

/** Noon in Washington, or close to it. */
const noonOf = (day: string) => new Date(`${day}T17:00:00Z`)

describe('a certificate, read on a day', () => {
  it('follows its training the same day, rests after the grace, and ends with its date', async () => {
    const { on } = await accredited()
    expect(await on('2027-03-01')).toMatchObject({ status: 'valid', lapses: [] })
    expect(await on('2027-03-02')).toMatchObject({
      status: 'being_refreshed',
      since: '2027-03-02',
      refreshBy: '2027-03-31',
      lapses: [{ standard: 'CARE-1', since: '2027-03-02' }],
    })
    expect((await on('2027-03-31'))?.status).toBe('being_refreshed')
    expect(await on('2027-04-01')).toMatchObject({ status: 'paused', pausedBy: 'lapse' })
    expect((await on('2027-11-21'))?.status).toBe('paused')
    expect(await on('2027-11-22')).toMatchObject({ status: 'expired', until: '2027-11-21' })
  })

  it('turns with the day in the program’s own time zone', async () => {
    const { db, code } = await accredited()
    const at = async (moment: string) =>
      (await certificateByCode(db, new Date(moment), code))?.standing.status
    expect(await at('2027-03-02T04:59:00Z')).toBe('valid')
    expect(await at('2027-03-02T05:00:00Z')).toBe('being_refreshed')
  })

  it('counts again the day the training is in', async () => {
    const { db, venueId, on } = await accredited()
    expect((await on('2027-04-10'))?.status).toBe('paused')
    await db.transaction((tx) =>
      tx
        .update(trainingRecords)
        .set({ completedOn: '2027-04-09', printedExpiry: '2028-04-08' })
        .where(eq(trainingRecords.venueId, venueId)),
    )
    expect((await on('2027-04-10'))?.status).toBe('valid')
  })

  it('does not live on an empty staff list, nor outlive its team', async () => {
    const { db, venueId, on } = await accredited()
    await db.transaction((tx) =>
      tx
        .update(staff)
        .set({ removedAt: noonOf('2026-12-05') })
        .where(eq(staff.venueId, venueId)),
    )
    expect(await on('2026-12-10')).toMatchObject({ status: 'being_refreshed', since: '2026-12-05' })
    await db.transaction((tx) =>
      tx
        .update(staff)
        .set({ removedAt: null, leftOn: '2026-12-20' })
        .where(eq(staff.venueId, venueId)),
    )
    expect((await on('2026-12-19'))?.status).toBe('valid')
    expect(await on('2026-12-21')).toMatchObject({ status: 'being_refreshed', since: '2026-12-20' })
  })

  it('asks no training of a standard that was answered otherwise', async () => {
    const { on, db, venueId } = await accredited()
    const records = await db
      .select({ type: trainingRecords.type })
      .from(trainingRecords)
      .where(eq(trainingRecords.venueId, venueId))
    expect(new Set(records.map(({ type }) => type))).toEqual(
      new Set(['sexual-assault-intervention']),
    )
    expect((await on('2026-11-22'))?.status).toBe('valid')
  })

  it('ended, it says since when and never why', async () => {
    const { db, on } = await accredited()
    await db.transaction((tx) =>
      tx.update(certificates).set({ endedOn: '2026-12-24', endedReason: 'In writing.' }),
    )
    expect((await on('2026-12-23'))?.status).toBe('valid')
    expect(await on('2026-12-24')).toEqual({
      status: 'ended',
      since: '2026-12-24',
      until: '2026-12-23',
      lapses: [],
    })
  })
})

describe('the venue’s own pause', () => {
  it('takes the certificate out of the public list at once, and back', async () => {
    const { db, on, owner, venueId } = await accredited()
    const { slug } = await slugOf(db, venueId)
    expect((await accreditedVenue(db, testNow, slug)).name).toBe('The Lantern Room')
    await pauseCertificate(owner, venueId)
    expect(await on('2026-11-22')).toMatchObject({ status: 'paused', pausedBy: 'venue' })
    await expect(accreditedVenue(db, testNow, slug)).rejects.toThrow(NotFound)
    await resumeCertificate(owner, venueId)
    expect((await on('2026-11-22'))?.status).toBe('valid')
    const kinds = (await db.select().from(events)).map(({ kind }) => kind)
    expect(kinds.filter((kind) => /^certificate/.test(kind))).toEqual([
      'certificate.issued',
      'certificate.paused',
      'certificate.resumed',
    ])
  })

  it('happens once, whoever asks at the same time', async () => {
    const { db, owner, venueId } = await accredited()
    const manager = await contextFor(db, await anOwner(db, venueId, { role: 'manager' }))
    for (const change of [pauseCertificate, resumeCertificate]) {
      const both = await Promise.allSettled([change(owner, venueId), change(manager, venueId)])
      const refused = both.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []))
      expect(refused).toHaveLength(1)
      expect(refused[0]).toBeInstanceOf(Conflict)
      expect(refused[0].message).toMatch(/^Somebody on your team/)
    }
  })

  it('is for those who speak for the venue', async () => {
    const { db, venueId, liaison } = await accredited()
    const other = await contextFor(db, await anOwner(db, await aVenue(db)))
    const helper = await contextFor(db, await anOwner(db, venueId, { role: 'helper' }))
    const asking = await contextFor(db, await anOwner(db, venueId, { confirmed: false }))
    const stranger = await contextFor(db, await aPerson(db))
    for (const [who, error] of [
      [other, NotFound],
      [stranger, NotFound],
      [liaison, NotFound],
      [helper, NotPermitted],
      [asking, NotFound],
    ] as const) {
      await expect(pauseCertificate(who, venueId)).rejects.toThrow(error)
      await expect(resumeCertificate(who, venueId)).rejects.toThrow(error)
    }
  })

  it('changes nothing before there is a certificate, nor after its end', async () => {
    const { db, owner, venueId } = await accredited()
    const late = atMoment(owner, noonOf('2028-01-01'))
    await expect(pauseCertificate(late, venueId)).rejects.toThrow(Conflict)
    const bare = await aVenue(db)
    const ctx = await contextFor(db, await anOwner(db, bare))
    await expect(pauseCertificate(ctx, bare)).rejects.toThrow(NotFound)
  })
})

describe('the venue’s page', () => {
  it('says how the certificate stands and what keeps it alive', async () => {
    const { owner, venueId, certificate } = await accredited()
    expect(await certificatePage(owner, venueId)).toMatchObject({
      step: 'held',
      label: 'Valid',
      counts: true,
      mayPause: true,
      mayResume: false,
      check: { code: expect.stringMatching(/^(\w{4}-){3}\w\w$/), url: certificate.facts.checkUrl },
      training: [
        {
          id: 'CARE-1',
          status: 'Current',
          tone: 'place',
          detail: expect.stringContaining(
            'Without a new training it would fall short on March 2, 2027.',
          ),
        },
      ],
    })
    const lapsed = { ...owner, now: noonOf('2027-03-10') }
    expect(await certificatePage(lapsed, venueId)).toMatchObject({
      label: 'Being refreshed',
      training: [{ status: 'Short since March 2, 2027', tone: 'next' }],
    })
  })

  it('teaches before there is one, and waits for who is not confirmed', async () => {
    const { db, venueId, owner } = await accredited()
    // Everybody who was known there has left, and somebody new asks to join.
    await db.transaction((tx) =>
      tx
        .update(memberships)
        .set({ endedAt: testNow })
        .where(eq(memberships.personId, owner.actor.person.id)),
    )
    const newcomer = await contextFor(db, await anOwner(db, venueId, { confirmed: false }))
    await expect(certificatePage(newcomer, venueId)).rejects.toThrow(NotFound)

    const asked = await aVenue(db)
    const unconfirmed = await contextFor(db, await anOwner(db, asked, { confirmed: false }))
    expect(await certificatePage(unconfirmed, asked)).toMatchObject({ step: 'unconfirmed' })
    await expect(pauseCertificate(unconfirmed, asked)).rejects.toThrow(NotPermitted)
    const bare = await aVenue(db)
    const ctx = await contextFor(db, await anOwner(db, bare))
    expect(await certificatePage(ctx, bare)).toMatchObject({ step: 'none' })
    await expect(certificatePage(ctx, venueId)).rejects.toThrow(NotFound)
  })

  it('offers a helper to read and not to pause', async () => {
    const { db, venueId } = await accredited()
    const helper = await contextFor(db, await anOwner(db, venueId, { role: 'helper' }))
    expect(await certificatePage(helper, venueId)).toMatchObject({ step: 'held', mayPause: false })
  })
})

async function slugOf(db: Database, venueId: string) {
  const rows = await db.select({ id: venues.id, slug: venues.slug }).from(venues)
  const row = rows.find(({ id }) => id === venueId)
  if (!row) throw new Error('There is no such venue.')
  return row
}
