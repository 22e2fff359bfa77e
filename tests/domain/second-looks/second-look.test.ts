import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { receiptOf } from '~/domain/applications/rounds-receipt.server'
import { Conflict, Invalid, NotFound, NotPermitted } from '~/domain/errors'
import { recordOf } from '~/domain/feedback/record.server'
import { replyTo } from '~/domain/feedback/reply.server'
import { newId } from '~/domain/ids'
import { answerSecondLook } from '~/domain/second-looks/answer-second-look.server'
import { askSecondLook } from '~/domain/second-looks/ask-second-look.server'
import { givePage, looksToGive, openLooksPage } from '~/domain/second-looks/give-page.server'
import { giveSecondLook } from '~/domain/second-looks/give-second-look.server'
import { answerPage, looksOnRecord, secondLookPage } from '~/domain/second-looks/pages.server'
import { withdrawSecondLook } from '~/domain/second-looks/withdraw-second-look.server'
import { applicationAccess, outbox } from '~db/schema'
import { aDatabase } from '~tests/support/database'
import {
  aCoordinator,
  aDistrict,
  aLiaison,
  aMembership,
  anOwner,
  aPerson,
  contextFor,
  testNow,
} from '~tests/support/factories'
import { aSentResponse, aTeamThatWrites } from '~tests/support/rounds'

const asked = { words: 'Please look at our closing policy again.' }
const reasons = { words: 'The policy names a lead, so it covers what the standard asks.' }

/** A venue that has its letter, a coordinator, and a liaison of another district. */
async function aLetterToLookAt() {
  const db = aDatabase()
  const story = await aSentResponse(db)
  const coordinator = await contextFor(db, await aCoordinator(db))
  const outsider = await contextFor(db, await aLiaison(db, await aDistrict(db, 'Old Mill')))
  const toOutsider = { colleague: outsider.actor.person.id }
  return { ...story, db, coordinator, outsider, toOutsider }
}

describe('a second look', () => {
  test('goes from the venue to somebody who was not involved, and back with reasons', async () => {
    const { db, owner, venueId, roundId, applicationId, liaison, ...rest } = await aLetterToLookAt()
    const { coordinator, outsider, toOutsider } = rest
    const id = await askSecondLook(owner, venueId, asked)
    await expect(askSecondLook(owner, venueId, asked)).rejects.toThrow(Conflict)
    expect(await looksToGive(coordinator)).toBe(1)
    await expect(recordOf(outsider, applicationId)).rejects.toThrow(NotFound)

    await giveSecondLook(coordinator, id, toOutsider)
    await expect(giveSecondLook(coordinator, id, toOutsider)).rejects.toThrow(Invalid)
    expect(await looksToGive(coordinator)).toBe(0)
    expect(await openLooksPage(coordinator)).toMatchObject([{ id, venue: 'The Lantern Room' }])
    expect((await recordOf(outsider, applicationId)).hindrance).not.toBeNull()
    expect((await answerPage(outsider, applicationId)).words).toBe(asked.words)
    const name = `Sgt. ${outsider.actor.person.name}`
    expect((await secondLookPage(owner, venueId)).open).toMatchObject({ lookedAtBy: name })
    const { readers } = await receiptOf(owner, venueId, roundId)
    expect(readers.since.at(-1)).toMatchObject({
      name,
      role: 'Takes a second look, until it is done',
    })
    await expect(answerSecondLook(liaison, applicationId, reasons)).rejects.toThrow(NotPermitted)

    await answerSecondLook(outsider, applicationId, reasons)
    await expect(answerSecondLook(outsider, applicationId, reasons)).rejects.toThrow(Conflict)
    await expect(recordOf(outsider, applicationId)).rejects.toThrow(NotFound)
    const { open, earlier, mayAsk } = await secondLookPage(owner, venueId)
    expect([open, mayAsk, earlier[0]?.answer]).toEqual([null, true, reasons.words])
    const { looks } = await looksOnRecord(liaison, applicationId)
    expect(looks.map(({ answer }) => answer)).toEqual([reasons.words])
    const told = (await db.select().from(outbox)).flatMap(({ kind, personId }) =>
      kind.startsWith('second-look') ? [[kind, personId]] : [],
    )
    expect(told).toEqual([
      ['second-look-asked', coordinator.actor.person.id],
      ['second-look-given', outsider.actor.person.id],
      ['second-look-answered', owner.actor.person.id],
    ])
  })

  test('is not for whoever had a part in it, or belongs to the venue', async () => {
    const { db, owner, venueId, applicationId, responseId, ...rest } = await aLetterToLookAt()
    const { coordinator, outsider, liaisonId } = rest
    const id = await askSecondLook(owner, venueId, asked)
    const offered = async () => (await givePage(coordinator, id)).colleagues.map((c) => c.value)
    expect(await offered()).toEqual(
      expect.arrayContaining([outsider.actor.person.id, coordinator.actor.person.id]),
    )
    expect(await offered()).not.toContain(liaisonId)
    await replyTo(coordinator, responseId, { words: 'I am glad to help.', about: '' })
    const own = await aLiaison(db, await aDistrict(db, 'Quay'))
    await aMembership(db, own, 'helper', { venueId })
    const partner = await aPerson(db)
    await aMembership(db, partner, 'partner', { field: 'fire' })
    expect(await offered()).toEqual([outsider.actor.person.id])

    const personId = outsider.actor.person.id
    await db.transaction((tx) =>
      tx.insert(applicationAccess).values({
        ...{ id: newId('acc'), applicationId, personId, kind: 'recused' },
        ...{ givenBy: personId, words: '', at: testNow, endedAt: testNow },
      }),
    )
    expect(await offered()).toEqual([])
    for (const colleague of [liaisonId, own, partner, personId, owner.actor.person.id]) {
      await expect(giveSecondLook(coordinator, id, { colleague })).rejects.toThrow(Invalid)
    }
    await expect(giveSecondLook(outsider, id, { colleague: own })).rejects.toThrow(NotPermitted)
  })

  test('is asked for by who speaks for the venue, once something was shared', async () => {
    const db = aDatabase()
    const { owner, venueId } = await aTeamThatWrites(db)
    await expect(askSecondLook(owner, venueId, asked)).rejects.toThrow(NotPermitted)
    expect((await secondLookPage(owner, venueId)).hindrance).toMatch(/once you have shared/)
    const helper = await contextFor(db, await anOwner(db, venueId, { role: 'helper' }))
    await expect(askSecondLook(helper, venueId, asked)).rejects.toThrow(NotPermitted)
  })

  test('can be taken back: then nobody sees the application through it', async () => {
    const { db, owner, venueId, applicationId, ...rest } = await aLetterToLookAt()
    const { coordinator, outsider, toOutsider } = rest
    const id = await askSecondLook(owner, venueId, asked)
    await giveSecondLook(coordinator, id, toOutsider)
    await withdrawSecondLook(owner, venueId)
    await expect(withdrawSecondLook(owner, venueId)).rejects.toThrow(Conflict)
    await expect(recordOf(outsider, applicationId)).rejects.toThrow(NotFound)
    await expect(answerSecondLook(outsider, applicationId, reasons)).rejects.toThrow(Conflict)
    expect(await openLooksPage(coordinator)).toEqual([])
    const kept = eq(applicationAccess.applicationId, applicationId)
    expect(await db.$count(applicationAccess, kept)).toBe(1)
    expect((await secondLookPage(owner, venueId)).mayAsk).toBe(true)
  })

  test('is answered once, also when two answers race', async () => {
    const { owner, venueId, applicationId, ...rest } = await aLetterToLookAt()
    const { coordinator, outsider, toOutsider } = rest
    await giveSecondLook(coordinator, await askSecondLook(owner, venueId, asked), toOutsider)
    const both = await Promise.allSettled([
      answerSecondLook(outsider, applicationId, reasons),
      answerSecondLook(outsider, applicationId, { words: 'Another answer.' }),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const lost = both.find((each) => each.status === 'rejected')
    expect(lost).toMatchObject({ reason: expect.any(Conflict) })
  })
})
