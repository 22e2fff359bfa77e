import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { addEvidence } from '~/domain/applications/add-evidence.server'
import { startPolicyFor } from '~/domain/applications/add-evidence-new-policy.server'
import { amendPage } from '~/domain/applications/amend-page.server'
import { answerStandard } from '~/domain/applications/answer-standard.server'
import { deskOf } from '~/domain/applications/desk.server'
import { markSeen } from '~/domain/applications/look.server'
import { removeEvidence } from '~/domain/applications/remove-evidence.server'
import { evidenceOfRound } from '~/domain/applications/rounds.server'
import { shareAmendment } from '~/domain/applications/share-amendment.server'
import { shareApplication } from '~/domain/applications/share-application.server'
import { startApplication } from '~/domain/applications/start-application.server'
import type { CheckCode } from '~/domain/certificates/check-code'
import { checkedCertificate } from '~/domain/certificates/check-page.server'
import { issueCertificate } from '~/domain/certificates/issue-certificate.server'
import { refreshEvidence } from '~/domain/certificates/refresh-evidence.server'
import { certificatePage } from '~/domain/certificates/venue-page.server'
import { Conflict, NotFound, NotPermitted } from '~/domain/errors'
import { recordOf } from '~/domain/feedback/record.server'
import { saveDraft } from '~/domain/feedback/save-draft.server'
import { sendResponse } from '~/domain/feedback/send-response.server'
import { startResponse } from '~/domain/feedback/start-response.server'
import type { EvidenceId } from '~/domain/ids'
import { currentStandardSet } from '~/domain/standards/program.server'
import { refreshStandings } from '~/domain/standings/refresh-standings.server'
import { applications, evidence } from '~db/schema'
import { aTrainedTeam, certificateRow, publicUrl } from '~tests/support/certificates'
import { aDatabase } from '~tests/support/database'
import {
  aDistrict,
  aLiaison,
  aMembership,
  anOwner,
  aPerson,
  aProgram,
  aVenue,
  contextFor,
} from '~tests/support/factories'
import { aLetter, aStrength } from '~tests/support/rounds'

const at = (day: string) => new Date(`${day}T15:00:00Z`)

const aTalk = (happenedOn: `${number}-${number}-${number}`) =>
  ({
    kind: 'conversation',
    facts: { name: 'Sgt. Lee' },
    happenedOn,
    words: 'Quiet closing.',
  }) as const

const aContact = {
  kind: 'contact',
  happenedOn: null,
  words: '',
  facts: { name: 'Rosa', reach: '555-0100' },
} as const

/** An accredited venue that gave its yearly talk a date: November 1, 2026. */
async function aVenueWithATalk() {
  const db = aDatabase()
  await aProgram(db)
  const districtId = await aDistrict(db)
  const venueId = await aVenue(db, { name: 'The Lantern Room', districtId })
  const owner = await contextFor(db, await anOwner(db, venueId))
  const liaison = await contextFor(db, await aLiaison(db, districtId))
  await aTrainedTeam(db, venueId, '2029-03-01')
  const applicationId = await startApplication(owner, venueId)
  const { standards } = await currentStandardSet(db)
  for (const { code } of standards.filter(({ code }) => code !== 'MGT-2')) {
    const words = 'We are a seated room and agreed on this together.'
    await answerStandard(owner, venueId, code, { stance: 'not_applicable', words, hearOn: null })
  }
  await addEvidence(owner, venueId, 'MGT-2', aTalk('2026-11-01'))
  await addEvidence(owner, venueId, 'MGT-2', aContact)
  const roundId = await shareApplication(owner, venueId, '')
  const talk = (await evidenceOfRound(db, roundId)).find(({ kind }) => kind === 'conversation')
  const strength = { standard: 'MGT-2', anchor: '', quote: '' }
  await startResponse(liaison, applicationId)
  const draft = { ...aLetter, items: [aStrength(talk?.id ?? '', strength)] }
  const { revision } = await saveDraft(liaison, applicationId, { revision: 0, draft })
  await sendResponse(liaison, applicationId, revision)
  await issueCertificate(liaison, applicationId, { publicUrl })
  const { checkCode } = await certificateRow(db, venueId)
  return { db, venueId, owner, liaison, applicationId, roundId, code: checkCode as CheckCode }
}

describe('dated evidence', () => {
  it('lapses the day after its last day, and is current again the day a new date is in', async () => {
    const { db, venueId, owner, code } = await aVenueWithATalk()
    const labelOn = async (day: string) => (await checkedCertificate(db, at(day), code))?.label
    expect(await labelOn('2027-11-01')).toBe('Valid')
    expect(await labelOn('2027-11-02')).toBe('Being refreshed')

    const later = { ...owner, now: at('2027-11-02') }
    await refreshStandings(db, later.now)
    const [lapsed] = await db.select().from(applications).where(eq(applications.venueId, venueId))
    expect(lapsed?.state).toBe('refresh_due')
    expect(await certificatePage(later, venueId)).toMatchObject({
      refresh: { words: 'Bring the dates up to date' },
      dated: [{ id: 'MGT-2', status: 'Ready to refresh since November 2, 2027' }],
    })

    await refreshEvidence(later, venueId, 'MGT-2', aTalk('2027-11-02'))
    expect(await labelOn('2027-11-02')).toBe('Valid')
    await refreshStandings(db, later.now)
    const [current] = await db.select().from(applications).where(eq(applications.venueId, venueId))
    expect(current?.state).toBe('accredited')
    expect(await certificatePage(later, venueId)).toMatchObject({
      refresh: null,
      dated: [{ id: 'MGT-2', status: 'Current' }],
    })
  })

  it('leaves the frozen round alone, and the liaison reads it as added since', async () => {
    const { db, venueId, owner, liaison, applicationId, roundId } = await aVenueWithATalk()
    const before = await evidenceOfRound(db, roundId)
    expect((await recordOf(liaison, applicationId)).added).toEqual([])
    await refreshEvidence(
      { ...owner, now: at('2027-05-03') },
      venueId,
      'MGT-2',
      aTalk('2027-05-02'),
    )
    expect(await evidenceOfRound(db, roundId)).toEqual(before)
    expect((await recordOf(liaison, applicationId)).added).toEqual([
      expect.objectContaining({
        title: 'A named contact and a yearly talk',
        details: ['On May 2, 2027.', 'With Sgt. Lee.'],
        words: 'Quiet closing.',
      }),
    ])
  })

  it('alone reaches the liaison at once: what else an accredited venue changes waits until it is shared', async () => {
    const { db, venueId, owner, liaison, applicationId, roundId, code } = await aVenueWithATalk()
    const later = { ...owner, now: at('2026-12-03') }
    const helper = await aPerson(db)
    await aMembership(db, helper, 'helper', { venueId })
    const byHelper = { ...(await contextFor(db, helper)), now: later.now }
    const before = await evidenceOfRound(db, roundId)
    await markSeen({ ...liaison, now: at('2026-12-02') }, at('2026-12-02'))
    const theirs = async () => {
      const { standards, added } = await recordOf(liaison, applicationId)
      return [standards, added, (await deskOf(liaison, { view: 'resting' })).news]
    }
    const asRead = await theirs()

    const contact = { ...aContact, facts: { name: 'Theo', reach: '555-0101' } }
    await addEvidence(byHelper, venueId, 'MGT-2', contact)
    const statement = { kind: 'attestation', facts: { signedBy: 'Theo' }, words: '' } as const
    await addEvidence(later, venueId, 'CARE-1', { ...statement, happenedOn: '2026-12-03' })
    await startPolicyFor(later, venueId, 'SRV-1', { template: '', title: 'Age and ID' })
    expect(await theirs()).toEqual(asRead)

    // The date that the certificate counts by is nobody's draft, and is not taken away.
    const talk = addEvidence(byHelper, venueId, 'MGT-2', aTalk('2026-12-01'))
    await expect(talk).rejects.toBeInstanceOf(Conflict)
    const [dated] = await db.select().from(evidence).where(eq(evidence.kind, 'conversation'))
    const removed = removeEvidence(byHelper, venueId, dated?.id as EvidenceId)
    await expect(removed).rejects.toBeInstanceOf(Conflict)

    const { choices } = await amendPage(later, venueId)
    expect(choices.map(({ code, changes }) => [code, changes])).toEqual([
      ['CARE-1', [expect.stringContaining('New: ')]],
      ['MGT-2', [expect.stringContaining('Changed: ')]],
    ])
    await shareAmendment(later, venueId, { words: '', standards: ['MGT-2'] })
    const record = JSON.stringify(await recordOf(liaison, applicationId))
    expect(record).toContain('555-0101')
    expect(record).not.toContain('Signed by Theo')
    expect(await evidenceOfRound(db, roundId)).toEqual(before)
    expect((await checkedCertificate(db, later.now, code))?.label).toBe('Valid')
  })

  it('goes to the certificate while a renewal is drafted beside it', async () => {
    const { db, venueId, owner, applicationId, code } = await aVenueWithATalk()
    const later = { ...owner, now: at('2027-11-10') }
    const renewal = await startApplication(later, venueId)
    expect(renewal).not.toBe(applicationId)
    await addEvidence(later, venueId, 'MGT-2', aTalk('2027-11-09'))
    expect((await checkedCertificate(db, later.now, code))?.label).toBe('Being refreshed')
    await refreshEvidence(later, venueId, 'MGT-2', aTalk('2027-11-09'))
    expect((await checkedCertificate(db, later.now, code))?.label).toBe('Valid')
  })

  it('is added by whoever speaks for the venue, where it is asked, while the certificate runs', async () => {
    const { db, venueId, owner } = await aVenueWithATalk()
    const helper = await aPerson(db)
    await aMembership(db, helper, 'helper', { venueId })
    const talk = aTalk('2026-11-20')
    const refused = refreshEvidence(await contextFor(db, helper), venueId, 'MGT-2', talk)
    await expect(refused).rejects.toBeInstanceOf(NotPermitted)
    const stranger = await contextFor(db, await anOwner(db, await aVenue(db)))
    const foreign = refreshEvidence(stranger, venueId, 'MGT-2', talk)
    await expect(foreign).rejects.toBeInstanceOf(NotFound)
    const undated = refreshEvidence(owner, venueId, 'MGT-2', {
      kind: 'contact',
      facts: {},
      happenedOn: null,
      words: '',
    })
    await expect(undated).rejects.toBeInstanceOf(NotFound)
    const late = { ...owner, now: at('2027-12-24') }
    await expect(refreshEvidence(late, venueId, 'MGT-2', talk)).rejects.toBeInstanceOf(Conflict)
  })
})
