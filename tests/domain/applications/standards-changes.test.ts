import { expect, test } from 'vitest'
import { addEvidence } from '~/domain/applications/add-evidence.server'
import { answerStandard } from '~/domain/applications/answer-standard.server'
import { moveToNewStandards } from '~/domain/applications/move-to-new-standards.server'
import { receiptOf } from '~/domain/applications/rounds-receipt.server'
import { standardsChangesOf } from '~/domain/applications/standards-changes.server'
import { startApplication } from '~/domain/applications/start-application.server'
import { workspaceOf } from '~/domain/applications/workspace.server'
import { standardPageOf } from '~/domain/applications/workspace-standard-page.server'
import { taskListOf } from '~/domain/applications/workspace-tasks.server'
import { certificateOfVenue } from '~/domain/certificates/queries.server'
import { Conflict } from '~/domain/errors'
import type { EvidenceAsk } from '~/domain/standards/standard-set'
import { standardPage } from '~/domain/training/standard-page.server'
import { teamPage } from '~/domain/training/team-page.server'
import { wallSheet } from '~/domain/training/wall-sheet.server'
import { answers, applications, evidence, rounds } from '~db/schema'
import { anAccreditedVenue } from '~tests/support/certificates'
import { aDatabase } from '~tests/support/database'
import { aProgram } from '~tests/support/factories'
import { aSharedRound, aTeamThatWrites } from '~tests/support/rounds'
import { newStandards } from '~tests/support/standards'

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

test('an accredited venue reads the changes and moves by beginning its renewal; its certificate stays', async () => {
  const db = aDatabase()
  await aProgram(db)
  const { owner, venueId, applicationId } = await anAccreditedVenue(db)
  const before = await certificateOfVenue(owner, venueId)
  const newest = await newStandards(db)
  expect(await standardsChangesOf(owner, venueId)).toMatchObject({
    ...{ mayMove: false, mayRenew: true, changes: { added: [{ title: 'A quiet street' }] } },
    when: expect.stringContaining('by beginning your renewal'),
  })
  await expect(moveToNewStandards(owner, venueId)).rejects.toThrow(Conflict)
  expect(await certificateOfVenue(owner, venueId)).toEqual(before)

  await startApplication(owner, venueId)
  const { application, newStandards: newer } = await workspaceOf(owner, venueId)
  expect([application?.standardSetId, newer]).toEqual([newest, false])
  expect(await certificateOfVenue(owner, venueId)).toEqual(before)
  const own = (await db.select().from(applications)).find(({ id }) => id === applicationId)
  expect(own?.standardSetId).toBe(before?.standardSetId)
})

test('the pages of the team ask what the task list asks, whatever is in force by now', async () => {
  const db = aDatabase()
  const { owner, venueId } = await aTeamThatWrites(db)
  const both = async () => {
    const { areas } = await taskListOf(owner, venueId)
    const { coverage } = await teamPage(owner, venueId, {})
    const { columns } = await wallSheet(owner, venueId)
    const tasks = areas.flatMap(({ tasks }) => tasks.map(({ code }) => code))
    const own = await standardPageOf(owner, venueId, 'SRV-2')
    const asked = coverage.find(({ id }) => id === 'SRV-2')
    const page = await standardPage(owner, venueId, 'SRV-2')
    const task = own.asks.find(({ kind }) => kind === 'training')?.coverage
    expect(asked?.detail).toContain(task)
    expect(tasks).toEqual(expect.arrayContaining(coverage.map(({ id }) => id)))
    return [columns.map(({ standard }) => standard), page.asks && page.how[1], task]
  }
  const before = await both()
  await newStandards(db, (standard) =>
    standard.code === 'SRV-2'
      ? { ...standard, evidence: standard.evidence.map((ask) => ofAll(ask)) }
      : standard,
  )
  expect(await both()).toEqual(before)
  await moveToNewStandards(owner, venueId)
  expect(before.join()).toContain('asks for 1')
  expect((await both()).join()).toContain('asks for 2')
})

function ofAll(ask: EvidenceAsk): EvidenceAsk {
  return ask.training ? { ...ask, training: { ...ask.training, percent: 100 } } : ask
}
