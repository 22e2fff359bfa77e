import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate as plainMigrate } from 'drizzle-orm/better-sqlite3/migrator'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { MigrationFailed, migrate, pendingMigrations } from '~db/migrate.server'
import { openDatabase } from '~db/open.server'
import { isBusy } from '~db/violations.server'
import { aFolder, withConnection } from './small'

const first = `
  CREATE TABLE lamps (id TEXT PRIMARY KEY NOT NULL, color TEXT);
--> statement-breakpoint
  CREATE TABLE shades (id TEXT PRIMARY KEY NOT NULL,
    lamp_id TEXT NOT NULL REFERENCES lamps(id) ON DELETE CASCADE);
--> statement-breakpoint
  CREATE TABLE venues (id TEXT PRIMARY KEY NOT NULL, name TEXT NOT NULL, address TEXT NOT NULL);`

/** As drizzle-kit writes the rebuild of a table whose column becomes NOT NULL. */
const rebuild = (table: string, columns: string, names: string, where = '') => `
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE __new_${table} (${columns});--> statement-breakpoint
INSERT INTO __new_${table}(${names}) SELECT ${names} FROM ${table} ${where};--> statement-breakpoint
DROP TABLE ${table};--> statement-breakpoint
ALTER TABLE __new_${table} RENAME TO ${table};--> statement-breakpoint
PRAGMA foreign_keys=ON;`

const neverEnds = `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)
  UPDATE lamps SET color = (SELECT count(*) FROM n);`

const lampColumns = 'id TEXT PRIMARY KEY NOT NULL, color TEXT NOT NULL'
const rebuildLamps = rebuild('lamps', lampColumns, 'id, color')

describe('rebuilding a parent table', () => {
  test("loses its children with drizzle's own migrator", () => {
    const { file, folder } = aLitHouse(rebuildLamps)
    withConnection(file, (connection) => {
      connection.pragma('foreign_keys = ON')
      plainMigrate(drizzle({ client: connection }), { migrationsFolder: folder })
    })
    expect(counts(file)).toEqual({ lamps: 2, shades: 0 })
  })

  test('keeps every child with ours', () => {
    const { file, folder } = aLitHouse(rebuildLamps)
    expect(migrate(file, { folder }).applied).toBe(1)
    expect(counts(file)).toEqual({ lamps: 2, shades: 3 })
    withConnection(file, (connection) => {
      connection.pragma('foreign_keys = ON')
      expect(() => connection.exec("INSERT INTO shades VALUES ('s9', 'nowhere')")).toThrow(
        'FOREIGN',
      )
    })
  })
})

describe('a migration', () => {
  test('makes a new database without a copy, and does nothing the second time', () => {
    const folder = migrationsOf(first)
    const file = join(aFolder(), 'new.sqlite')
    expect(migrate(file, { folder })).toEqual({ applied: 1, backup: null })
    expect(migrate(file, { folder })).toEqual({ applied: 0, backup: null })
    expect(filesBeside(file)).toEqual(['new.sqlite'])
  })

  test('leaves a journal that the plain migrator reads as its own', () => {
    const { file, folder } = aLitHouse(rebuildLamps)
    migrate(file, { folder })
    withConnection(file, (connection) =>
      plainMigrate(drizzle({ client: connection }), { migrationsFolder: folder }),
    )
    expect(counts(file)).toEqual({ lamps: 2, shades: 3 })
  })

  test('keeps a copy of what was before, readable by its owner alone', () => {
    const { file, folder } = aLitHouse('ALTER TABLE lamps ADD COLUMN watts INTEGER;')
    const { backup } = migrate(file, { folder })
    if (!backup) throw new Error('no copy was kept')
    expect(counts(backup)).toEqual({ lamps: 2, shades: 3 })
    expect(columnsOf(backup)).toEqual(['id', 'color'])
    expect(columnsOf(file)).toEqual(['id', 'color', 'watts'])
    expect(statSync(backup).mode & 0o777).toBe(0o600)
  })

  test('keeps the last three copies, and no half of one', () => {
    const { file } = aLitHouse()
    writeFileSync(`${file}.before-2020-01-01T00-00-00.000Z.part`, 'half')
    const additions = [1, 2, 3, 4, 5].map((n) => `ALTER TABLE lamps ADD COLUMN c${n} INTEGER;`)
    const kept = additions.map((_, index) => {
      const folder = migrationsOf(first, ...additions.slice(0, index + 1))
      return migrate(file, { folder }).backup
    })
    expect(filesBeside(file).map((name) => join(file, '..', name))).toEqual([
      file,
      ...kept.slice(-3),
    ])
  })

  test.each([
    ['its SQL is wrong', 'CREATE TABLE oops (;', 'syntax error'],
    [
      'a table would lose rows',
      rebuild('lamps', lampColumns, 'id, color', "WHERE id = 'a'"),
      'lamps would have lost 1 of its 2 rows.',
    ],
    [
      'a reference would point nowhere',
      "UPDATE lamps SET id = 'z' WHERE id = 'a';",
      'shades would point at rows of lamps that do not exist.',
    ],
  ])('leaves the file as it was when %s', (_, sql, reason) => {
    const { file, folder } = aLitHouse('ALTER TABLE lamps ADD COLUMN watts INTEGER;', sql)
    const before = contentOf(file)
    expect(() => migrate(file, { folder })).toThrow(MigrationFailed)
    expect(() => migrate(file, { folder })).toThrow(
      'The database could not be brought up to date and was left as it was: ',
    )
    expect(() => migrate(file, { folder })).toThrow(reason)
    expect(contentOf(file)).toEqual(before)
    expect(filesBeside(file)).toEqual(['house.sqlite'])
  })

  test('leaves the file as it was when the process is killed in the middle', async () => {
    const { file, folder } = aLitHouse(rebuildLamps)
    const before = contentOf(file)
    const endless = migrationsOf(first, `${rebuildLamps}--> statement-breakpoint\n${neverEnds}`)
    await killWhileItMigrates(file, endless)
    expect(contentOf(file)).toEqual(before)
    expect(migrate(file, { folder }).applied).toBe(1)
    expect(counts(file)).toEqual({ lamps: 2, shades: 3 })
  }, 30_000)

  test('may lose the rows that it says it loses', () => {
    const { file, folder } = aLitHouse("-- loses rows: shades\nDELETE FROM shades WHERE id = 's1';")
    expect(migrate(file, { folder }).applied).toBe(1)
    expect(counts(file)).toEqual({ lamps: 2, shades: 2 })
  })

  test('may drop a table altogether', () => {
    const { file, folder } = aLitHouse('DROP TABLE shades;')
    expect(migrate(file, { folder }).applied).toBe(1)
    expect(counts(file)).toEqual({ lamps: 2 })
  })

  test('goes ahead although the disk already holds a broken reference', () => {
    const { file, folder } = aLitHouse('ALTER TABLE lamps ADD COLUMN watts INTEGER;')
    withConnection(file, (connection) => {
      connection.pragma('foreign_keys = OFF')
      connection.exec("INSERT INTO shades VALUES ('s9', 'nowhere')")
    })
    expect(migrate(file, { folder }).applied).toBe(1)
  })

  test('refuses a database of a newer version', () => {
    const { file, folder } = aLitHouse('DROP TABLE shades;')
    migrate(file, { folder })
    expect(() => migrate(file, { folder: migrationsOf(first) })).toThrow(
      'This database was made by a newer version of Lamplight.',
    )
  })
})

test('an open database tells how many migrations it has not seen', async () => {
  const { file, folder } = aLitHouse('ALTER TABLE lamps ADD COLUMN watts INTEGER;')
  const db = openDatabase(file, { synchronous: 'OFF' })
  onTestFinished(() => db.close())
  expect(await pendingMigrations(db, { folder: migrationsOf(first) })).toBe(0)
  expect(await pendingMigrations(db, { folder })).toBe(1)
  migrate(file, { folder })
  expect(await pendingMigrations(db, { folder })).toBe(0)

  const empty = openDatabase(join(aFolder(), 'empty.sqlite'))
  onTestFinished(() => empty.close())
  expect(await pendingMigrations(empty, { folder })).toBe(2)
})

describe('the word index', () => {
  test('finds the same venues after their table is rebuilt, and follows changes after it', () => {
    const columns = 'id TEXT PRIMARY KEY NOT NULL, address TEXT NOT NULL, name TEXT NOT NULL'
    const { file, folder } = aLitHouse(rebuild('venues', columns, 'id, address, name'))
    addVenuesWithGaps(file)
    expect(search(file, 'lantern')).toEqual(['v2', 'v4'])
    migrate(file, { folder })
    expect(search(file, 'lantern')).toEqual(['v2', 'v4'])

    withConnection(file, (connection) => {
      connection.exec("UPDATE venues SET name = 'Door' WHERE id = 'v2'")
      connection.exec("DELETE FROM venues WHERE id = 'v4'")
      connection.exec("INSERT INTO venues (id, name, address) VALUES ('v9', 'Lantern', 'x')")
    })
    expect(search(file, 'lantern')).toEqual(['v9'])
  })

  test('finds the same venues in the copy that is kept', () => {
    const { file, folder } = aLitHouse('DROP TABLE shades;')
    addVenuesWithGaps(file)
    const { backup } = migrate(file, { folder })
    expect(search(backup ?? '', 'lantern')).toEqual(['v2', 'v4'])
  })
})

test("the program's own migrations are found from the working directory and are complete", () => {
  const file = join(aFolder(), 'lamplight.sqlite')
  expect(migrate(file).applied).toBeGreaterThan(0)
  expect(search(file, 'lantern')).toEqual([])
})

/** A database with two lamps and three shades, and a folder with the further migrations given. */
function aLitHouse(...further: string[]) {
  const file = join(aFolder(), 'house.sqlite')
  migrate(file, { folder: migrationsOf(first) })
  withConnection(file, (connection) =>
    connection.exec(`
      INSERT INTO lamps VALUES ('a', 'amber'), ('b', 'blue');
      INSERT INTO shades VALUES ('s1', 'a'), ('s2', 'a'), ('s3', 'b');
    `),
  )
  return { file, folder: migrationsOf(first, ...further) }
}

function migrationsOf(...migrations: string[]): string {
  const folder = aFolder()
  mkdirSync(join(folder, 'meta'))
  const entries = migrations.map((sql, idx) => {
    writeFileSync(join(folder, `000${idx}_step.sql`), sql)
    return {
      idx,
      version: '6',
      when: 1_700_000_000_000 + idx,
      tag: `000${idx}_step`,
      breakpoints: true,
    }
  })
  const journal = { version: '7', dialect: 'sqlite', entries }
  writeFileSync(join(folder, 'meta', '_journal.json'), JSON.stringify(journal))
  return folder
}

/** Starts the migration in a process of its own and kills that once it holds the lock. */
async function killWhileItMigrates(file: string, folder: string): Promise<void> {
  const call = `import { migrate } from './db/migrate.server.ts'
    migrate(process.argv[1], { folder: process.argv[2] })`
  const options = ['--import', 'tsx', '--input-type=module', '-e', call, file, folder]
  const child = spawn(process.execPath, options, { stdio: ['ignore', 'ignore', 'inherit'] })
  const exit = once(child, 'exit')
  await vi.waitFor(() => expect(isLocked(file)).toBe(true), { timeout: 20_000, interval: 20 })
  child.kill('SIGKILL')
  expect(await exit).toEqual([null, 'SIGKILL'])
}

function isLocked(file: string): boolean {
  const connection = new Sqlite(file, { timeout: 0 })
  try {
    connection.exec('BEGIN IMMEDIATE; ROLLBACK')
    return false
  } catch (error) {
    if (isBusy(error)) return true
    throw error
  } finally {
    connection.close()
  }
}

/** Rows with holes between their numbers, which a copy or a rebuild could close. */
function addVenuesWithGaps(file: string): void {
  withConnection(file, (connection) => {
    const insert = connection.prepare('INSERT INTO venues (id, name, address) VALUES (?, ?, ?)')
    for (const n of [1, 2, 3, 4]) insert.run(`v${n}`, n % 2 ? 'Moon' : 'Lantern', `${n} U St`)
    connection.exec("DELETE FROM venues WHERE name = 'Moon'")
  })
}

function search(file: string, word: string): unknown[] {
  return withConnection(file, (connection) =>
    connection
      .prepare(
        'SELECT id FROM venues WHERE rowid IN (SELECT rowid FROM venue_search WHERE venue_search MATCH ?) ORDER BY id',
      )
      .pluck()
      .all(word),
  )
}

function counts(file: string): Record<string, unknown> {
  return withConnection(file, (connection) => {
    const tables = connection
      .prepare("SELECT name FROM sqlite_schema WHERE name IN ('lamps', 'shades') ORDER BY name")
      .pluck()
      .all() as string[]
    return Object.fromEntries(
      tables.map((table) => [
        table,
        connection.prepare(`SELECT count(*) FROM ${table}`).pluck().get(),
      ]),
    )
  })
}

function columnsOf(file: string): unknown[] {
  return withConnection(file, (connection) =>
    connection.prepare("SELECT name FROM pragma_table_info('lamps')").pluck().all(),
  )
}

/** Every table's definition and every row of the two, to compare a file with itself. */
function contentOf(file: string) {
  return withConnection(file, (connection) => ({
    schema: connection.prepare('SELECT type, name, sql FROM sqlite_schema ORDER BY name').all(),
    lamps: connection.prepare('SELECT * FROM lamps ORDER BY id').all(),
    shades: connection.prepare('SELECT * FROM shades ORDER BY id').all(),
  }))
}

function filesBeside(file: string): string[] {
  return readdirSync(join(file, '..'))
    .filter((name) => !/-(wal|shm)$/.test(name))
    .sort()
}
