import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { readersOfRound } from '~/domain/applications/readers.server'
import { Conflict, Invalid, NotFound, NotPermitted } from '~/domain/errors'
import { askForPart, askPartPage } from '~/domain/feedback/ask-part.server'
import { takeQuestionBack } from '~/domain/feedback/end-reading.server'
import { letterPage } from '~/domain/feedback/letter-page.server'
import { partPage } from '~/domain/feedback/part-page.server'
import { partsAsked } from '~/domain/feedback/parts-asked.server'
import { recordOf } from '~/domain/feedback/record.server'
import { saveDraft } from '~/domain/feedback/save-draft.server'
import { savePart } from '~/domain/feedback/save-part.server'
import { sendResponse } from '~/domain/feedback/send-response.server'
import { startResponse } from '~/domain/feedback/start-response.server'
import { studioOf } from '~/domain/feedback/studio.server'
import { applicationAccess, outbox, responseParts } from '~db/schema'
import { aDatabase } from '~tests/support/database'
import {
  aDistrict,
  aLiaison,
  aMembership,
  anAgreement,
  aPerson,
  contextFor,
} from '~tests/support/factories'
import { aLetter, aSharedRound, aStep, aStrength } from '~tests/support/rounds'

/** A letter in draft, a partner of a field, and a colleague of another district. */
async function aLetterForSeveral() {
  const db = aDatabase()
  const story = await aSharedRound(db)
  const { liaison, applicationId, policy } = story
  await startResponse(liaison, applicationId)
  const draft = { ...aLetter, items: [aStrength(policy.id)] }
  const { revision } = await saveDraft(liaison, applicationId, { revision: 0, draft })
  const partnerId = await aPerson(db, { name: 'Henrik Aalto', title: 'Capt.' })
  await aMembership(db, partnerId, 'partner', { field: 'fire' })
  await anAgreement(db, partnerId)
  const partner = await contextFor(db, partnerId)
  const colleague = await contextFor(db, await aLiaison(db, await aDistrict(db, 'Old Mill')))
  return { ...story, db, draft, revision, partner, colleague }
}

const question = (standard: string) => ({
  ...aStep(),
  key: 'asked',
  kind: 'question' as const,
  standard,
  words: 'Who counts the room at midnight?',
})
const empty = { opening: '', closing: '' }

test('a partner sees and writes about the standards of their field alone, until the part is taken', async () => {
  const { db, owner, venueId, liaison, applicationId, draft, revision, partner } =
    await aLetterForSeveral()
  const page = await askPartPage(liaison, applicationId)
  expect(page.writers.map(({ label }) => label)).toContain('Capt. Henrik Aalto, Fire safety')
  const asked = { writer: partner.actor.person.id, area: '', words: 'Your eye, please.' } as const
  const id = await askForPart(liaison, applicationId, asked)
  await expect(askForPart(liaison, applicationId, asked)).rejects.toThrow(Invalid)
  const [mail] = await db.select().from(outbox).where(eq(outbox.kind, 'part-asked'))
  expect(mail?.personId).toBe(partner.actor.person.id)

  const part = await partPage(partner, id)
  const codes = [...part.standards, ...part.unshared].map(({ code }) => code)
  expect(codes.length).toBeGreaterThan(0)
  expect(codes).not.toContain('HOME-1')
  expect(JSON.stringify(part)).not.toContain('last guest')
  await expect(recordOf(partner, applicationId)).rejects.toThrow(NotFound)
  await expect(studioOf(partner, applicationId)).rejects.toThrow(NotFound)
  await expect(partPage(liaison, id)).rejects.toThrow(NotFound)
  const shared = { district: { id: null, name: null }, applicationId }
  const { since } = await readersOfRound(db, { readers: [], sharedOn: '' }, shared)
  expect(since).toMatchObject([{ name: 'Capt. Henrik Aalto', role: /asked for a part/ }])

  const [standard = ''] = codes
  const own = { ...empty, items: [question(standard), question('HOME-1')] }
  await savePart(partner, id, { revision: 0, draft: own })
  // Nobody reads it before it is handed over, and a standard of another field is not kept.
  expect((await studioOf(liaison, applicationId)).given).toMatchObject([
    { handedOn: '', items: [] },
  ])
  const typed = { ...empty, items: [question(standard)] }
  await expect(savePart(partner, id, { revision: 0, draft: typed })).rejects.toThrow(Conflict)
  await savePart(partner, id, { revision: 1, draft: typed, handOver: true })
  expect((await studioOf(liaison, applicationId)).given).toMatchObject([
    { id, by: 'Capt. Henrik Aalto', items: [{ standard, words: question('').words }] },
  ])

  const taken = await saveDraft(liaison, applicationId, { revision, draft, takePart: id })
  await expect(partPage(partner, id)).rejects.toThrow(NotFound)
  expect(await partsAsked(partner)).toEqual([])
  expect(await db.select().from(responseParts)).toEqual([])
  const studio = await studioOf(liaison, applicationId)
  const kept = { ...draft, items: studio.draft?.items ?? [] }
  // Saving again keeps whose part it is: the form does not say so.
  const items = kept.items.map(({ writtenBy: _, ...item }) => item)
  const saved = await saveDraft(liaison, applicationId, {
    revision: taken.revision,
    draft: { ...draft, items: [...(items as typeof draft.items), aStep() as never] },
  })
  const { responseId } = await sendResponse(liaison, applicationId, saved.revision)
  const { letter } = await letterPage(owner, responseId, { venueId })
  expect(letter.questions).toMatchObject([{ by: 'Capt. Henrik Aalto' }])
  expect(letter.strengths).toMatchObject([{ by: '' }])
})

test('a colleague is asked about one area, and hands over only what the letter can take', async () => {
  const { liaison, applicationId, colleague, policy } = await aLetterForSeveral()
  const writer = colleague.actor.person.id
  const ask = (area: 'home' | '') => askForPart(liaison, applicationId, { writer, area, words: '' })
  await expect(ask('')).rejects.toThrow(Invalid)
  const id = await ask('home')
  const handing = (items: object[], revision: number) =>
    savePart(colleague, id, {
      revision,
      draft: { ...empty, items: items as never },
      handOver: true,
    })
  await expect(handing([], 0)).rejects.toThrow(Invalid)
  await expect(handing([aStep()], 0)).rejects.toThrow(Invalid)
  await handing([aStrength(policy.id), aStep()], 0)
  const change = { revision: 1, draft: aLetter as never }
  await expect(saveDraft(colleague, applicationId, change)).rejects.toThrow(NotFound)
})

test('the question can be taken back, and a part that is left out is gone', async () => {
  const { db, liaison, applicationId, draft, revision, partner, colleague, policy } =
    await aLetterForSeveral()
  const words = { area: 'home', words: '' } as const
  const writer = colleague.actor.person.id
  const first = await askForPart(liaison, applicationId, { writer, ...words })
  await takeQuestionBack(liaison, applicationId, first)
  await expect(partPage(colleague, first)).rejects.toThrow(NotFound)

  const second = await askForPart(liaison, applicationId, { writer, ...words })
  const leave = (from: number) =>
    saveDraft(liaison, applicationId, { revision: from, draft, leavePart: second })
  await expect(leave(revision)).rejects.toThrow(Conflict)
  const items = [aStrength(policy.id)]
  await savePart(colleague, second, { revision: 0, draft: { ...empty, items }, handOver: true })
  await leave(revision)
  expect((await studioOf(liaison, applicationId)).draft?.items).toHaveLength(1)
  expect(await db.select().from(responseParts)).toEqual([])

  // Whoever was asked and is not done when the letter goes is done with it.
  const third = await askForPart(liaison, applicationId, {
    ...{ writer: partner.actor.person.id, area: '', words: '' },
  })
  const saved = await saveDraft(liaison, applicationId, {
    revision: revision + 1,
    draft: { ...draft, items: [...draft.items, aStep() as never] },
  })
  await sendResponse(liaison, applicationId, saved.revision)
  await expect(partPage(partner, third)).rejects.toThrow(NotFound)
  const rows = await db.select().from(applicationAccess)
  expect(rows.every(({ endedAt }) => endedAt !== null)).toBe(true)
})

test('nobody who is not asked writes a part, and nobody of the venue', async () => {
  const { db, liaison, applicationId, partner, venueId } = await aLetterForSeveral()
  const asked = { writer: partner.actor.person.id, area: '', words: '' } as const
  const askBy = (who: typeof partner) => askForPart(who, applicationId, asked)
  await expect(askBy(partner)).rejects.toThrow(NotFound)
  await aMembership(db, partner.actor.person.id, 'helper', { venueId })
  await expect(askBy(liaison)).rejects.toThrow(Invalid)
  const viewer = await contextFor(db, await aPerson(db))
  await expect(partsAsked(viewer)).rejects.toThrow(NotPermitted)
})
