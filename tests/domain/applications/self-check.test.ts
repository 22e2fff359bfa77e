import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { answerSelfCheck, setRuler } from '~/domain/applications/answer-self-check.server'
import { roundsOf } from '~/domain/applications/rounds.server'
import { receiptOf } from '~/domain/applications/rounds-receipt.server'
import { selfCheckAreaOf, selfCheckOf } from '~/domain/applications/self-check.server'
import { shareApplication } from '~/domain/applications/share-application.server'
import { startApplication } from '~/domain/applications/start-application.server'
import { Conflict, NotFound } from '~/domain/errors'
import { recordOf } from '~/domain/feedback/record.server'
import { eraseUnshared } from '~/domain/privacy/erase-venue.server'
import { changeProfile } from '~/domain/venues/change-profile.server'
import { rulerWords, stageOf } from '~/words/en/ruler'
import { applications } from '~db/schema'
import { aDatabase } from '~tests/support/database'
import { aLiaison, anOwner, aProgram, aVenue, contextFor } from '~tests/support/factories'
import { aTeamThatWrites } from '~tests/support/rounds'

async function aStartedVenue() {
  const db = aDatabase()
  await aProgram(db)
  const venueId = await aVenue(db)
  const owner = await contextFor(db, await anOwner(db, venueId))
  const helper = await contextFor(db, await anOwner(db, venueId, { role: 'helper' }))
  await startApplication(owner, venueId)
  return { db, venueId, owner, helper }
}

describe('the venue’s own check', () => {
  test('each area is kept by itself, with blanks, and leads to a picture and an order', async () => {
    const { venueId, owner, helper } = await aStartedVenue()
    expect((await selfCheckOf(owner, venueId)).picture).toBeNull()

    await answerSelfCheck(owner, venueId, 'service', { age: 'yes' })
    await answerSelfCheck(helper, venueId, 'people', { known: 'not_yet', contact: 'partly' })
    // A question of another area, or an answer that nobody offers, is no answer.
    await answerSelfCheck(owner, venueId, 'home', { ride: 'maybe', age: 'not_yet' })

    const { areas, picture } = await selfCheckOf(helper, venueId)
    expect(areas.map(({ area, status }) => [area, status])).toEqual([
      ['service', '1 of 2 answered'],
      ['guest_care', 'Not answered yet'],
      ['safe_operation', 'Not answered yet'],
      ['home', 'Not answered yet'],
      ['people', 'Answered'],
    ])
    expect(picture?.inPlace.map(({ code }) => code)).toEqual(['SRV-1'])
    expect(picture?.first.map(({ code }) => code)).toEqual(['MGT-2', 'MGT-1'])

    await answerSelfCheck(owner, venueId, 'people', { known: '', contact: 'partly' })
    const { answers } = await selfCheckAreaOf(owner, venueId, 'people')
    expect(answers).toEqual({ known: undefined, contact: 'partly' })
  })

  test('what the profile says of security staff is not asked again', async () => {
    const { venueId, owner } = await aStartedVenue()
    const asked = async () =>
      (await selfCheckAreaOf(owner, venueId, 'safe_operation')).questions.map(({ id }) => id)
    expect(await asked()).toContain('credentials')
    await changeProfile(owner, venueId, { securityStaff: false })
    expect(await asked()).not.toContain('credentials')
  })

  test('is absent for others, for unknown areas, and waits for the start', async () => {
    const { db, venueId, owner } = await aStartedVenue()
    const elsewhere = await aVenue(db)
    const stranger = await contextFor(db, await anOwner(db, elsewhere))
    const given = { age: 'yes' }
    await expect(answerSelfCheck(stranger, venueId, 'service', given)).rejects.toThrow(NotFound)
    await expect(answerSelfCheck(owner, venueId, 'nowhere', given)).rejects.toThrow(NotFound)
    await expect(answerSelfCheck(stranger, elsewhere, 'service', given)).rejects.toThrow(Conflict)
  })
})

describe('the ruler', () => {
  const ruler = { importance: 8, confidence: 4 }
  const line = 'How important this is to us: 8 of 10. How confident we are: 4 of 10.'

  test('goes along only with the tick, frozen, and the venue sees that it did', async () => {
    const db = aDatabase()
    const { owner, venueId, applicationId, districtId } = await aTeamThatWrites(db)
    const liaison = await contextFor(db, await aLiaison(db, districtId))
    await setRuler(owner, venueId, ruler)
    const roundId = await shareApplication(owner, venueId, '', { withRuler: true })
    await setRuler(owner, venueId, { importance: 1, confidence: null })
    expect((await recordOf(liaison, applicationId)).ruler).toBe(line)
    expect((await receiptOf(owner, venueId, roundId)).ruler).toBe(line)
  })

  test('stays with the venue without the tick', async () => {
    const db = aDatabase()
    const { owner, venueId, applicationId, districtId } = await aTeamThatWrites(db)
    await setRuler(owner, venueId, ruler)
    await shareApplication(owner, venueId, '')
    const read = await recordOf(await contextFor(db, await aLiaison(db, districtId)), applicationId)
    expect(read.ruler).toBe('')
    expect(JSON.stringify(read)).not.toContain('of 10')
    expect(await roundsOf(db, applicationId)).toMatchObject([{ ruler: null }])
  })

  test('goes with what a venue that left never shared', async () => {
    const { db, venueId, owner } = await aStartedVenue()
    await setRuler(owner, venueId, ruler)
    await answerSelfCheck(owner, venueId, 'service', { age: 'yes' })
    await db.transaction((tx) => eraseUnshared(tx, venueId, owner.now))
    const [row] = await db.select().from(applications).where(eq(applications.venueId, venueId))
    expect([row?.ruler, row?.readiness]).toEqual([null, null])
  })

  test('meets people where they are', () => {
    const at = (importance: number | null, confidence: number | null) =>
      stageOf({ importance, confidence })
    expect([at(2, 9), at(5, 5), at(9, 3), at(9, 8), at(9, null), at(null, 2)]).toEqual([
      ...['not_sure', 'weighing', 'preparing', 'doing'],
      ...[null, null],
    ])
    expect(rulerWords(ruler)).toMatchObject({
      line,
      question: 'What makes your confidence a 4 and not a 3? What would bring it one number up?',
    })
    expect(rulerWords({ importance: 0, confidence: 5 })?.question).toBe('')
  })
})
