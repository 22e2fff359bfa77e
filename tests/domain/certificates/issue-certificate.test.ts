import { asc, eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { deskOf } from '~/domain/applications/desk.server'
import { CertificateFacts } from '~/domain/certificates/certificate-facts'
import { readCheckCode, showCheckCode } from '~/domain/certificates/check-code'
import { issueCertificate } from '~/domain/certificates/issue-certificate.server'
import { issuingPage } from '~/domain/certificates/issue-page.server'
import { certificateByCode } from '~/domain/certificates/queries.server'
import type { Context } from '~/domain/context'
import { Conflict, Invalid, NotFound, NotPermitted } from '~/domain/errors'
import { digestOf } from '~/domain/events.server'
import { recordOf } from '~/domain/feedback/record.server'
import { changeAccrediting } from '~/domain/standards/change-accrediting.server'
import { certificates, events, outbox, roundEvidence, venues } from '~db/schema'
import {
  anAccreditedVenue,
  aReadyVenue,
  certificateRow,
  makeReady,
  publicUrl,
} from '~tests/support/certificates'
import { aDatabase } from '~tests/support/database'
import {
  aCoordinator,
  aDistrict,
  aLiaison,
  aMembership,
  anOwner,
  aProgram,
  atMoment,
  contextFor,
  testNow,
} from '~tests/support/factories'
import { aSharedRound, stateOf } from '~tests/support/rounds'

async function ready(facts: Parameters<typeof aReadyVenue>[1] = {}) {
  const db = aDatabase()
  await aProgram(db)
  return { db, ...(await aReadyVenue(db, facts)) }
}

describe('issuing', () => {
  it('freezes what the paper says, and accredits the venue', async () => {
    const { db, venueId, owner, liaison, applicationId } = await ready()
    const id = await issueCertificate(liaison, applicationId, { publicUrl })
    const row = await certificateRow(db, venueId)
    expect(row).toMatchObject({
      id,
      number: 'LL-2026-000001',
      issuedOn: '2026-11-22',
      expiresOn: '2027-11-21',
      issuedBy: liaison.actor.person.id,
      pausedOn: null,
      endedOn: null,
      replacedOn: null,
    })
    expect(row.checkCode).toMatch(/^[0-9A-HJKMNP-TV-Z]{14}$/)
    expect(readCheckCode(row.checkCode)).toEqual({ code: row.checkCode })
    expect(CertificateFacts.parse(row.facts)).toEqual(row.facts)
    expect(row.facts).toMatchObject({
      venueName: 'The Lantern Room',
      checkUrl: `${publicUrl}/check/${showCheckCode(row.checkCode)}`,
      withDistinction: false,
      standardSetVersion: 1,
      programName: 'Lamplight',
    })
    expect(await stateOf(db, owner.actor.person.id, venueId)).toBe('accredited')
  })

  it('keeps the facts as they were when the venue is renamed', async () => {
    const { db, venueId, liaison, applicationId } = await ready()
    await issueCertificate(liaison, applicationId, { publicUrl })
    await db.transaction((tx) => tx.update(venues).set({ name: 'The Lighthouse' }))
    expect((await certificateRow(db, venueId)).facts.venueName).toBe('The Lantern Room')
  })

  it('writes down that it happened, by digest, and tells the venue', async () => {
    const { db, venueId, owner, liaison, applicationId } = await ready()
    const id = await issueCertificate(liaison, applicationId, { publicUrl })
    const { facts, number, checkCode } = await certificateRow(db, venueId)
    const [event] = await db.select().from(events).where(eq(events.kind, 'certificate.issued'))
    expect(event).toMatchObject({
      venueId,
      applicationId,
      subjectId: id,
      digest: digestOf(JSON.stringify(facts)),
      facts: {},
    })
    const mails = await db.select().from(outbox).where(eq(outbox.kind, 'certificate-issued'))
    expect(mails.map(({ address, facts: told }) => [address, told])).toEqual([
      [
        owner.actor.person.email,
        {
          venue: 'The Lantern Room',
          number,
          expiresOn: '2027-11-21',
          path: `/venue/${venueId}/certificate`,
          checkPath: `/check/${showCheckCode(checkCode)}`,
        },
      ],
    ])
  })

  it('counts the numbers up within a year, and begins anew with the next', async () => {
    const db = aDatabase()
    await aProgram(db)
    await anAccreditedVenue(db)
    expect((await anAccreditedVenue(db)).certificate.number).toBe('LL-2026-000002')
    const next = await aReadyVenue(db)
    // New Year's Eve in Washington, and January 1 in UTC.
    const eve = atMoment(next.liaison, new Date('2027-01-01T03:00:00Z'))
    await issueCertificate(eve, next.applicationId, { publicUrl })
    expect((await certificateRow(db, next.venueId)).number).toBe('LL-2026-000003')
    const last = await aReadyVenue(db)
    const day = atMoment(last.liaison, new Date('2027-01-01T05:00:00Z'))
    await issueCertificate(day, last.applicationId, { publicUrl })
    expect((await certificateRow(db, last.venueId)).number).toBe('LL-2027-000001')
  })

  it('names whoever was first, and happens once, however often it is asked', async () => {
    const { db, districtId, venueId, liaison, applicationId } = await ready()
    const other = await contextFor(db, await aLiaison(db, districtId))
    const all = await Promise.allSettled(
      Array.from({ length: 10 }, (_, n) =>
        issueCertificate(n % 2 ? liaison : other, applicationId, { publicUrl }),
      ),
    )
    const refused = all.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []))
    expect(refused).toHaveLength(9)
    expect(refused.every((reason) => reason instanceof Conflict)).toBe(true)
    expect(refused[0].message).toContain(`${other.actor.person.name} issued this certificate on`)
    expect(await db.select().from(certificates)).toHaveLength(1)
    expect(
      await db.select().from(outbox).where(eq(outbox.kind, 'certificate-issued')),
    ).toHaveLength(1)
    expect((await certificateRow(db, venueId)).issuedBy).toBe(other.actor.person.id)
  })

  it('answers two equal submits with the same certificate', async () => {
    const { db, liaison, applicationId } = await ready()
    const twice = { ...liaison, origin: { ...liaison.origin, submission: 'seed.form.1:abc' } }
    const ids = await Promise.all(
      [1, 2].map(() => issueCertificate(twice, applicationId, { publicUrl })),
    )
    expect(new Set(ids).size).toBe(1)
    expect(await db.select().from(certificates)).toHaveLength(1)
  })

  it('gives each of many venues at once its own number', async () => {
    const db = aDatabase()
    await aProgram(db)
    const all = []
    for (let n = 0; n < 6; n += 1) all.push(await aReadyVenue(db))
    await Promise.all(
      all.map(({ liaison, applicationId }) =>
        issueCertificate(liaison, applicationId, { publicUrl }),
      ),
    )
    const rows = await db.select().from(certificates).orderBy(asc(certificates.sequence))
    expect(rows.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5, 6])
    expect(new Set(rows.map(({ checkCode }) => checkCode)).size).toBe(6)
  })
})

describe('a distinction', () => {
  it.each([
    [3, false],
    [4, true],
  ])('comes with four enhanced standards: %i give %s', async (enhanced, withDistinction) => {
    const { db, venueId, liaison, applicationId } = await ready({ enhanced })
    await issueCertificate(liaison, applicationId, { publicUrl })
    expect((await certificateRow(db, venueId)).facts.withDistinction).toBe(withDistinction)
  })
})

describe('a renewal', () => {
  it('takes the place of the certificate before it', async () => {
    const db = aDatabase()
    await aProgram(db)
    const first = await anAccreditedVenue(db)
    const later = new Date('2027-02-01T17:00:00Z')
    const [owner, liaison] = [first.owner, first.liaison].map((ctx) => atMoment(ctx, later))
    if (!owner || !liaison) throw new Error('Nobody is there.')
    const { applicationId } = await makeReady(db, { venueId: first.venueId, owner, liaison })
    await issueCertificate(liaison, applicationId, { publicUrl })

    const rows = await db.select().from(certificates).orderBy(asc(certificates.issuedAt))
    expect(rows.map(({ number, replacedOn }) => [number, replacedOn])).toEqual([
      ['LL-2026-000001', '2027-02-01'],
      ['LL-2027-000001', null],
    ])
    const code = first.certificate.checkCode as Parameters<typeof certificateByCode>[2]
    expect((await certificateByCode(db, later, code))?.standing).toMatchObject({
      status: 'replaced',
      since: '2027-02-01',
    })
  })
})

describe('a certificate is refused', () => {
  it('while an essential is open in what was shared last, naming it', async () => {
    const { db, liaison, applicationId, roundId } = await ready()
    await db.transaction((tx) =>
      tx
        .update(roundEvidence)
        .set({ standard: 'CARE-2' })
        .where(eq(roundEvidence.roundId, roundId)),
    )
    const page = await issuingPage(liaison, applicationId)
    expect(page).toMatchObject({
      step: 'check',
      refusal:
        'A certificate says that every essential is in place, and “Sexual-assault intervention training” is still open in what the venue shared.',
    })
    const refused = issueCertificate(liaison, applicationId, { publicUrl })
    await expect(refused).rejects.toThrow(Invalid)
    await expect(refused).rejects.toThrow(/still open in what the venue shared/)
    expect(await db.select().from(certificates)).toEqual([])
  })

  it('to the venue’s own people, another district and a liaison without two factors', async () => {
    const { db, venueId, owner, liaison, applicationId } = await ready()
    const elsewhere = await contextFor(db, await aLiaison(db, await aDistrict(db)))
    const oneFactor = { ...liaison, actor: { ...liaison.actor, factors: ['email_code' as const] } }
    const asking = await contextFor(db, await anOwner(db, venueId, { confirmed: false }))
    for (const [who, error] of [
      [owner, NotPermitted],
      [asking, NotFound],
      [elsewhere, NotFound],
      [oneFactor, NotFound],
    ] as const) {
      await expect(issueCertificate(who, applicationId, { publicUrl })).rejects.toThrow(error)
    }
    expect(await db.select().from(certificates)).toEqual([])
  })

  it('by a liaison who belongs to the venue, and not by a coordinator', async () => {
    const { db, venueId, liaison, applicationId } = await ready()
    const personId = liaison.actor.person.id
    await aMembership(db, personId, 'manager', { venueId })
    const both = await contextFor(db, personId)
    await expect(issueCertificate(both, applicationId, { publicUrl })).rejects.toThrow(
      'You belong to this venue, so a colleague answers it.',
    )
    const coordinator = await contextFor(db, await aCoordinator(db))
    await issueCertificate(coordinator, applicationId, { publicUrl })
  })

  it('before everything is in place', async () => {
    const db = aDatabase()
    const { liaison, applicationId } = await aSharedRound(db)
    await expect(issueCertificate(liaison, applicationId, { publicUrl })).rejects.toThrow(
      'A certificate is issued when everything is in place.',
    )
    expect(await issuingPage(liaison, applicationId)).toMatchObject({ step: 'not_yet' })
  })

  it('to whoever found everything in place, where two people accredit', async () => {
    const { db, districtId, liaison, applicationId } = await ready()
    const onDesk = async (who: Context) => (await deskOf(who, { view: 'ready' })).rows[0]?.second
    expect(await recordOf(liaison, applicationId)).toMatchObject({ mayIssue: true, second: '' })
    await expect(changeAccrediting(liaison, 2)).rejects.toThrow(NotPermitted)
    const coordinator = await contextFor(db, await aCoordinator(db))
    await changeAccrediting(coordinator, 2)
    await changeAccrediting(coordinator, 2)
    const changed = eq(events.kind, 'program.accrediting_changed')
    expect(await db.select().from(events).where(changed)).toHaveLength(1)
    expect(await recordOf(liaison, applicationId)).toMatchObject({
      ...{ mayIssue: false, second: expect.stringMatching(/two people accredit/) },
    })
    expect(await onDesk(liaison)).toMatch(/^Waits for a second person: you found/)
    await expect(issueCertificate(liaison, applicationId, { publicUrl })).rejects.toThrow(
      /two people accredit/,
    )
    const second = await contextFor(db, await aLiaison(db, districtId))
    expect(await onDesk(second)).toMatch(/^Waits for a second person: .+ found everything in place/)
    expect(await recordOf(second, applicationId)).toMatchObject({ mayIssue: true })
    await issueCertificate(second, applicationId, { publicUrl })
  })

  it('with a sentence when the venue’s address does not fit on the paper', async () => {
    const { db, owner, venueId, liaison, applicationId } = await ready()
    await db.transaction((tx) => tx.update(venues).set({ address: '' }))
    await expect(issueCertificate(liaison, applicationId, { publicUrl })).rejects.toThrow(
      /The paper needs the venue’s address/,
    )
    expect(await stateOf(db, owner.actor.person.id, venueId)).toBe('ready')
  })
})

describe('the issuing page', () => {
  it('shows what the paper will say, and warns where it cannot draw the name', async () => {
    const { db, liaison, applicationId } = await ready()
    const page = await issuingPage(liaison, applicationId)
    expect(page).toMatchObject({
      step: 'check',
      refusal: null,
      printedName: null,
      told: '1 person at the venue gets an email when you issue it',
    })
    await db.transaction((tx) => tx.update(venues).set({ name: '東京 Bar 🍸' }))
    expect(await issuingPage(liaison, applicationId)).toMatchObject({ printedName: '?? Bar' })
  })

  it('shows the certificate once it is issued', async () => {
    const { liaison, applicationId } = await ready()
    await issueCertificate(liaison, applicationId, { publicUrl })
    const page = await issuingPage({ ...liaison, now: testNow }, applicationId)
    expect(page).toMatchObject({ step: 'issued', check: expect.stringMatching(/^\/check\//) })
  })
})
