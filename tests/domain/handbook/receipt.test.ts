import { expect, test } from 'vitest'
import { NotFound } from '~/domain/errors'
import { drawHandbook } from '~/domain/handbook/handbook-pdf.server'
import { receiptPaperOf } from '~/domain/handbook/read-receipt.server'
import { saveSection } from '~/domain/policies/save-section.server'
import { aDatabase } from '~tests/support/database'
import { anOwner, aVenue, contextFor } from '~tests/support/factories'
import { checkWithQpdf, pagesOf } from '~tests/support/judge-pdf'
import { aSharedRound, newestRound } from '~tests/support/rounds'

test('the receipt on paper says what went along, who reads it and by when, without a name of the team', async () => {
  const db = aDatabase()
  const { owner, venueId, applicationId, policyId, roundId } = await aSharedRound(db)
  const { reference } = await newestRound(db, applicationId)
  await saveSection(owner, venueId, policyId, 'what-we-do', { body: 'All new.', revision: 1 })

  const bytes = await drawHandbook(await receiptPaperOf(owner, venueId, roundId), async () => null)
  await checkWithQpdf(bytes)
  const { pages } = await pagesOf(bytes)
  const text = pages.join(' ')
  for (const words of [
    `Receipt ${reference}`,
    'As it stood on November 22, 2026',
    'writes to you by December 4, 2026',
    'Who could read it on November 22, 2026',
    'Liaison for Harbor, who reads it and writes to you.',
    'We rewrote closing time together.',
    'Policy: Closing policy',
    'Bartender 1: Mar 2, 2026.',
  ]) {
    expect(text).toContain(words)
  }
  expect(text).toMatch(/2 of 2/)
  for (const name of ['Quintana', 'Papadakis', 'All new.']) expect(text).not.toContain(name)
})

test('the receipt of another venue is absent', async () => {
  const db = aDatabase()
  const { roundId } = await aSharedRound(db)
  const elsewhere = await aVenue(db)
  const stranger = await contextFor(db, await anOwner(db, elsewhere))
  await expect(receiptPaperOf(stranger, elsewhere, roundId)).rejects.toThrow(NotFound)
})
