import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { expect, test } from 'vitest'
import { deskOf } from '~/domain/applications/desk.server'
import { accreditedVenues } from '~/domain/certificates/directory.server'
import { studioOf } from '~/domain/feedback/studio.server'
import type { ApplicationId, PersonId } from '~/domain/ids'
import { layDownProgram } from '~/domain/standards/lay-down-program.server'
import { migrate } from '~db/migrate.server'
import { openDatabase } from '~db/open.server'
import { contextFor, testNow } from '~tests/support/factories'
import { fillDesk } from './data-desk'
import { fill } from './data-fill'
import { atLeast, atMost, compared, interleaved, median, quantile } from './measure'

test('the middle, and what 99 of 100 stay below', () => {
  expect([median([3, 1, 2]), median([4, 1, 2, 3]), median([7])]).toEqual([2, 2.5, 7])
  const hundred = Array.from({ length: 100 }, (_, i) => 100 - i)
  expect([quantile(hundred, 0.99), quantile(hundred, 0.5), quantile([5], 0.99)]).toEqual([
    99, 50, 5,
  ])
  expect(() => median([])).toThrow('no median')
})

test('two sides take turns, and the first round is left out', async () => {
  const turns: string[] = []
  const side = (name: string) => async () => {
    turns.push(name)
    return turns.length
  }
  const rounds = await interleaved(2, side('a'), side('b'))
  expect(turns.join(' ')).toBe('a b b a a b')
  expect(rounds).toEqual([
    { a: 4, b: 3 },
    { a: 5, b: 6 },
  ])
})

test('a goal is held against the median of the rounds’ own ratios', () => {
  const found = compared([
    { a: 10, b: 100 },
    { a: 60, b: 100 },
    { a: 30, b: 50 },
  ])
  expect([found.ratio, found.least, found.most]).toEqual([0.6, 0.1, 0.6])
  const stated = { row: 'r', what: 'w', unit: 'a second', floor: 'the floor' }
  expect(atLeast({ ...stated, goal: 0.6 }, found).reached).toBe(true)
  expect(atLeast({ ...stated, goal: 0.61 }, found).reached).toBe(false)
  expect(atMost({ ...stated, goal: 0.5 }, found).reached).toBe(false)
})

test('the data is what it says it is, and the product opens it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lamplight-bench-test-'))
  const file = join(folder, 'lamplight.sqlite')
  migrate(file)
  const before = openDatabase(file, { synchronous: 'OFF' })
  await layDownProgram(before, testNow, 'America/New_York')
  await before.close()
  const connection = new Sqlite(file)
  fill(connection, 200, testNow)
  const count = (table: string, where = 'true') =>
    connection.prepare(`SELECT count(*) FROM ${table} WHERE ${where}`).pluck().get()
  expect({
    venues: count('venues'),
    records: count('training_records'),
    open: count('applications', "state = 'drafting'"),
    standings: count('venue_standings'),
    waiting: count('venue_changes'),
  }).toEqual({ venues: 200, records: 4_000, open: 40, standings: 200, waiting: 0 })
  connection.close()

  const db = openDatabase(file, { synchronous: 'OFF' })
  const { venues, total } = await accreditedVenues(db, testNow, {})
  expect([venues.length, total]).toEqual([50, { is: 'about', count: 200 }])
  expect(new Set(venues.map(({ standing }) => standing.status))).toEqual(new Set(['valid']))
  const found = await accreditedVenues(db, testNow, { words: 'lantern' })
  expect(found.venues.length).toBeGreaterThan(10)
  await db.close()

  const again = new Sqlite(file)
  fillDesk(again, testNow)
  expect(again.pragma('foreign_key_check')).toEqual([])
  again.close()
  const onDesk = openDatabase(file, { synchronous: 'OFF' })
  const liaison = await contextFor(onDesk, 'per_liaison000000000' as PersonId)
  const { counts, news } = await deskOf(liaison, { view: 'waiting' })
  expect(counts).toEqual({ waiting: 100, ready: 20, with_venue: 40, resting: 40 })
  expect(news.count).toBeGreaterThan(20)
  const studio = await studioOf(liaison, 'app_0000000000000001' as ApplicationId)
  expect(studio.draft?.items).toHaveLength(11)
  await onDesk.close()
  rmSync(folder, { recursive: true, force: true })
})
