import { expect, test } from 'vitest'
import { addEvidence } from '~/domain/applications/add-evidence.server'
import { answerStandard } from '~/domain/applications/answer-standard.server'
import { moveToNewStandards } from '~/domain/applications/move-to-new-standards.server'
import { receiptOf } from '~/domain/applications/rounds-receipt.server'
import { standardsChangesOf } from '~/domain/applications/standards-changes.server'
import { startApplication } from '~/domain/applications/start-application.server'
import { workspaceOf } from '~/domain/applications/workspace.server'
import { taskListOf } from '~/domain/applications/workspace-tasks.server'
import { Conflict } from '~/domain/errors'
import { newId } from '~/domain/ids'
import { currentStandardSet } from '~/domain/standards/program.server'
import type { Database } from '~db/open.server'
import { answers, applications, evidence, program, rounds, standardSets } from '~db/schema'
import { aDatabase } from '~tests/support/database'
import { testNow } from '~tests/support/factories'
import { aSharedRound, aTeamThatWrites } from '~tests/support/rounds'

/** A second set: HOME-1 reads differently, MGT-2 is gone, and one is new. */
async function newStandards(db: Database) {
  const set = await currentStandardSet(db)
  const [model] = set.standards
  if (!model) throw new Error('The pack has no standard.')
  const standards = set.standards
    .filter(({ code }) => code !== 'MGT-2')
    .map((each) =>
      each.code === 'HOME-1'
        ? { ...each, title: 'A calm way home', asked: `${each.asked} Also in winter.` }
        : each,
    )
  const content = {
    ...set,
    standards: [...standards, { ...model, code: 'HOME-9', title: 'A quiet street' }],
  }
  const id = newId('set')
  await db.transaction(async (tx) => {
    await tx
      .insert(standardSets)
      .values({ id, version: 2, content, digest: 'two', publishedAt: testNow })
    await tx.update(program).set({ standardSetId: id })
  })
  return id
}

const titlesOf = (standards: readonly { title: string }[]) => standards.map(({ title }) => title)

test('a venue reads what changed side by side, and moves when it chooses to, losing nothing', async () => {
  const db = aDatabase()
  const { owner, venueId } = await aTeamThatWrites(db)
  const contact = { name: 'Night manager', reach: '(202) 555-0119' }
  const given = { kind: 'contact', facts: contact, happenedOn: null, words: '' } as const
  await addEvidence(owner, venueId, 'MGT-2', given)
  await answerStandard(owner, venueId, 'HOME-1', {
    ...{ stance: 'another_way', words: 'We walk guests to the square.', hearOn: null },
  })
  expect((await standardsChangesOf(owner, venueId)).changes).toBeNull()
  await expect(moveToNewStandards(owner, venueId)).rejects.toThrow(Conflict)

  const newest = await newStandards(db)
  expect((await taskListOf(owner, venueId)).newStandards).toBe(true)
  const { changes, mayMove, kept } = await standardsChangesOf(owner, venueId)
  expect(mayMove).toBe(true)
  expect(titlesOf(changes?.changed ?? [])).toEqual(['A calm way home'])
  expect(titlesOf(changes?.added ?? [])).toEqual(['A quiet street'])
  expect(titlesOf(changes?.gone ?? [])).toEqual(['A named contact and a yearly talk'])
  const fields = changes?.changed[0]?.fields ?? []
  expect(fields.map(({ field }) => field)).toEqual(['Name', 'What is asked'])
  const marked = (side: { text: string; changed: boolean }[] = []) =>
    side.filter(({ changed }) => changed).map(({ text }) => text)
  expect([marked(fields[0]?.before), marked(fields[0]?.after)]).toEqual([['safe'], ['calm']])
  expect(marked(fields[1]?.after).join('')).toContain('Also in winter.')
  expect(kept).toMatchObject([{ standard: 'MGT-2', words: 'Night manager' }])

  const before = [await db.select().from(answers), await db.select().from(evidence)]
  await moveToNewStandards(owner, venueId)
  expect([await db.select().from(answers), await db.select().from(evidence)]).toEqual(before)
  const { set, standards, newStandards: newer } = await workspaceOf(owner, venueId)
  expect(newer).toBe(false)
  expect(titlesOf(set.standards)).toContain('A quiet street')
  expect(standards.find(({ standard }) => standard.code === 'HOME-1')?.answer?.words).toBe(
    'We walk guests to the square.',
  )
  expect((await standardsChangesOf(owner, venueId)).kept).toMatchObject([{ standard: 'MGT-2' }])
  expect(await db.select().from(applications)).toMatchObject([{ standardSetId: newest }])
})

test('what was shared keeps the standards of its day, and waits for the venue’s turn', async () => {
  const db = aDatabase()
  const { owner, venueId, roundId } = await aSharedRound(db)
  const before = (await receiptOf(owner, venueId, roundId)).standards
  expect(titlesOf(before)).toContain('A safe way home')
  await newStandards(db)
  await expect(moveToNewStandards(owner, venueId)).rejects.toThrow(Conflict)

  // Also a round of the time before each kept its own set.
  await db.transaction(async (tx) => {
    await tx.update(applications).set({ state: 'in_conversation' })
    await tx.update(rounds).set({ standardSetId: null })
  })
  await moveToNewStandards(owner, venueId)
  expect((await receiptOf(owner, venueId, roundId)).standards).toEqual(before)
})

test('a renewal begins with the standards in force', async () => {
  const db = aDatabase()
  const { owner, venueId } = await aTeamThatWrites(db)
  await db.transaction((tx) => tx.update(applications).set({ state: 'accredited' }))
  const newest = await newStandards(db)
  expect((await standardsChangesOf(owner, venueId)).mayMove).toBe(false)
  await startApplication(owner, venueId)
  const { application } = await workspaceOf(owner, venueId)
  expect(application?.standardSetId).toBe(newest)
})
