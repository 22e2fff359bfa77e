import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import Sqlite, { type Database as Connection } from 'better-sqlite3'
import { type MigrationMeta, readMigrationFiles } from 'drizzle-orm/migrator'
import { refuseOldEngine } from './open.server'
import { installSearch } from './search.server'

export type Migrated = {
  /** How many migrations ran. */
  applied: number
  /** Where the database as it was before has been kept; null when it was new or up to date. */
  backup: string | null
}

export type MigrateOptions = {
  /** Found from the working directory, for a bundle does not know where it came from. */
  folder?: string
}

/** A change of the schema that did not happen: the file is as it was before. */
export class MigrationFailed extends Error {
  override name = 'MigrationFailed'
}

const defaultFolder = 'db/migrations'
const backupsKept = 3
const journal = '__drizzle_migrations'

/**
 * Brings the database up to date: keeps a copy beside it, switches foreign keys off (a rebuilt
 * parent would take its children along), runs what is pending, and commits only if every reference
 * holds and no table has lost a row. A failure, or the end of the process, leaves the old file.
 *
 * drizzle's own migrator commits before anything can be compared, so only its files are read here.
 */
export function migrate(file: string, { folder = defaultFolder }: MigrateOptions = {}): Migrated {
  const connection = new Sqlite(file, { timeout: 5_000 })
  try {
    refuseOldEngine(String(connection.prepare('SELECT sqlite_version()').pluck().get()))
    connection.pragma('journal_mode = WAL')
    connection.pragma('synchronous = FULL')
    const pending = pendingOn(connection, folder)
    if (pending.length === 0) return { applied: 0, backup: null }

    const backup = tablesOf(connection).length > 0 ? backUp(connection, file) : null
    apply(connection, pending, backup)
    if (backup) forgetOldBackups(file)
    return { applied: pending.length, backup }
  } finally {
    connection.close()
  }
}

/** How many migrations of the folder a database has not seen; for the page that says "ready". */
export function pendingMigrations(file: string, { folder = defaultFolder }: MigrateOptions = {}) {
  if (!existsSync(file)) return readMigrationFiles({ migrationsFolder: resolve(folder) }).length
  const connection = new Sqlite(file, { readonly: true, timeout: 1_000 })
  try {
    return pendingOn(connection, folder).length
  } finally {
    connection.close()
  }
}

function apply(connection: Connection, pending: MigrationMeta[], backup: string | null): void {
  connection.pragma('foreign_keys = OFF')
  connection.exec('BEGIN IMMEDIATE')
  try {
    const before = countRows(connection)
    const broken = connection.pragma('foreign_key_check') as unknown[]
    connection.exec(
      `CREATE TABLE IF NOT EXISTS ${journal} (id SERIAL PRIMARY KEY, hash text NOT NULL, created_at numeric)`,
    )
    const record = connection.prepare(`INSERT INTO ${journal} (hash, created_at) VALUES (?, ?)`)
    for (const { sql, hash, folderMillis } of pending) {
      for (const statement of sql) connection.exec(statement)
      record.run(hash, folderMillis)
    }
    installSearch(connection)
    refuseLostRows(before, countRows(connection))
    refuseBrokenReferences(connection, broken.length)
    connection.exec('COMMIT')
  } catch (error) {
    if (connection.inTransaction) connection.exec('ROLLBACK')
    const reason = error instanceof Error ? error.message : String(error)
    const copy = backup ? ` A copy is at ${backup}.` : ''
    throw new MigrationFailed(
      `The database could not be brought up to date and was left as it was: ${reason}${copy}`,
      { cause: error },
    )
  }
}

function pendingOn(connection: Connection, folder: string): MigrationMeta[] {
  const all = readMigrationFiles({ migrationsFolder: resolve(folder) })
  const last = lastApplied(connection)
  const newest = all.at(-1)?.folderMillis ?? 0
  if (last > newest) {
    throw new MigrationFailed(
      'This database was made by a newer version of Lamplight. Start that version, or restore an older copy.',
    )
  }
  return all.filter(({ folderMillis }) => folderMillis > last)
}

function lastApplied(connection: Connection): number {
  if (!tablesOf(connection, `name = '${journal}'`).length) return 0
  return Number(connection.prepare(`SELECT max(created_at) FROM ${journal}`).pluck().get() ?? 0)
}

/** The tables that hold rows of ours: not SQLite's own, not the word index, not the journal. */
function tablesOf(connection: Connection, condition = ownTables): string[] {
  return connection
    .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND ${condition} ORDER BY name`)
    .pluck()
    .all() as string[]
}

const ownTables = `name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT LIKE 'venue\\_search%' ESCAPE '\\'
  AND name <> '${journal}'`

function countRows(connection: Connection): Map<string, number> {
  const count = (table: string) =>
    Number(connection.prepare(`SELECT count(*) FROM "${table}"`).pluck().get())
  return new Map(tablesOf(connection).map((table) => [table, count(table)]))
}

/** A table that a migration drops altogether is meant to go; rows that vanish from one that stays are not. */
function refuseLostRows(before: Map<string, number>, after: Map<string, number>): void {
  for (const [table, rows] of before) {
    const left = after.get(table)
    if (left !== undefined && left < rows) {
      throw new Error(`${table} would have lost ${rows - left} of its ${rows} rows.`)
    }
  }
}

function refuseBrokenReferences(connection: Connection, before: number): void {
  const broken = connection.pragma('foreign_key_check') as { table: string; parent: string }[]
  const [first] = broken
  if (first && broken.length > before) {
    throw new Error(`${first.table} would point at rows of ${first.parent} that do not exist.`)
  }
}

function backUp(connection: Connection, file: string): string {
  const stamp = new Date().toISOString().replaceAll(':', '-')
  const backup = `${file}.before-${stamp}`
  const unfinished = `${backup}.part`
  connection.prepare('VACUUM INTO ?').run(unfinished)
  chmodSync(unfinished, 0o600)
  sync(unfinished)
  renameSync(unfinished, backup)
  sync(dirname(backup))
  return backup
}

/** SQLite does not wait for the disk after VACUUM INTO. */
function sync(path: string): void {
  const handle = openSync(path, 'r')
  fsyncSync(handle)
  closeSync(handle)
}

function forgetOldBackups(file: string): void {
  const folder = dirname(file)
  const ours = readdirSync(folder).filter((name) => name.startsWith(`${basename(file)}.before-`))
  const finished = ours.filter((name) => !name.endsWith('.part')).sort()
  const unfinished = ours.filter((name) => name.endsWith('.part'))
  for (const name of [...unfinished, ...finished.slice(0, -backupsKept)]) rmSync(join(folder, name))
}
