import type { Database as Connection } from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { eraseEventDetails } from '~/domain/record/erase-details.server'
import { verifyRecord, verifySince } from '~/domain/record/verify-record.server'
import type { Database } from '~db/open.server'
import { startOfRecord } from '~db/record-chain'
import { aRecordFile, breakOpen, recordNow, someEvents } from '~tests/support/record'

const day = 86_400_000
const years = 400 * day

describe('a record as it was written', () => {
  test('is unbroken, empty or not', async () => {
    const { db } = aRecordFile()
    expect(await verifyRecord(db)).toEqual({
      ...{ length: 0, hash: startOfRecord, findings: [], checked: 0, erased: 0 },
    })
    await someEvents(db, 603)
    const verdict = await verifyRecord(db)
    expect(verdict).toMatchObject({ length: 603, checked: 603, findings: [] })
    expect(await verifySince(db, { length: 0, hash: startOfRecord })).toMatchObject({
      ...{ length: 603, hash: verdict.hash, findings: [] },
    })
  })

  test('is unbroken when old details were erased, and says how many', async () => {
    const { db, raw } = await anErasedRecord()
    const erased = raw.prepare('SELECT count(*) FROM event_details WHERE details IS NULL').pluck()
    const verdict = await verifyRecord(db)
    expect(verdict).toMatchObject({ length: 45, findings: [], erased: erased.get() })
    expect(verdict.erased).toBeGreaterThan(3)
  })

  test('erases nothing that is younger than a year', async () => {
    const { db } = aRecordFile()
    await someEvents(db, 3)
    const lately = new Date(recordNow.getTime() - 300 * day)
    await expect(
      db.transaction((tx) =>
        eraseEventDetails(tx, { from: new Date(0), until: lately }, 'record-details', recordNow),
      ),
    ).rejects.toThrow('a year at least')
  })

  test('holds a point that was noted before it grew, and no other', async () => {
    const { db } = aRecordFile()
    await someEvents(db, 5)
    const { length, hash } = await verifyRecord(db)
    await someEvents(db, 4)
    expect((await verifyRecord(db, { length, hash })).findings).toEqual([])
    const wrong = { length: 4, hash }
    expect((await verifyRecord(db, wrong)).findings).toEqual([
      { what: 'point_missing', sequence: 4, id: 'events' },
    ])
    expect((await verifySince(db, { length, hash })).checked).toBe(5)
    expect((await verifySince(db, wrong)).findings).toContainEqual({
      ...{ what: 'point_missing', sequence: 4, id: 'events' },
    })
  })

  test('that was written anew from the start lacks the point that was noted', async () => {
    const first = aRecordFile()
    await someEvents(first.db, 5)
    const { length, hash } = await verifyRecord(first.db)
    const second = aRecordFile()
    await someEvents(second.db, 9)
    expect((await verifyRecord(second.db)).findings).toEqual([])
    expect((await verifyRecord(second.db, { length, hash })).findings).toHaveLength(1)
  })
})

describe('one alteration', () => {
  test('of any column of any row is found and named', async () => {
    const { db, raw } = await anErasedRecord()
    breakOpen(raw)
    let tried = 0
    const missed: string[] = []
    for (const table of ['events', 'event_details', 'record_head'] as const) {
      const rows = raw.prepare(`SELECT rowid AS row, * FROM ${table}`).all() as Row[]
      for (const row of rows) {
        for (const column of Object.keys(row).filter((name) => name !== 'row')) {
          for (const value of otherValues(row[column], rows, column)) {
            const put = raw.prepare(`UPDATE ${table} SET "${column}" = ? WHERE rowid = ?`)
            if (!writes(raw, table, row, column, () => put.run(value, row.row))) continue
            tried += 1
            if (!(await names(db, raw, table, row))) missed.push(`${table}.${column}: ${value}`)
            put.run(row[column], column === 'id' && table === 'record_head' ? value : row.row)
          }
        }
      }
    }
    expect(missed).toEqual([])
    expect(tried).toBeGreaterThan(1_000)
    expect((await verifyRecord(db)).findings).toEqual([])
  }, 120_000)

  test('is one finding, at its place', async () => {
    const { db, raw } = await anErasedRecord()
    breakOpen(raw)
    const id = idAt(raw, 24)
    raw.prepare("UPDATE events SET facts = '{}' WHERE sequence = 24").run()
    expect((await verifyRecord(db)).findings).toEqual([{ what: 'altered', sequence: 24, id }])
  })

  test('of a hash is told from one of the rest', async () => {
    const { db, raw } = await anErasedRecord()
    breakOpen(raw)
    const last = idAt(raw, 45)
    raw.prepare("UPDATE events SET hash = 'x' WHERE sequence IN (7, 45)").run()
    expect((await verifyRecord(db)).findings).toEqual([
      { what: 'hash_altered', sequence: 7, id: idAt(raw, 7) },
      { what: 'hash_altered', sequence: 45, id: last },
    ])
  })
})

describe('one row less or more', () => {
  test('is found for each that is removed', async () => {
    const { db, raw } = await anErasedRecord()
    breakOpen(raw)
    for (const table of ['events', 'event_details', 'record_head'] as const) {
      const rows = raw.prepare(`SELECT rowid AS row, * FROM ${table}`).all() as Row[]
      expect(rows.length).toBeGreaterThan(0)
      for (const row of rows) {
        raw.prepare(`DELETE FROM ${table} WHERE rowid = ?`).run(row.row)
        expect(await names(db, raw, table, row)).toBe(true)
        putBack(raw, table, row)
      }
    }
    expect((await verifyRecord(db)).findings).toEqual([])
  }, 60_000)

  test.each([
    ['at the end', 46, 'head_altered'],
    ['before the start', 0, 'inserted'],
    ['between two others', 20.5, 'inserted'],
    ['with words for its place', 'last', 'inserted'],
    ['outside the chain', null, 'outside'],
  ])('is found %s', async (_, sequence, what) => {
    const { db, raw } = await anErasedRecord()
    breakOpen(raw)
    raw
      .prepare(
        "INSERT INTO events (id, kind, at, facts, sequence, hash) VALUES ('evt_x', 'venue.left', 1, '{}', ?, 'x')",
      )
      .run(sequence)
    const { findings } = await verifyRecord(db)
    expect(findings.some((each) => each.what === what || each.id === 'evt_x')).toBe(true)
  })

  test('is found among details and heads too', async () => {
    const { db, raw } = await anErasedRecord()
    breakOpen(raw)
    const without = raw.prepare('SELECT id FROM events WHERE details_digest IS NULL').pluck().get()
    const add = raw.prepare('INSERT INTO event_details (event_id, salt, details) VALUES (?, ?, ?)')
    add.run(without, 's', '{}')
    add.run('evt_x', 's', '{}')
    raw.prepare("INSERT INTO record_head VALUES (2, 45, 'x')").run()
    expect((await verifyRecord(db)).findings.map(({ what }) => what).sort()).toEqual([
      ...['details_inserted', 'details_orphaned', 'head_inserted'],
    ])
  })

  test('is found when details were erased by nobody', async () => {
    const { db, raw } = await anErasedRecord()
    breakOpen(raw)
    raw
      .prepare(
        "UPDATE event_details SET salt = NULL, details = NULL, erased_at = 7, erased_under = 'rule' WHERE event_id = ?",
      )
      .run(idAt(raw, 43))
    expect((await verifyRecord(db)).findings).toEqual([
      { what: 'erased_unrecorded', sequence: 43, id: idAt(raw, 43) },
    ])
  })
})

test('reads 3,000 events in a second or two', async () => {
  const { db } = aRecordFile()
  await someEvents(db, 3_000)
  const begun = performance.now()
  expect((await verifyRecord(db)).findings).toEqual([])
  expect(performance.now() - begun).toBeLessThan(5_000)
}, 120_000)

type Row = Record<string, unknown> & { row: number }

/** Twenty old events, some with erased details, one that says so, and twenty-four new ones. */
async function anErasedRecord() {
  const { db, raw } = aRecordFile()
  await someEvents(db, 20, new Date(recordNow.getTime() - years))
  const before = new Date(recordNow.getTime() - years - 10 * day)
  await db.transaction((tx) =>
    eraseEventDetails(tx, { from: new Date(0), until: before }, 'record-details', recordNow),
  )
  await someEvents(db, 24)
  return { db, raw }
}

function idAt(raw: Connection, sequence: number): string {
  return String(raw.prepare('SELECT id FROM events WHERE sequence = ?').pluck().get(sequence))
}

/** Whether the record is found broken, with a finding that leads to the row. */
async function names(db: Database, raw: Connection, table: string, row: Row): Promise<boolean> {
  const { findings } = await verifyRecord(db)
  if (table === 'record_head') return findings.length > 0
  const id = table === 'events' ? row.id : row.event_id
  const sequence = row.sequence ?? sequenceOf(raw, String(id))
  return findings.some((each) => each.id === id || each.sequence === sequence)
}

function sequenceOf(raw: Connection, id: string): unknown {
  return raw.prepare('SELECT sequence FROM events WHERE id = ?').pluck().get(id)
}

/** Nothing, another value, the same in another type, and what stands in another row. */
function otherValues(value: unknown, rows: Row[], column: string): unknown[] {
  const changed = typeof value === 'number' ? [value + 1] : ['x']
  const sameInBytes = typeof value === 'string' ? [Buffer.from(value)] : []
  const other = rows.map((row) => row[column]).find((each) => each !== value)
  return [null, ...changed, ...sameInBytes, other].filter(
    (each) => each !== undefined && each !== value,
  )
}

/** Whether the database took the other value and has it now. */
function writes(raw: Connection, table: string, row: Row, column: string, put: () => unknown) {
  try {
    put()
  } catch {
    return false
  }
  const now = raw.prepare(`SELECT "${column}" FROM ${table} WHERE rowid = ?`).pluck().get(row.row)
  return now !== row[column]
}

function putBack(raw: Connection, table: string, { row, ...values }: Row): void {
  const columns = ['rowid', ...Object.keys(values)].map((name) => `"${name}"`)
  const places = columns.map(() => '?')
  raw
    .prepare(`INSERT INTO ${table} (${columns}) VALUES (${places})`)
    .run(row, ...Object.values(values))
}
