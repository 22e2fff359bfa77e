import { describe, expect, test } from 'vitest'
import { addEvidence } from '~/domain/applications/add-evidence.server'
import { amendPage } from '~/domain/applications/amend-page.server'
import { answerStandard } from '~/domain/applications/answer-standard.server'
import { deskOf } from '~/domain/applications/desk.server'
import { applicationOfVenue } from '~/domain/applications/queries.server'
import { evidenceOfRound } from '~/domain/applications/rounds.server'
import { receiptOf } from '~/domain/applications/rounds-receipt.server'
import { shareAmendment } from '~/domain/applications/share-amendment.server'
import { startApplication } from '~/domain/applications/start-application.server'
import { certificateOfVenue } from '~/domain/certificates/queries.server'
import { Conflict, Invalid, NotPermitted } from '~/domain/errors'
import { letterPage } from '~/domain/feedback/letter-page.server'
import { recordOf } from '~/domain/feedback/record.server'
import { saveDraft } from '~/domain/feedback/save-draft.server'
import { sendEarly } from '~/domain/feedback/send-early.server'
import { sendResponse } from '~/domain/feedback/send-response.server'
import { startResponse } from '~/domain/feedback/start-response.server'
import { studioOf } from '~/domain/feedback/studio.server'
import { waitingByLiaison } from '~/domain/venues/coordinator-liaisons.server'
import { waitingPage } from '~/domain/venues/coordinator-waiting.server'
import { outbox, rounds } from '~db/schema'
import { anAccreditedVenue, aReadyVenue } from '~tests/support/certificates'
import { aDatabase } from '~tests/support/database'
import { aCoordinator, anOwner, aProgram, contextFor } from '~tests/support/factories'
import { aLetter, aStep, aStrength } from '~tests/support/rounds'

const change = { words: 'Ana signs for it now.', standards: ['CARE-1'] }

async function aChange() {
  const db = aDatabase()
  await aProgram(db)
  const venue = await anAccreditedVenue(db)
  const { owner, venueId } = venue
  const signedBy = (name: string) =>
    addEvidence(owner, venueId, 'CARE-1', {
      ...{ kind: 'attestation', facts: { signedBy: name }, words: '' },
      happenedOn: '2026-11-20',
    })
  const application = () => applicationOfVenue(db, owner.actor, venueId)
  const status = async () => (await certificateOfVenue(owner, venueId))?.standing.status
  return { ...venue, db, signedBy, application, status }
}

describe('a change after accreditation', () => {
  test('lists what changed, and goes along as a round that moves nothing', async () => {
    const { db, owner, venueId, signedBy, application, status } = await aChange()
    expect((await amendPage(owner, venueId)).choices).toEqual([])
    await expect(shareAmendment(owner, venueId, change)).rejects.toThrow(Invalid)
    await signedBy('Ana Beltran')
    expect((await amendPage(owner, venueId)).choices).toMatchObject([
      { code: 'CARE-1', changes: [expect.stringMatching(/^Changed: /)] },
    ])
    await expect(shareAmendment(owner, venueId, { words: '', standards: [] })).rejects.toThrow(
      Invalid,
    )
    const before = await application()
    const roundId = await shareAmendment(owner, venueId, change)
    expect(await application()).toEqual({ ...before, roundsShared: 2 })
    expect(await status()).toBe('valid')
    const codes = (await evidenceOfRound(db, roundId)).map(({ standard }) => standard)
    expect(new Set(codes)).toEqual(new Set(['CARE-1']))
    expect(await receiptOf(owner, venueId, roundId)).toMatchObject({
      ...{ amendment: true, waiting: true, number: 2 },
    })
    expect((await amendPage(owner, venueId)).hindrance).toMatch(/reading the change/)
    await expect(shareAmendment(owner, venueId, change)).rejects.toThrow(Conflict)
  })

  test('waits on the desk, is answered by the same rules, and its letter moves no state', async () => {
    const { db, owner, liaison, venueId, applicationId, signedBy, application, status } =
      await aChange()
    expect((await deskOf(liaison, { view: 'waiting' })).counts).toMatchObject({ resting: 1 })
    await signedBy('Ana Beltran')
    const roundId = await shareAmendment(owner, venueId, change)
    const desk = await deskOf(liaison, { view: 'waiting' })
    expect(desk.counts).toEqual({ waiting: 1, ready: 0, with_venue: 0, resting: 0 })
    expect(desk.rows).toMatchObject([
      { state: 'An accredited venue shared a change', promise: expect.stringContaining('hear by') },
    ])
    expect(desk.rows[0]?.response).not.toBeNull()

    const coordinator = await contextFor(db, await aCoordinator(db))
    const { rows, total } = await waitingPage(coordinator, { view: 'liaison' })
    expect([total, rows[0]?.amendmentHearBy]).toEqual([1, '2026-12-04'])
    const late = await waitingByLiaison(coordinator, new Map(), '2026-12-05')
    expect(late).toMatchObject([{ waiting: 1, overdue: 1 }])

    const record = await recordOf(liaison, applicationId)
    expect(record).toMatchObject({ amended: true, writing: 'start' })
    expect(record.changes?.map(({ code }) => code)).toEqual(['CARE-1'])
    expect(record.standards.length).toBeGreaterThan(5)

    await startResponse(liaison, applicationId)
    expect(await studioOf(liaison, applicationId)).toMatchObject({
      ...{ amendment: true, stillOpen: [], unshared: [] },
      standards: [{ code: 'CARE-1', changes: [expect.stringMatching(/^Changed: /)] }],
    })
    const statement = (await evidenceOfRound(db, roundId)).find(
      ({ kind }) => kind === 'attestation',
    )
    if (!statement) throw new Error('The statement did not go along.')
    const at = { standard: 'CARE-1', anchor: '', quote: '' }
    const none = await saveDraft(liaison, applicationId, {
      ...{ revision: 0, draft: { ...aLetter, items: [aStep({ standard: 'CARE-1' })] } },
    })
    await expect(sendResponse(liaison, applicationId, none.revision)).rejects.toThrow(Invalid)
    const { revision } = await saveDraft(liaison, applicationId, {
      ...{ revision: 1, draft: { ...aLetter, items: [aStrength(statement.id, at)] } },
    })
    const before = await application()
    const early = sendEarly(liaison, applicationId, { area: 'guest_care', opening: '', revision })
    await expect(early).rejects.toThrow('answered as a whole')
    const { responseId } = await sendResponse(liaison, applicationId, revision)
    expect(await application()).toEqual(before)
    expect(await status()).toBe('valid')
    expect((await letterPage(owner, responseId, { venueId })).letter.ready).toBe(false)
    const mails = (await db.select().from(outbox)).filter(({ kind }) => kind === 'response-sent')
    expect(mails.at(-1)?.facts).toMatchObject({ ready: false, amendment: true })
    expect((await deskOf(liaison, { view: 'resting' })).counts).toMatchObject({
      ...{ waiting: 0, resting: 1 },
    })
  })

  test('the next one begins from what this one shared', async () => {
    const { db, owner, liaison, venueId, applicationId, signedBy } = await aChange()
    await signedBy('Ana Beltran')
    const roundId = await shareAmendment(owner, venueId, change)
    await startResponse(liaison, applicationId)
    const [piece] = await evidenceOfRound(db, roundId)
    if (!piece) throw new Error('Nothing went along.')
    const at = { standard: 'CARE-1', anchor: '', quote: '' }
    const draft = { ...aLetter, items: [aStrength(piece.id, at)] }
    const { revision } = await saveDraft(liaison, applicationId, { revision: 0, draft })
    await sendResponse(liaison, applicationId, revision)
    expect(await amendPage(owner, venueId)).toMatchObject({ hindrance: null, choices: [] })
    await signedBy('Rosa Alvarez')
    await shareAmendment(owner, venueId, change)
    const shared = await db.select().from(rounds)
    expect(shared.map(({ amendment }) => amendment)).toEqual([null, true, true])
  })

  test('is of what its page showed, on the standards that were chosen', async () => {
    const { owner, venueId, signedBy } = await aChange()
    await signedBy('Ana Beltran')
    const { seen } = await amendPage(owner, venueId)
    const words = 'We are a seated room.'
    await answerStandard(owner, venueId, 'OPS-1', { stance: 'another_way', words, hearOn: null })
    await signedBy('Rosa Alvarez')
    await expect(shareAmendment(owner, venueId, { ...change, seen })).rejects.toThrow(
      /^Nothing was shared yet, .*“Sexual-assault intervention training” is different now\./,
    )
    const again = (await amendPage(owner, venueId)).seen
    await answerStandard(owner, venueId, 'OPS-1', { stance: 'not_applicable', words, hearOn: null })
    await shareAmendment(owner, venueId, { ...change, seen: again })
  })

  test('is for whoever speaks for an accredited venue without a renewal under way', async () => {
    const { db, owner, venueId, signedBy } = await aChange()
    await signedBy('Ana Beltran')
    const helper = await contextFor(db, await anOwner(db, venueId, { role: 'helper' }))
    await expect(shareAmendment(helper, venueId, change)).rejects.toThrow(NotPermitted)
    await startApplication(owner, venueId)
    await expect(shareAmendment(owner, venueId, change)).rejects.toThrow(/under way/)
    const other = await aReadyVenue(db)
    await expect(shareAmendment(other.owner, other.venueId, change)).rejects.toThrow(Conflict)
  })
})
