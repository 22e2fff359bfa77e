import { describe, expect, it, test } from 'vitest'
import { shareApplication } from '~/domain/applications/share-application.server'
import { changedPassages } from '~/domain/feedback/changed-passages'
import { keepPhrases, phrasesOf } from '~/domain/feedback/keep-phrases.server'
import { letterPage } from '~/domain/feedback/letter-page.server'
import { phrasesIn } from '~/domain/feedback/phrases'
import { problemsOf } from '~/domain/feedback/response'
import { saveDraft } from '~/domain/feedback/save-draft.server'
import { sendResponse } from '~/domain/feedback/send-response.server'
import { startResponse } from '~/domain/feedback/start-response.server'
import { studioOf } from '~/domain/feedback/studio.server'
import { saveSection } from '~/domain/policies/save-section.server'
import { aDatabase } from '~tests/support/database'
import { testNow } from '~tests/support/factories'
import {
  aLetter,
  aSentResponse,
  aSharedRound,
  aStep,
  aStrength,
  closingBody,
} from '~tests/support/rounds'

describe('passages that are new since the round before', () => {
  it.each([
    ['the same text', closingBody, closingBody, []],
    ['a new paragraph', 'One.', 'One.\n\nTwo.', ['1']],
    ['one item of a list', '- One\n- Two', '- One\n- Two and a half\n- Three', ['0.1', '0.2']],
    ['emphasis alone', 'Call **early**.', 'Call early.', []],
    ['everything, where there was nothing', '', '## Doors\n\nWe wait.', ['0', '1']],
  ])('%s', (_, before, after, expected) => {
    expect(changedPassages(before, after)).toEqual(expected)
  })

  it('are marked in the studio, in the section that changed', async () => {
    const db = aDatabase()
    const { owner, liaison, venueId, policyId, applicationId } = await aSentResponse(db)
    const body = `${closingBody}\n\nWe wait inside together.`
    await saveSection(owner, venueId, policyId, 'what-we-do', { body, revision: 1 })
    await shareApplication(owner, venueId, '')
    await startResponse(liaison, applicationId)
    const { standards } = await studioOf(liaison, applicationId)
    const sections = standards.flatMap(({ evidence }) =>
      evidence.flatMap((piece) => piece.sections),
    )
    const changed = sections.filter((each) => 'changed' in each && String(each.changed) !== '')
    expect(changed).toMatchObject([{ anchor: 'what-we-do', changed: ['2'] }])
  })
})

describe('how a standard stands', () => {
  const titles = new Map([['HOME-1', 'A safe way home']])
  const rules = {
    venueName: 'Lantern',
    today: '2026-11-22' as const,
    titles,
    evidence: new Map(),
    otherWays: new Set<string>(),
    before: { steps: 0, strengths: new Set<string>() },
  }
  const problems = (standings: object, items: ReturnType<typeof aStep>[]) =>
    problemsOf({ ...aLetter, items: items as never, standings: standings as never }, rules)

  it('agrees with what the letter asks', () => {
    const about = (standings: object, items: ReturnType<typeof aStep>[]) =>
      problems(standings, items)['standings.HOME-1']
    expect(about({ 'HOME-1': 'in_place' }, [aStep()])).toContain('has a next step')
    expect(about({ 'HOME-1': 'nearly_there' }, [])).toContain('not in place yet')
    expect(about({ 'HOME-1': 'nearly_there' }, [aStep()])).toBeUndefined()
    expect(about({ 'HOME-1': 'in_place' }, [])).toBeUndefined()
  })

  it('goes to the venue with the letter, and a step says which passage it is about', async () => {
    const db = aDatabase()
    const { owner, liaison, venueId, applicationId, policy } = await aSharedRound(db)
    await startResponse(liaison, applicationId)
    const quote = 'We close calmly, every night.'
    const step = aStep({ roundEvidenceId: policy.id, anchor: 'what-we-do', quote })
    const items = [aStrength(policy.id), step]
    const draft = {
      ...aLetter,
      items,
      standings: { 'HOME-1': 'nearly_there', 'XX-9': 'in_place' } as const,
    }
    const { revision } = await saveDraft(liaison, applicationId, { revision: 0, draft })
    const { responseId } = await sendResponse(liaison, applicationId, revision)
    const { letter } = await letterPage(owner, responseId, { venueId })
    expect(letter.standings).toEqual([{ title: 'A safe way home', words: 'Nearly there' }])
    expect(letter.steps).toMatchObject([{ quote }])
  })
})

test('what a liaison keeps in more letters stands higher in their own list, and speaks of no venue', async () => {
  const db = aDatabase()
  const { liaison } = await aSharedRound(db)
  const { id } = liaison.actor.person
  const letter = (opening: string) => ({ ...aLetter, opening, items: [aStep() as never] })
  const named = letter('Thank you, everybody at The Lantern Room.')
  expect(phrasesIn(named, 'The Lantern Room').map(({ place }) => place)).toEqual([
    'closing',
    'next_step.why',
    'next_step.help',
  ])
  await db.transaction(async (tx) => {
    for (const opening of [
      'Once and no more.',
      'Thank you for the time.',
      'Thank you for the time.',
    ]) {
      await keepPhrases(tx, id, { draft: letter(opening), venue: 'The Lantern Room' }, testNow)
    }
  })
  expect((await phrasesOf(db, id)).opening).toEqual([
    'Thank you for the time.',
    'Once and no more.',
  ])
})

test('a draft that is put aside is held until tomorrow, and picked up by the next save', async () => {
  const db = aDatabase()
  const { liaison, applicationId } = await aSharedRound(db)
  await startResponse(liaison, applicationId)
  const draft = { ...aLetter, items: [] }
  await saveDraft(liaison, applicationId, { revision: 0, draft, hold: true })
  expect((await studioOf(liaison, applicationId)).heldUntil).toContain('November 23')
  await saveDraft(liaison, applicationId, { revision: 1, draft })
  expect((await studioOf(liaison, applicationId)).heldUntil).toBe('')
})
