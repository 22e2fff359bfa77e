import { expect, test } from 'vitest'
import { NotFound } from '~/domain/errors'
import { answerStep } from '~/domain/feedback/answer-step.server'
import { letterPage } from '~/domain/feedback/letter-page.server'
import { responseFor } from '~/domain/feedback/queries.server'
import { drawLetter } from '~/domain/handbook/letter-pdf.server'
import { lostOfLetter } from '~/domain/handbook/lost-on-paper.server'
import { letterPaperOf } from '~/domain/handbook/read-letter.server'
import { letterWords } from '~/words/en/letter'
import { aDatabase } from '~tests/support/database'
import { anOwner, aVenue, contextFor } from '~tests/support/factories'
import { bookmarksOf, checkWithQpdf, infoOf, pagesOf, partsOf } from '~tests/support/judge-pdf'
import { aLetter, aSentResponse, aStep, aStrength, passage } from '~tests/support/rounds'

test('the letter on paper has the strengths first, then questions, steps, law apart, and whom to call', async () => {
  const db = aDatabase()
  const { owner, liaison, venueId, applicationId, responseId } = await aSentResponse(db, {
    items: (policyId) => [
      aStep({
        key: 'law',
        law: true,
        lawSource: 'Fire code 10.3',
        words: 'Keep the back door free.',
      }),
      aStep(),
      {
        ...aStrength(''),
        key: 'why',
        kind: 'question',
        words: 'Who locks the side gate?',
        quote: '',
        anchor: '',
        why: '',
      },
      aStrength(policyId),
    ],
  })
  const { items } = await responseFor(db, owner.actor, responseId)
  const step = items.find(({ kind, law }) => kind === 'next_step' && !law)
  if (!step) throw new Error('The letter has no step.')
  await answerStep(owner, responseId, step.id, { answer: 'declined', day: null, words: '' })

  const bytes = await drawLetter(await letterPaperOf(owner, responseId, { venueId }))
  expect((await checkWithQpdf(bytes)).valid).toBe(true)
  expect(await infoOf(bytes)).toMatchObject({ language: 'en-US', tagged: true })
  const { call } = await letterPage(owner, responseId, { venueId })
  const { from } = call
  expect(await partsOf(bytes)).toEqual([
    { role: 'P', text: 'Written to the venue in Lamplight' },
    { role: 'H1', text: 'A letter for The Lantern Room' },
    { role: 'P', text: `${from} · November 22, 2026 · Round 1` },
    { role: 'P', text: 'Thank you for the tour on Thursday.' },
    { role: 'H2', text: 'What you already do well: A safe way home' },
    { role: 'P', text: `${aStrength('').words} ${aStrength('').why}` },
    { role: 'P', text: `“${passage}”` },
    { role: 'P', text: 'Seen in: Closing policy, “What we do”' },
    { role: 'H2', text: 'One thing I wondered' },
    { role: 'P', text: 'Who locks the side gate?' },
    { role: 'H2', text: 'One step we could take together' },
    { role: 'P', text: 'A safe way home' },
    { role: 'P', text: aStep().words },
    { role: 'P', text: `Why it helps: ${aStep().why}` },
    { role: 'P', text: `Who can help: ${aStep().help}` },
    { role: 'P', text: 'A date that might suit: December 12, 2026' },
    { role: 'P', text: 'Where it stands: You answered that this is not for you. That is fine.' },
    { role: 'H2', text: 'Law: Fire code 10.3' },
    { role: 'P', text: 'A safe way home' },
    { role: 'P', text: 'Keep the back door free.' },
    { role: 'P', text: `Why it helps: ${aStep().why}` },
    { role: 'P', text: `Who can help: ${aStep().help}` },
    { role: 'P', text: 'A date that might suit: December 12, 2026' },
    { role: 'P', text: aLetter.closing },
    { role: 'P', text: from },
    { role: 'H2', text: 'Who to call' },
    { role: 'P', text: `${from} is glad to talk it through. ${letterWords.reach(call)}` },
  ])
  expect(await bookmarksOf(bytes)).toEqual(
    [
      'What you already do well: A safe way home',
      'One thing I wondered',
      'One step we could take together',
      'Law: Fire code 10.3',
      'Who to call',
    ].map((title) => [`${title} 1`, []]),
  )

  const theirs = await letterPaperOf(liaison, responseId, { applicationId })
  expect(await drawLetter(theirs)).toEqual(await drawLetter(theirs))
  expect((await pagesOf(await drawLetter(theirs))).pages[0]).toContain(
    'The venue answers that this is not for them.',
  )
})

test('a letter is absent on paper for whoever may not read it on its page, and says what it cannot print', async () => {
  const db = aDatabase()
  const { owner, venueId, responseId } = await aSentResponse(db)
  const elsewhere = await aVenue(db)
  const stranger = await contextFor(db, await anOwner(db, elsewhere))
  for (const place of [{ venueId }, { venueId: elsewhere }]) {
    await expect(letterPaperOf(stranger, responseId, place)).rejects.toThrow(NotFound)
  }
  const page = await letterPage(owner, responseId, { venueId })
  expect(lostOfLetter(page)).toEqual([])
  expect(lostOfLetter({ ...page, venue: '東京 Bar' })).toEqual([...'東京'])
})
