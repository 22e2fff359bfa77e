import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { stepBack } from '~/domain/applications/step-back.server'
import { NotFound } from '~/domain/errors'
import { answerStep } from '~/domain/feedback/answer-step.server'
import { tickPromise, untickPromise } from '~/domain/feedback/keep-promise.server'
import { promiseCounts, promisesOf } from '~/domain/feedback/promises.server'
import { responseItems } from '~db/schema'
import { aDatabase } from '~tests/support/database'
import { aLiaison, atMoment, contextFor } from '~tests/support/factories'
import { aSentResponse } from '~tests/support/rounds'

it('lists the help that a letter of one’s own offered, with the day agreed, what is late first', async () => {
  const { liaison, colleague, owner, responseId, stepId } = await aPromise()
  const open = async (ctx = liaison) => (await promisesOf(ctx, { show: 'open' })).rows
  expect((await open()).map(({ help, when, late }) => [help, when, late])).toEqual([
    ['I can send sample wording.', 'Offered for December 12, 2026, in 20 days', false],
  ])
  expect(await open(colleague)).toEqual([])
  const answer = { answer: 'other_date', day: '2026-12-20', words: '' } as const
  await answerStep(owner, responseId, stepId, answer)
  const later = atMoment(liaison, new Date('2026-12-21T20:00:00Z'))
  const [row] = await open(later)
  expect([row?.when, row?.late, row?.agreed]).toEqual([
    'Offered for December 20, 2026, 1 day ago',
    true,
    'The venue chose this date.',
  ])
  expect(await promiseCounts(later)).toEqual({ open: 1, late: 1, given: 0 })
})

it('is ticked off by whoever offered it, once, and can be put back', async () => {
  const { liaison, colleague, stepId } = await aPromise()
  await expect(tickPromise(colleague, stepId)).rejects.toThrow(NotFound)
  await tickPromise(liaison, stepId)
  await tickPromise(atMoment(liaison, new Date('2026-12-21T20:00:00Z')), stepId)
  expect(await promiseCounts(liaison)).toEqual({ open: 0, late: 0, given: 1 })
  const given = await promisesOf(liaison, { show: 'given' })
  expect(given.rows.map(({ when }) => when)).toEqual(['Given on November 22, 2026'])
  await untickPromise(liaison, stepId)
  expect(await promiseCounts(liaison)).toEqual({ open: 1, late: 0, given: 0 })
})

it('asks for no help that the venue declined, and for none where the author stepped back', async () => {
  const { liaison, owner, responseId, stepId, applicationId } = await aPromise()
  const answered = (answer: 'declined' | 'accepted') =>
    answerStep(owner, responseId, stepId, { answer, day: null, words: '' })
  await answered('declined')
  expect((await promiseCounts(liaison)).open).toBe(0)
  await answered('accepted')
  expect((await promiseCounts(liaison)).open).toBe(1)
  await stepBack(liaison, applicationId, { reason: '', to: null })
  expect((await promiseCounts(liaison)).open).toBe(0)
})

async function aPromise() {
  const db = aDatabase()
  const story = await aSentResponse(db)
  const [step] = await db.select().from(responseItems).where(eq(responseItems.kind, 'next_step'))
  if (!step) throw new Error('The letter has no next step.')
  const colleague = await contextFor(db, await aLiaison(db, story.districtId))
  return { db, ...story, colleague, stepId: step.id }
}
