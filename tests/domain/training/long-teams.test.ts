import { expect, it } from 'vitest'
import { idsInOrder } from '~/domain/ids'
import { haveLongTeams } from '~/domain/training/long-teams.server'
import { insertRows } from '~db/rows.server'
import { staff, trainingRecords } from '~db/schema'
import { aDatabase } from '~tests/support/database'
import { aProgram, aVenue, testNow } from '~tests/support/factories'

it('a team is long from 5,000 people and trainings on, of the venues asked for alone', async () => {
  const db = aDatabase()
  await aProgram(db)
  const [long, short] = [await aVenue(db), await aVenue(db)]
  const [nextPerson, nextRecord] = [idsInOrder('stf', 2_000), idsInOrder('rec', 3_000)]
  const people = Array.from({ length: 2_000 }, (_, i) => ({
    ...{ id: nextPerson(), venueId: long, name: `Person ${i}`, position: 'server' as const },
    ...{ aliasNumber: i + 1, onLeave: false, createdAt: testNow, updatedAt: testNow },
  }))
  const records = Array.from({ length: 3_000 }, (_, i) => ({
    ...{ id: nextRecord(), staffId: people[i % 2_000]?.id ?? nextPerson(), venueId: long },
    ...{ type: 'fake-id', completedOn: '2026-01-01' as const, certificateNumber: '' },
    ...{ state: 'claimed' as const, createdAt: testNow },
  }))
  await db.transaction(async (tx) => {
    await insertRows(tx, staff, people)
    await insertRows(tx, trainingRecords, records.slice(1))
  })
  expect(await haveLongTeams(db, [long, short])).toBe(false)
  await db.transaction((tx) => insertRows(tx, trainingRecords, records.slice(0, 1)))
  expect(await haveLongTeams(db, [long, short])).toBe(true)
  expect(await haveLongTeams(db, [short])).toBe(false)
  expect(await haveLongTeams(db, [])).toBe(false)
})
