import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { receiptOf } from '~/domain/applications/rounds-receipt.server'
import { Conflict, Invalid, NotFound, NotPermitted } from '~/domain/errors'
import { askColleague } from '~/domain/feedback/ask-colleague.server'
import { takeQuestionBack } from '~/domain/feedback/end-reading.server'
import { askPage, peerReadPage } from '~/domain/feedback/peer-read.server'
import { recordOf } from '~/domain/feedback/record.server'
import { saveDraft } from '~/domain/feedback/save-draft.server'
import { sendResponse } from '~/domain/feedback/send-response.server'
import { startResponse } from '~/domain/feedback/start-response.server'
import { studioOf } from '~/domain/feedback/studio.server'
import { suggestWords } from '~/domain/feedback/suggest-words.server'
import { applicationAccess, outbox, suggestions } from '~db/schema'
import { aDatabase } from '~tests/support/database'
import { aDistrict, aLiaison, aMembership, aPerson, contextFor } from '~tests/support/factories'
import { aLetter, aSharedRound, aStep, aStrength } from '~tests/support/rounds'

/** A draft that a colleague of another district is asked to read. */
async function aDraftToRead() {
  const db = aDatabase()
  const story = await aSharedRound(db)
  const { liaison, applicationId, policy } = story
  await startResponse(liaison, applicationId)
  const draft = { ...aLetter, items: [aStrength(policy.id), aStep()] }
  const { revision } = await saveDraft(liaison, applicationId, { revision: 0, draft })
  const colleague = await contextFor(db, await aLiaison(db, await aDistrict(db, 'Old Mill')))
  const ask = () =>
    askColleague(liaison, applicationId, {
      colleague: colleague.actor.person.id,
      words: 'Is the step clear?',
    })
  return { ...story, db, draft, revision, colleague, ask }
}

const note = { note: '', suggestions: [], handBack: false }

describe('a colleague who is asked to read a draft first', () => {
  test('sees this one application until they hand it back, and may not answer the venue', async () => {
    const { db, liaison, applicationId, colleague, ask } = await aDraftToRead()
    await expect(peerReadPage(colleague, applicationId)).rejects.toThrow(NotFound)
    await ask()
    const page = await peerReadPage(colleague, applicationId)
    expect(page).toMatchObject({ askedWords: 'Is the step clear?', sent: false })
    expect(page.parts.map(({ key }) => key)).toEqual(['opening', 'strength', 'step', 'closing'])
    expect((await recordOf(colleague, applicationId)).hindrance).not.toBeNull()
    const change = { revision: 1, draft: aLetter as never }
    await expect(saveDraft(colleague, applicationId, change)).rejects.toThrow(NotPermitted)
    const [mail] = await db.select().from(outbox).where(eq(outbox.kind, 'peer-read'))
    expect(mail?.personId).toBe(colleague.actor.person.id)
    await expect(ask()).rejects.toThrow(Invalid)

    await suggestWords(colleague, applicationId, { ...note, note: 'Warm.', handBack: true })
    await expect(recordOf(colleague, applicationId)).rejects.toThrow(NotFound)
    expect((await askPage(liaison, applicationId)).asked).toMatchObject([{ doneOn: /2026/ }])
  })

  test('suggests words that the writer takes or leaves, each once', async () => {
    const { liaison, applicationId, colleague, draft, revision, ask } = await aDraftToRead()
    await ask()
    const on = (field: 'words' | 'help', before: string, words: string) => {
      return { itemKey: 'step', field, before, words }
    }
    const given = [
      on('words', aStep().words, 'Two lines about the pick-up spot, when it suits you.'),
      on('help', aStep().help, `${aStep().help} `),
    ]
    await suggestWords(colleague, applicationId, { ...note, note: 'Warm.', suggestions: given })
    await suggestWords(colleague, applicationId, { ...note, note: 'Warm!', suggestions: given })
    const { suggestions: shown } = await studioOf(liaison, applicationId)
    expect(shown.map(({ field, words }) => [field, words])).toEqual([
      [null, 'Warm!'],
      ['words', 'Two lines about the pick-up spot, when it suits you.'],
    ])
    const [whole, step] = shown.map(({ id }) => id)
    await saveDraft(liaison, applicationId, { revision, draft, take: step ?? '' })
    const after = await studioOf(liaison, applicationId)
    expect(after.draft?.items.find(({ key }) => key === 'step')?.words).toContain('when it suits')
    await saveDraft(liaison, applicationId, { revision: revision + 1, draft, leave: whole ?? '' })
    expect((await studioOf(liaison, applicationId)).suggestions).toEqual([])
  })

  test('is shown to the venue, and what they suggest is not', async () => {
    const { owner, venueId, roundId, applicationId, colleague, ask } = await aDraftToRead()
    await ask()
    await suggestWords(colleague, applicationId, { ...note, note: 'Amber words' })
    const receipt = await receiptOf(owner, venueId, roundId)
    expect(receipt.readers.since.map(({ name, role }) => [name, role])).toEqual([
      [`Sgt. ${colleague.actor.person.name}`, 'Was asked to read along, until it is done'],
    ])
    expect(JSON.stringify(receipt)).not.toContain('Amber')
  })

  test('is done once the letter is sent or the question is taken back; no suggestion stays', async () => {
    const { db, liaison, applicationId, colleague, revision, ask } = await aDraftToRead()
    const first = await ask()
    await takeQuestionBack(liaison, applicationId, first)
    await expect(takeQuestionBack(liaison, applicationId, first)).rejects.toThrow(Conflict)
    await expect(peerReadPage(colleague, applicationId)).rejects.toThrow(NotFound)
    await ask()
    await suggestWords(colleague, applicationId, { ...note, note: 'Warm.' })
    await sendResponse(liaison, applicationId, revision)
    await expect(peerReadPage(colleague, applicationId)).rejects.toThrow(NotFound)
    expect(await db.$count(suggestions)).toBe(0)
    const open = await db.select().from(applicationAccess)
    expect(open.filter(({ endedAt }) => endedAt === null)).toEqual([])
  })

  test('is not somebody of the venue, nor somebody who stepped back', async () => {
    const { db, liaison, applicationId, venueId, colleague } = await aDraftToRead()
    const offered = async () =>
      (await askPage(liaison, applicationId)).colleagues.map(({ value }) => value)
    const own = await aLiaison(db, await aDistrict(db, 'Quay'))
    await aMembership(db, own, 'helper', { venueId })
    const partner = await aPerson(db)
    await aMembership(db, partner, 'partner', { field: 'fire' })
    expect(await offered()).toEqual([colleague.actor.person.id])
    await db.transaction((tx) =>
      tx.insert(applicationAccess).values({
        id: 'acc_recused',
        applicationId,
        personId: colleague.actor.person.id,
        kind: 'recused',
        givenBy: colleague.actor.person.id,
        words: '',
        at: new Date(),
      }),
    )
    expect(await offered()).toEqual([])
  })
})
