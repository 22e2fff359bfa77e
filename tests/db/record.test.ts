import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { recordEvent } from '~/domain/events.server'
import { migrate } from '~db/migrate.server'
import { openDatabase } from '~db/open.server'
import { hashOfEvent, startOfRecord } from '~db/record-chain'
import { events, recordHead } from '~db/schema'
import type { EventDetails } from '~db/schema/events'
import { aFolder, withConnection } from './small'

const at = new Date('2026-11-22T23:00:00Z')

describe('events from before there was a chain', () => {
  test('are chained once, in the order in which they happened', async () => {
    const file = await anOldDatabase([
      ['evt_c', 30, '{"to":"x"}'],
      ['evt_a', 10, '{}'],
      ['evt_b', 10, '{ "spaced": 1 }'],
    ])
    expect(migrate(file).applied).toBeGreaterThan(0)

    const rows = withConnection(file, (connection) =>
      connection.prepare('SELECT id, facts, sequence, hash FROM events ORDER BY sequence').all(),
    ) as { id: string; facts: string; sequence: number; hash: string }[]
    expect(rows.map(({ id, sequence }) => [id, sequence])).toEqual([
      ['evt_a', 1],
      ['evt_b', 2],
      ['evt_c', 3],
    ])
    let hash = startOfRecord
    for (const { id, facts, sequence, hash: kept } of rows) {
      hash = hashOfEvent(hash, {
        ...{ id, facts, sequence, kind: 'venue.invited', at: id === 'evt_c' ? 30 : 10 },
        ...{ personId: null, venueId: null, applicationId: null, subjectId: null },
        ...{ digest: null, requestId: null, detailsDigest: null },
      })
      expect(kept).toBe(hash)
    }
    const head = withConnection(file, (connection) =>
      connection.prepare('SELECT * FROM record_head').all(),
    )
    expect(head).toEqual([{ id: 1, length: 3, hash }])
  })

  test('are followed by the next one', async () => {
    const file = await anOldDatabase([['evt_a', 10, '{}']])
    migrate(file)
    const db = openDatabase(file, { synchronous: 'OFF' })
    await db.transaction((tx) =>
      recordEvent(tx, { kind: 'venue.invited', actor: null, at, origin: null }),
    )
    expect((await db.select().from(events)).map(({ sequence }) => sequence)).toEqual([1, 2])
    expect(await db.select().from(recordHead)).toMatchObject([{ length: 2 }])
    await db.close()
  })

  test('leave nothing behind where nothing had happened', async () => {
    const file = await anOldDatabase([])
    migrate(file)
    expect(
      withConnection(file, (connection) => connection.prepare('SELECT * FROM record_head').all()),
    ).toEqual([])
  })

  test('200,000 of them take seconds, not minutes', async () => {
    const file = await anOldDatabase([])
    withConnection(file, (connection) =>
      connection.exec(`
        WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 200000)
        INSERT INTO events (id, kind, at, facts) SELECT 'evt_' || i, 'venue.invited', i / 7, '{}' FROM n`),
    )
    const begun = performance.now()
    migrate(file)
    expect(performance.now() - begun).toBeLessThan(60_000)
    expect(
      withConnection(file, (connection) =>
        connection.prepare('SELECT length FROM record_head').pluck().get(),
      ),
    ).toBe(200_000)
  }, 90_000)
})

describe('a record that has begun', () => {
  test('is never mended by a migration', async () => {
    const file = await aRecord()
    withConnection(file, (connection) => {
      connection.exec('DROP TRIGGER record_head_removed; DELETE FROM record_head')
    })
    const folder = migrationsUpTo(null, 'CREATE TABLE later (id TEXT)')
    expect(migrate(file, { folder }).applied).toBe(1)
    expect(
      withConnection(file, (connection) => connection.prepare('SELECT * FROM record_head').all()),
    ).toEqual([])
  })

  test('keeps its triggers when a migration has rebuilt its table', async () => {
    const file = await aRecord()
    const folder = migrationsUpTo(
      null,
      `CREATE TABLE __new_events AS SELECT * FROM events;--> statement-breakpoint
DROP TABLE events;--> statement-breakpoint
ALTER TABLE __new_events RENAME TO events;--> statement-breakpoint
CREATE UNIQUE INDEX events_id ON events (id);`,
    )
    migrate(file, { folder })
    withConnection(file, (connection) => {
      expect(() => connection.exec('DELETE FROM events')).toThrow('cannot be removed')
    })
  })

  const inserted = `INSERT INTO events (id, kind, at, facts, sequence, hash) VALUES`
  test.each([
    ["UPDATE events SET kind = 'venue.left'", 'cannot be changed'],
    ['UPDATE events SET sequence = NULL', 'cannot be changed'],
    ['DELETE FROM events', 'cannot be removed'],
    ["DELETE FROM events WHERE kind = 'venue.claimed'", 'cannot be removed'],
    [`${inserted} ('evt_x', 'venue.invited', 1, '{}', NULL, NULL)`, 'written once'],
    [`${inserted} ('evt_x', 'venue.invited', 1, '{}', 9, 'a')`, 'written once'],
    [`${inserted} ('evt_x', 'venue.invited', 1, '{}', 3, NULL)`, 'written once'],
    [
      "INSERT OR REPLACE INTO events SELECT id, 'venue.left', at, person_id, venue_id, application_id, subject_id, digest, facts, request_id, 3, hash, details_digest FROM events WHERE sequence = 1",
      'written once',
    ],
    ["UPDATE event_details SET details = '{}'", 'not be changed'],
    ["UPDATE event_details SET salt = 'x'", 'not be changed'],
    ["UPDATE event_details SET event_id = 'evt_x'", 'not be changed'],
    ['UPDATE event_details SET details = NULL, salt = NULL', 'not be changed'],
    ['DELETE FROM event_details', 'cannot be removed'],
    ['INSERT OR REPLACE INTO event_details SELECT * FROM event_details', 'written once'],
    ['UPDATE record_head SET length = 1', 'only grows'],
    ['UPDATE record_head SET length = length', 'only grows'],
    ['UPDATE record_head SET length = length + 2', 'only grows'],
    ['DELETE FROM record_head', 'only grows'],
    ["INSERT OR REPLACE INTO record_head VALUES (1, 1, 'a')", 'only grows'],
  ])('refuses %s', async (sql, reason) => {
    const file = await aRecord()
    withConnection(file, (connection) => {
      expect(() => connection.exec(sql)).toThrow(reason)
    })
  })

  test('lets details be erased, once', async () => {
    const file = await aRecord()
    const erase =
      "UPDATE event_details SET details = NULL, salt = NULL, erased_at = 5, erased_under = 'rule'"
    withConnection(file, (connection) => {
      connection.exec(erase)
      expect(() => connection.exec(erase)).toThrow('not be changed')
    })
  })
})

/** Two events, each with what it was before. */
async function aRecord(): Promise<string> {
  const file = join(aFolder(), 'record.sqlite')
  migrate(file)
  const db = openDatabase(file, { synchronous: 'OFF' })
  const before: EventDetails['before'] = { role: 'helper' }
  await db.transaction(async (tx) => {
    const happening = { actor: null, at, origin: null, before }
    await recordEvent(tx, { ...happening, kind: 'venue.invited' })
    await recordEvent(tx, { ...happening, kind: 'venue.claimed' })
  })
  await db.close()
  return file
}

/** A database as the version before this one left it, with events that have happened. */
async function anOldDatabase(happened: [id: string, at: number, facts: string][]): Promise<string> {
  const file = join(aFolder(), 'old.sqlite')
  migrate(file, { folder: migrationsUpTo('0002') })
  withConnection(file, (connection) => {
    const add = connection.prepare(
      "INSERT INTO events (id, kind, at, facts) VALUES (?, 'venue.invited', ?, ?)",
    )
    for (const values of happened) add.run(...values)
  })
  return file
}

type Journal = { entries: { idx: number; tag: string; when: number }[] }

/** The real migrations up to one of them, or all, and perhaps one more. */
function migrationsUpTo(last: string | null, more?: string): string {
  const folder = aFolder()
  mkdirSync(join(folder, 'meta'))
  const journal = JSON.parse(readFileSync('db/migrations/meta/_journal.json', 'utf8')) as Journal
  const entries = journal.entries.filter(({ tag }) => last === null || tag.slice(0, 4) <= last)
  for (const { tag } of entries) {
    copyFileSync(join('db/migrations', `${tag}.sql`), join(folder, `${tag}.sql`))
  }
  const newest = entries.at(-1)
  if (more && newest) {
    entries.push({ ...newest, idx: newest.idx + 1, tag: 'one_more', when: newest.when + 1 })
    writeFileSync(join(folder, 'one_more.sql'), more)
  }
  writeFileSync(join(folder, 'meta/_journal.json'), JSON.stringify({ ...journal, entries }))
  return folder
}
