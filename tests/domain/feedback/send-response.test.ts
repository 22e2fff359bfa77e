import { describe, expect, it } from 'vitest'
import { answerStandard } from '~/domain/applications/answer-standard.server'
import { pauseApplication } from '~/domain/applications/pause-application.server'
import { evidenceOfRound } from '~/domain/applications/rounds.server'
import { shareApplication } from '~/domain/applications/share-application.server'
import { Conflict, Invalid, NotFound, NotPermitted } from '~/domain/errors'
import type { TypedItem } from '~/domain/feedback/draft'
import { responseFor } from '~/domain/feedback/queries.server'
import { recordOf } from '~/domain/feedback/record.server'
import { saveDraft } from '~/domain/feedback/save-draft.server'
import { sendResponse } from '~/domain/feedback/send-response.server'
import { startResponse } from '~/domain/feedback/start-response.server'
import { newId } from '~/domain/ids'
import { memberships, outbox, responseItems } from '~db/schema'
import { aDatabase } from '~tests/support/database'
import { aCoordinator, aDistrict, aLiaison, contextFor, testNow } from '~tests/support/factories'
import {
  aLetter,
  aSentResponse,
  aSharedRound,
  aStep,
  aStrength,
  closingBody,
  passage,
  stateOf,
} from '~tests/support/rounds'

type Letter = { opening?: string; closing?: string; items: TypedItem[] }

/** Writes this letter to a shared round and tries to send it; what is refused comes back by field. */
async function sent(write: (evidenceId: string) => Letter) {
  const db = aDatabase()
  const story = await aSharedRound(db)
  const { liaison, applicationId, policy, ownerId, venueId } = story
  await startResponse(liaison, applicationId)
  const draft = { ...aLetter, ...write(policy.id) }
  const { revision } = await saveDraft(liaison, applicationId, { revision: 0, draft })
  const problem = await sendResponse(liaison, applicationId, revision).then(
    () => null,
    (error) => error,
  )
  const problems = problem instanceof Invalid ? problem.fields : null
  return { ...story, problem, problems, state: await stateOf(db, ownerId, venueId) }
}

describe('a response', () => {
  it('that is being written is not known to staff who belong to the venue', async () => {
    const db = aDatabase()
    const { liaison, applicationId, venueId, districtId } = await aSharedRound(db)
    await startResponse(liaison, applicationId)
    const colleague = await contextFor(db, await aLiaison(db, districtId))
    const { person } = liaison.actor
    expect((await recordOf(colleague, applicationId)).begunBy).toContain(person.name)

    await db.transaction((tx) =>
      tx.insert(memberships).values({
        id: newId('mem'),
        personId: colleague.actor.person.id,
        role: 'owner',
        venueId,
        createdAt: testNow,
        confirmedAt: testNow,
      }),
    )
    const oneOfThem = await contextFor(db, colleague.actor.person.id)
    expect(await recordOf(oneOfThem, applicationId)).toMatchObject({
      begunBy: '',
      writing: 'start',
    })
  })

  it('goes to the venue with its strength first and the passage it speaks of', async () => {
    const db = aDatabase()
    const { owner, ownerId, venueId, policy, responseId, outcome } = await aSentResponse(db)
    expect(outcome).toBe('next_steps')
    expect(await stateOf(db, ownerId, venueId)).toBe('in_conversation')
    const { items } = await responseFor(db, owner.actor, responseId)
    expect(items.map(({ kind }) => kind)).toEqual(['strength', 'next_step'])
    expect(items[0]).toMatchObject({
      roundEvidenceId: policy.id,
      anchor: 'what-we-do',
      quote: passage,
      quoteStart: closingBody.indexOf(passage),
    })
    const mail = await db.select().from(outbox)
    const letter = mail.find(({ kind }) => kind === 'response-sent')
    expect(letter?.personId).toBe(ownerId)
    expect(letter?.facts).toMatchObject({ ready: false, strengths: [{ quote: passage }] })
  })

  it('does not exist without a strength', async () => {
    const { problems, state } = await sent(() => ({ items: [aStep()] }))
    expect(problems?.['']).toMatch(/at least one strength/)
    expect(state).toBe('shared')
  })

  it('ties each strength to evidence of this round', async () => {
    const { problems } = await sent(() => ({ items: [aStrength('rev_0000000000000000'), aStep()] }))
    expect(problems).toEqual({ 'items.0.roundEvidenceId': expect.stringMatching(/evidence/) })
  })

  it('may see a strength on one standard in what was shared for another', async () => {
    const { problem } = await sent((id) => ({
      items: [aStrength(id, { standard: 'SRV-2' }), aStep({ standard: 'SRV-2' })],
    }))
    expect(problem).toBeNull()
  })

  it('quotes a passage of a policy, and only what the policy really says', async () => {
    const without = await sent((id) => ({ items: [aStrength(id, { quote: '' }), aStep()] }))
    expect(Object.keys(without.problems ?? {})).toEqual(['items.0.quote'])
    const invented = await sent((id) => ({
      items: [aStrength(id, { quote: 'The closing lead goes home first.' }), aStep()],
    }))
    expect(Object.keys(invented.problems ?? {})).toEqual(['items.0.quote'])
  })

  it('says what they do, opening with “You…” or the venue’s name, and whom it helps', async () => {
    const judged = await sent((id) => ({
      items: [aStrength(id, { words: 'Good job on closing time.' }), aStep()],
    }))
    expect(Object.keys(judged.problems ?? {})).toEqual(['items.0.words'])
    const unhelpful = await sent((id) => ({ items: [aStrength(id, { why: ' ' }), aStep()] }))
    expect(Object.keys(unhelpful.problems ?? {})).toEqual(['items.0.why'])
    const named = await sent((id) => ({
      items: [aStrength(id, { words: 'The Lantern Room keeps one person by the door.' }), aStep()],
    }))
    expect(named.problem).toBeNull()
  })

  it('has a strength on every standard that gets a step', async () => {
    const { problems } = await sent((id) => ({
      items: [aStrength(id), aStep(), aStep({ key: 'other', standard: 'SRV-1' })],
    }))
    expect(problems).toEqual({
      'items.1.words': expect.stringMatching(/First name a strength on “Checking age and ID”/),
    })
  })

  it('has three steps at most', async () => {
    const steps = ['a', 'b', 'c', 'd'].map((key) => aStep({ key }))
    const four = await sent((id) => ({ items: [aStrength(id), ...steps] }))
    expect(four.problems?.['']).toMatch(/There are 4 next steps/)
    const three = await sent((id) => ({ items: [aStrength(id), ...steps.slice(1)] }))
    expect(three.problem).toBeNull()
  })

  it.each([
    ['why', { why: '' }],
    ['help', { help: '' }],
    ['proposedOn', { proposedOn: '' }],
    ['proposedOn', { proposedOn: '2026-11-21' }],
    ['lawSource', { law: true }],
    ['words', { words: ' ' }],
  ])('asks for a step’s %s', async (field, facts) => {
    const { problems } = await sent((id) => ({ items: [aStrength(id), aStep(facts)] }))
    expect(Object.keys(problems ?? {})).toEqual([`items.1.${field}`])
  })

  it('takes a law item with its source', async () => {
    const law = { law: true, lawSource: 'Fire code, section 1031' }
    const { problem } = await sent((id) => ({ items: [aStrength(id), aStep(law)] }))
    expect(problem).toBeNull()
  })

  it('may ask nothing, but a question has its words', async () => {
    const question = { ...aStep({ key: 'q' }), kind: 'question' as const, words: '' }
    const { problems } = await sent((id) => ({ items: [aStrength(id), question, aStep()] }))
    expect(problems).toEqual({ 'items.1.words': 'Write the question, or take it out.' })
  })

  it('opens, and leaves the choice to the venue at its close', async () => {
    const { problems } = await sent((id) => ({
      opening: '',
      closing: 'Please act by Friday.',
      items: [aStrength(id), aStep()],
    }))
    expect(Object.keys(problems ?? {})).toEqual(['opening', 'closing'])
  })

  it('accepts another way only where the venue described one', async () => {
    const accepted = { ...aStep({ key: 'way' }), kind: 'accepted_alternative' as const }
    const { problems } = await sent((id) => ({ items: [aStrength(id), accepted, aStep()] }))
    expect(problems).toEqual({
      'items.1.words': expect.stringMatching(/did not describe another way/),
    })
  })

  it('does not say “ready” while an essential is open, and names which', async () => {
    const { problems, state } = await sent((id) => ({ items: [aStrength(id)] }))
    expect(problems?.['']).toMatch(/these are still open: .*“Checking age and ID”/)
    expect(problems?.['']).not.toContain('Discreet help code')
    expect(state).toBe('shared')
  })
})

describe('“ready”', () => {
  it('comes once every essential has evidence, a reason, or another way accepted in writing', async () => {
    const db = aDatabase()
    const story = await aSentResponse(db)
    const { owner, venueId, ownerId, applicationId, liaison } = story
    const essentials =
      'SRV-1 SRV-2 SRV-3 CARE-1 CARE-2 OPS-1 OPS-2 OPS-3 OPS-4 OPS-5 HOME-1 MGT-1 MGT-2'
    for (const code of essentials.split(' ')) {
      const stance = code === 'SRV-1' ? 'another_way' : 'not_applicable'
      await answerStandard(owner, venueId, code, { stance, words: 'Because.', hearOn: null })
    }
    const roundId = await shareApplication(owner, venueId, '')
    await startResponse(liaison, applicationId)
    const policy = (await evidenceOfRound(db, roundId)).find(({ kind }) => kind === 'policy')
    const strength = aStrength(policy?.id ?? '')

    const first = await saveDraft(liaison, applicationId, {
      revision: 0,
      draft: { ...aLetter, items: [strength] },
    })
    await expect(sendResponse(liaison, applicationId, first.revision)).rejects.toThrow(
      /“Checking age and ID” is still open/,
    )

    const accepted = {
      ...aStep({ key: 'way', standard: 'SRV-1', words: 'A scanner at the door does the same.' }),
      kind: 'accepted_alternative' as const,
    }
    const second = await saveDraft(liaison, applicationId, {
      revision: first.revision,
      draft: { ...aLetter, items: [strength, accepted] },
    })
    const sentNow = await sendResponse(liaison, applicationId, second.revision)
    expect(sentNow.outcome).toBe('ready')
    expect(await stateOf(db, ownerId, venueId)).toBe('ready')
  })
})

describe('sending once', () => {
  async function aReadyDraft() {
    const db = aDatabase()
    const story = await aSharedRound(db)
    const { liaison, applicationId, policy, districtId } = story
    await startResponse(liaison, applicationId)
    const { revision } = await saveDraft(liaison, applicationId, {
      revision: 0,
      draft: { ...aLetter, items: [aStrength(policy.id), aStep()] },
    })
    const colleague = await contextFor(db, await aLiaison(db, districtId))
    return { ...story, db, colleague, revision }
  }

  it('lets one of two liaisons send, and tells the other', async () => {
    const { db, liaison, colleague, applicationId, revision } = await aReadyDraft()
    const results = await Promise.allSettled([
      sendResponse(liaison, applicationId, revision),
      sendResponse(colleague, applicationId, revision),
    ])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const lost = results.find((result) => result.status === 'rejected')
    expect(lost?.reason).toBeInstanceOf(Conflict)
    expect(lost?.reason.message).toMatch(/^Sgt\. Person \d+ sent this response/)
    expect(await db.select().from(responseItems)).toHaveLength(2)
    const letters = (await db.select().from(outbox)).filter(({ kind }) => kind === 'response-sent')
    expect(letters).toHaveLength(1)
  })

  it('is a conflict when somebody changed it after it was read', async () => {
    const { liaison, colleague, applicationId, policy, revision, ownerId, venueId, db } =
      await aReadyDraft()
    await saveDraft(colleague, applicationId, {
      revision,
      draft: { ...aLetter, opening: 'Hello again.', items: [aStrength(policy.id), aStep()] },
    })
    await expect(sendResponse(liaison, applicationId, revision)).rejects.toThrow(Conflict)
    expect(await stateOf(db, ownerId, venueId)).toBe('shared')
  })

  it('is a conflict when the venue paused in between', async () => {
    const { owner, venueId, liaison, applicationId, revision } = await aReadyDraft()
    await pauseApplication(owner, venueId, { counsel: true, words: '', askAgainOn: null })
    await expect(sendResponse(liaison, applicationId, revision)).rejects.toThrow(Conflict)
  })

  it('is for liaisons of the district: others find nothing, a coordinator reads why', async () => {
    const { db, owner, applicationId, revision } = await aReadyDraft()
    const elsewhere = await contextFor(db, await aLiaison(db, await aDistrict(db)))
    const coordinator = await contextFor(db, await aCoordinator(db))
    await expect(sendResponse(elsewhere, applicationId, revision)).rejects.toThrow(NotFound)
    await expect(sendResponse(coordinator, applicationId, revision)).rejects.toThrow(NotPermitted)
    await expect(sendResponse(owner, applicationId, revision)).rejects.toThrow(NotPermitted)
  })
})
