import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { addEvidence } from '~/domain/applications/add-evidence.server'
import { confirmEvidence } from '~/domain/applications/confirm-evidence.server'
import { receiptOf } from '~/domain/applications/rounds-receipt.server'
import { shareApplication } from '~/domain/applications/share-application.server'
import { sharePage } from '~/domain/applications/share-page.server'
import { startApplication } from '~/domain/applications/start-application.server'
import { venueHomeOf } from '~/domain/applications/workspace-home.server'
import { standardPageOf } from '~/domain/applications/workspace-standard-page.server'
import { taskListOf } from '~/domain/applications/workspace-tasks.server'
import { Conflict, NotFound } from '~/domain/errors'
import type { EvidenceId } from '~/domain/ids'
import { applications, evidence } from '~db/schema'
import { aDatabase } from '~tests/support/database'
import { anOwner, aProgram, atMoment, aVenue, contextFor } from '~tests/support/factories'

const contact = {
  kind: 'contact',
  happenedOn: null,
  words: '',
  facts: { name: 'Night manager', reach: '(202) 555-0119' },
} as const

async function anAccreditedOne() {
  const db = aDatabase()
  await aProgram(db)
  const venueId = await aVenue(db)
  const owner = await contextFor(db, await anOwner(db, venueId))
  await startApplication(owner, venueId)
  const oldest = await addEvidence(owner, venueId, 'MGT-2', contact)
  const later = atMoment(owner, new Date('2026-11-24T12:00:00Z'))
  await addEvidence(later, venueId, 'HOME-2', contact)
  const state = (to: 'accredited' | 'shared') =>
    db.transaction((tx) => tx.update(applications).set({ state: to }))
  await state('accredited')
  return { db, venueId, owner, oldest, state }
}

const march = new Date('2027-03-03T17:00:00Z')

test('an accredited venue says in one tap that a thing is still true, the oldest first', async () => {
  const { venueId, owner, oldest } = await anAccreditedOne()
  const asked = async () =>
    (await taskListOf(owner, venueId)).kept.map(({ standard, stillTrue }) => [
      standard,
      stillTrue?.said,
    ])
  const [first, second] = await asked()
  expect([first, second]).toEqual([
    ['A named contact and a yearly talk', 'It stands here since November 22, 2026.'],
    [expect.any(String), 'It stands here since November 24, 2026.'],
  ])
  await confirmEvidence(atMoment(owner, march), venueId, oldest)
  await confirmEvidence(atMoment(owner, march), venueId, oldest)
  expect(await asked()).toEqual([second, [first?.[0], 'You said so on March 3, 2027.']])
  expect((await venueHomeOf(owner, venueId)).kept).toBe(
    '2 things stand as you said. You looked longest ago on November 24, 2026.',
  )
})

test('a renewal asks it of what it took over, and the share says what was confirmed', async () => {
  const { db, venueId, owner } = await anAccreditedOne()
  await startApplication(atMoment(owner, march), venueId)
  await addEvidence(atMoment(owner, march), venueId, 'MGT-2', contact)
  const given = async () => {
    const { asks } = await standardPageOf(owner, venueId, 'MGT-2')
    return asks.flatMap(({ evidence }) => evidence)
  }
  // A new contact takes the place of the one before; the one beside HOME-2 is carried over.
  expect((await given()).map(({ stillTrue }) => stillTrue)).toContain(null)
  const [carried] = (await db.select().from(evidence).where(eq(evidence.standard, 'HOME-2'))).slice(
    -1,
  )
  await confirmEvidence(atMoment(owner, march), venueId, carried?.id as EvidenceId)
  const { standards } = await sharePage(owner, venueId)
  const along = standards.find(({ code }) => code === 'HOME-2')?.evidence.map(({ text }) => text)
  expect(along?.join()).toContain('You said on March 3, 2027 that it is still true.')

  // Shared, both sides read it as it was, whatever is said later.
  const roundId = await shareApplication(atMoment(owner, march), venueId, '')
  await db.transaction((tx) => tx.update(evidence).set({ confirmedOn: '2028-01-01' }))
  const { standards: frozen } = await receiptOf(owner, venueId, roundId)
  expect(
    frozen.find(({ code }) => code === 'HOME-2')?.evidence.map(({ details }) => details),
  ).toEqual([
    [
      'Night manager.',
      'Reached at: (202) 555-0119.',
      `Confirmed still true on March 3, 2027 by ${owner.actor.person.name}.`,
    ],
  ])
})

test('it waits while the liaison reads, and is absent for anybody else', async () => {
  const { db, venueId, owner, oldest, state } = await anAccreditedOne()
  const elsewhere = await aVenue(db)
  const stranger = await contextFor(db, await anOwner(db, elsewhere))
  await expect(confirmEvidence(stranger, venueId, oldest)).rejects.toThrow(NotFound)
  await startApplication(stranger, elsewhere)
  await expect(confirmEvidence(stranger, elsewhere, oldest)).rejects.toThrow(NotFound)
  await state('shared')
  await expect(confirmEvidence(owner, venueId, oldest)).rejects.toThrow(Conflict)
})
