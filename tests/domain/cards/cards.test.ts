import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { applicationFor } from '~/domain/applications/queries.server'
import { evidenceOfRound, sharedFileFor } from '~/domain/applications/rounds.server'
import { shareApplication } from '~/domain/applications/share-application.server'
import { attachCard, recordTrainingWithCard } from '~/domain/cards/attach-card.server'
import { changeRecord } from '~/domain/cards/change-record.server'
import { markVerified, takeMarkBack } from '~/domain/cards/mark-verified.server'
import { recordPage } from '~/domain/cards/record-page.server'
import { takeCardAway } from '~/domain/cards/take-card-away.server'
import type { Context } from '~/domain/context'
import { Conflict, Invalid, NotFound, NotPermitted } from '~/domain/errors'
import type { StaffId, TrainingRecordId, VenueId } from '~/domain/ids'
import { fileFor } from '~/domain/policies/queries.server'
import { keepRetention } from '~/domain/privacy/keep-retention.server'
import { venueData } from '~/domain/privacy/venue-data.server'
import { personPage } from '~/domain/training/person-page.server'
import { recordTraining } from '~/domain/training/record-training.server'
import { removeRecord } from '~/domain/training/remove-record.server'
import { removeStaff } from '~/domain/training/remove-staff.server'
import type { Database } from '~db/open.server'
import { files, staff, trainingRecords } from '~db/schema'
import { aDatabase } from '~tests/support/database'
import { anOwner, atMoment, aVenue, contextFor, testNow } from '~tests/support/factories'
import { aTeamThatWrites } from '~tests/support/rounds'

let db: Database
let venueId: VenueId
let owner: Context
let helper: Context
let liaison: Context
let applicationId: Awaited<ReturnType<typeof aTeamThatWrites>>['applicationId']
let staffId: StaffId
let recordId: TrainingRecordId

const training = {
  type: 'fake-id',
  completedOn: '2026-05-04',
  printedExpiry: null,
  certificateNumber: 'F-1',
} as const

beforeEach(async () => {
  db = aDatabase()
  const team = await aTeamThatWrites(db)
  ;({ venueId, owner, applicationId } = team)
  helper = await contextFor(db, await anOwner(db, venueId, { role: 'helper' }))
  if (!team.liaisonId) throw new Error('no liaison')
  liaison = await contextFor(db, team.liaisonId)
  const [first] = await db.select().from(staff).where(eq(staff.position, 'bartender'))
  staffId = first?.id as StaffId
  recordId = await recordTraining(owner, venueId, staffId, training)
})

function aFile(key: string) {
  const digest = key.repeat(64).slice(0, 64)
  return { name: 'Marisol Quintana.jpg', type: 'image/jpeg', size: 9, digest, storageKey: digest }
}

async function row() {
  const [found] = await db.select().from(trainingRecords).where(eq(trainingRecords.id, recordId))
  if (!found) throw new Error('The record is gone.')
  return found
}

async function seen() {
  return (await recordPage(owner, venueId, recordId)).seen
}

async function verify(by = owner) {
  await markVerified(by, venueId, recordId, { how: 'original', seen: await seen() })
}

const keyOf = (letter: string) => letter.repeat(64)

describe('the state of a training', () => {
  test('goes from claimed to attached to verified, by whom and how, and back', async () => {
    expect((await row()).state).toBe('claimed')
    expect(await attachCard(helper, venueId, recordId, aFile('a'))).toEqual([])
    expect((await row()).state).toBe('evidence_attached')

    await expect(verify(helper)).rejects.toThrow(NotPermitted)
    await verify()
    expect(await row()).toMatchObject({
      state: 'verified',
      verifiedBy: owner.actor.person.id,
      verifiedHow: 'original',
      verifiedOn: '2026-11-22',
    })
    const page = await personPage(owner, venueId, staffId)
    expect(page.records.find(({ id }) => id === recordId)?.state).toBe(
      'Verified: Rosa Alvarez saw the original card on November 22, 2026.',
    )

    await takeMarkBack(owner, venueId, recordId)
    await takeMarkBack(owner, venueId, recordId)
    expect(await row()).toMatchObject({ state: 'evidence_attached', verifiedBy: null })
    expect(await takeCardAway(helper, venueId, recordId)).toEqual([keyOf('a')])
    expect(await row()).toMatchObject({ state: 'claimed', fileId: null })
    await expect(takeCardAway(helper, venueId, recordId)).rejects.toThrow(Conflict)
  })

  test('loses its verification with a change of the dates or the card, and not without one', async () => {
    await verify()
    const same = { completedOn: training.completedOn, printedExpiry: null } as const
    await changeRecord(owner, venueId, recordId, {
      ...{ ...same, certificateNumber: 'F-1', seen: await seen() },
    })
    expect((await row()).state).toBe('verified')
    const later = { ...same, completedOn: '2026-05-05', certificateNumber: 'F-1' } as const
    await changeRecord(helper, venueId, recordId, { ...later, seen: await seen() })
    expect(await row()).toMatchObject({
      ...{ completedOn: '2026-05-05', state: 'claimed', verifiedHow: null, verifiedOn: null },
    })

    await verify()
    await attachCard(helper, venueId, recordId, aFile('a'))
    expect((await row()).state).toBe('evidence_attached')
    await verify()
    expect(await attachCard(helper, venueId, recordId, aFile('b'))).toEqual([keyOf('a')])
    expect(await row()).toMatchObject({ state: 'evidence_attached', verifiedBy: null })
  })

  test('is vouched for as it was seen, and corrected within the rules of the list', async () => {
    const old = await seen()
    await attachCard(helper, venueId, recordId, aFile('a'))
    const late = markVerified(owner, venueId, recordId, { how: 'register', seen: old })
    await expect(late).rejects.toThrow(Conflict)
    const wrong = { printedExpiry: null, certificateNumber: '', seen: await seen() }
    const future = changeRecord(owner, venueId, recordId, { ...wrong, completedOn: '2026-11-23' })
    await expect(future).rejects.toThrow(Invalid)
    const stranger = await contextFor(db, await anOwner(db, await aVenue(db)))
    await expect(recordPage(stranger, venueId, recordId)).rejects.toThrow(NotFound)
    await expect(attachCard(stranger, venueId, recordId, aFile('b'))).rejects.toThrow(NotFound)
  })
})

describe('a card', () => {
  test('comes with its training or not at all', async () => {
    const twin = recordTrainingWithCard(helper, venueId, staffId, training, aFile('c'))
    await expect(twin).rejects.toThrow(Invalid)
    expect(await db.$count(files)).toBe(0)
    const first = { ...training, completedOn: '2025-05-04' } as const
    await recordTrainingWithCard(helper, venueId, staffId, first, aFile('c'))
    expect(await db.$count(trainingRecords, eq(trainingRecords.state, 'evidence_attached'))).toBe(1)
  })

  test('stays with the venue: no round and no reader has it, and the owner takes it along', async () => {
    await attachCard(owner, venueId, recordId, aFile('a'))
    const { fileId } = await row()
    const roundId = await shareApplication(owner, venueId, '')
    const shared = JSON.stringify(await evidenceOfRound(db, roundId))
    expect(shared).toContain('Bartender 1')
    expect(shared).not.toMatch(/Marisol/)
    expect(shared).not.toContain(fileId)
    if (!fileId) throw new Error('no card')
    const { actor } = liaison
    expect(await applicationFor(db, actor, applicationId)).toMatchObject({ state: 'shared' })
    await expect(sharedFileFor(db, actor, applicationId, fileId)).rejects.toThrow(NotFound)
    expect(await fileFor(db, owner.actor, venueId, fileId)).toMatchObject({ id: fileId })
    const { entries } = await venueData(atMoment(owner, testNow), venueId)
    expect(entries.map(({ title }) => title)).toContain('Marisol Quintana.jpg')
  })

  test('is erased with its record, and with the person once their time is over', async () => {
    await attachCard(owner, venueId, recordId, aFile('a'))
    expect(await removeRecord(owner, venueId, recordId)).toEqual({ staffId, loose: [keyOf('a')] })
    expect(await db.$count(files)).toBe(0)

    recordId = await recordTraining(owner, venueId, staffId, training)
    await attachCard(owner, venueId, recordId, aFile('b'))
    await removeStaff(owner, venueId, staffId)
    const forgotten: string[] = []
    for (const days of [366, 380]) {
      const then = new Date(testNow.getTime() + days * 86_400_000)
      await keepRetention(db, then, async (key) => void forgotten.push(key))
    }
    expect(forgotten).toEqual([keyOf('b')])
    expect(await db.$count(files)).toBe(0)
  })
})
