import { expect, test } from 'vitest'
import { venueHomeOf } from '~/domain/applications/workspace-home.server'
import { Conflict, Invalid } from '~/domain/errors'
import { earlyPage } from '~/domain/feedback/early-page.server'
import { letterPage } from '~/domain/feedback/letter-page.server'
import { recordOf } from '~/domain/feedback/record.server'
import { saveDraft } from '~/domain/feedback/save-draft.server'
import { sendEarly } from '~/domain/feedback/send-early.server'
import { sendResponse } from '~/domain/feedback/send-response.server'
import { startResponse } from '~/domain/feedback/start-response.server'
import { studioOf } from '~/domain/feedback/studio.server'
import { outbox } from '~db/schema'
import { aDatabase } from '~tests/support/database'
import { aLetter, aSharedRound, aStep, aStrength } from '~tests/support/rounds'

/** A draft with a strength and a step about getting home, and a question about the team. */
async function aDraftOfTwoAreas() {
  const db = aDatabase()
  const story = await aSharedRound(db)
  const { liaison, applicationId, policy } = story
  await startResponse(liaison, applicationId)
  const question = {
    ...aStep(),
    key: 'q',
    kind: 'question',
    standard: 'MGT-1',
    law: false,
  } as const
  const draft = { ...aLetter, items: [aStrength(policy.id), aStep(), question] }
  const { revision } = await saveDraft(liaison, applicationId, { revision: 0, draft })
  return { ...story, db, draft, revision }
}

const home = { area: 'home', opening: '' } as const

test('one area goes early, once, while the rest stays a draft and the promise stands', async () => {
  const { db, owner, liaison, venueId, applicationId, revision } = await aDraftOfTwoAreas()
  const page = await earlyPage(liaison, applicationId, 'home')
  expect(page.areas.map(({ area }) => area)).toEqual(['home', 'people'])
  expect(page.early?.letter).toMatchObject({ part: 'Home and neighbors', ready: false })
  expect(page.early?.problems).toEqual([])

  const id = await sendEarly(liaison, applicationId, { ...home, revision })
  await expect(sendEarly(liaison, applicationId, { ...home, revision })).rejects.toThrow(Conflict)
  const { letter, state } = await letterPage(owner, id, { venueId })
  expect(state).toBe('shared')
  expect(letter).toMatchObject({ part: 'Home and neighbors', opening: page.early?.letter.opening })
  expect(letter.strengths).toHaveLength(1)
  expect(letter.questions).toEqual([])
  expect(letter).toEqual({
    ...page.early?.letter,
    strengths: expect.anything(),
    steps: expect.anything(),
  })
  expect((await venueHomeOf(owner, venueId)).next?.to).toContain(id)
  const mail = (await db.select().from(outbox)).filter(({ kind }) => kind === 'response-sent')
  expect(mail.length).toBeGreaterThan(0)
  expect(mail[0]?.facts).toMatchObject({ part: 'Home and neighbors' })

  const studio = await studioOf(liaison, applicationId)
  expect(studio.draft?.items.map(({ kind }) => kind)).toEqual(['question'])
  expect(studio).toMatchObject({ stepsBefore: 1, early: [{ id, area: 'home' }] })
})

test('the letter of the round follows: its rules count what went before', async () => {
  const { liaison, applicationId, policy, draft, revision } = await aDraftOfTwoAreas()
  await sendEarly(liaison, applicationId, { ...home, revision })
  const steps = ['a', 'b', 'c'].map((key) => ({ ...aStep(), key }))
  const write = async (from: number, items: typeof draft.items) => {
    const saved = await saveDraft(liaison, applicationId, {
      revision: from,
      draft: { ...draft, items },
    })
    return saved.revision
  }
  const many = await write(revision + 1, [aStrength(policy.id), ...steps])
  await expect(sendResponse(liaison, applicationId, many)).rejects.toThrow(Invalid)
  // A strength that went early opens the way to a step on its standard, and a round with a step is not "ready".
  const one = await write(many, [
    { ...aStrength(policy.id), standard: 'MGT-1' },
    { ...aStep(), key: 'd' },
  ])
  await expect(sendResponse(liaison, applicationId, one)).resolves.toMatchObject({
    outcome: 'next_steps',
  })
  const { rounds } = await recordOf(liaison, applicationId)
  expect(rounds).toMatchObject([
    { answered: true, letters: [{ part: '' }, { part: 'Home and neighbors' }] },
  ])
})

test('a letter without a step does not say "ready" when a step went early', async () => {
  const { liaison, applicationId, policy, draft, revision } = await aDraftOfTwoAreas()
  await sendEarly(liaison, applicationId, { ...home, revision })
  const items = [{ ...aStrength(policy.id), standard: 'MGT-1' }]
  const saved = await saveDraft(liaison, applicationId, {
    revision: revision + 1,
    draft: { ...draft, items },
  })
  const sent = await sendResponse(liaison, applicationId, saved.revision)
  expect(sent.outcome).toBe('next_steps')
})

test('an area without a strength does not go', async () => {
  const { liaison, applicationId, revision } = await aDraftOfTwoAreas()
  const people = { area: 'people', opening: '', revision } as const
  await expect(sendEarly(liaison, applicationId, people)).rejects.toThrow(Invalid)
})
