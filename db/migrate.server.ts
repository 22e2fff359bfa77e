import { rmSync } from 'node:fs'
import { resolve } from 'node:path'
import Sqlite, { type Database as Connection } from 'better-sqlite3'
import { sql } from 'drizzle-orm'
import { type MigrationMeta, readMigrationFiles } from 'drizzle-orm/migrator'
import { backUp, forgetOldBackups } from './backups.server'
import { type Reader, refuseOldEngine } from './open.server'
import { installRecord, releaseRecord } from './record.server'
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
const journal = '__drizzle_migrations'
const isJournal = sql`name = ${journal}`

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
    if (migrationsAfter(folder, lastApplied(connection)).length === 0) {
      return { applied: 0, backup: null }
    }
    const backup = tablesOf(connection).length > 0 ? backUp(connection, file) : null
    try {
      const applied = apply(connection, folder)
      forgetOldBackups(file)
      return { applied, backup }
    } catch (error) {
      if (backup) rmSync(backup)
      throw failed(error)
    }
  } finally {
    connection.close()
  }
}

/** How many migrations of the folder an open database has not seen; for the page that says "ready". */
export async function pendingMigrations(
  db: Reader,
  { folder = defaultFolder }: MigrateOptions = {},
): Promise<number> {
  const known = await db.select({ name: sql`name` }).from(sql`sqlite_schema`).where(isJournal)
  const applied = known.length
    ? await db.select({ last: sql<number>`coalesce(max(created_at), 0)` }).from(sql.raw(journal))
    : []
  return migrationsAfter(folder, applied[0]?.last ?? 0).length
}

function apply(connection: Connection, folder: string): number {
  connection.pragma('foreign_keys = OFF')
  connection.exec('BEGIN IMMEDIATE')
  try {
    // Read again under the lock: another process may have been here first.
    const pending = migrationsAfter(folder, lastApplied(connection))
    const before = { rows: countRows(connection), broken: brokenReferences(connection).length }
    releaseRecord(connection)
    run(connection, pending)
    installSearch(connection)
    installRecord(connection)
    refuseLostRows(before.rows, countRows(connection), pending.flatMap(tablesThatMayShrink))
    refuseBrokenReferences(brokenReferences(connection), before.broken)
    connection.exec('COMMIT')
    return pending.length
  } finally {
    if (connection.inTransaction) connection.exec('ROLLBACK')
  }
}

function run(connection: Connection, pending: MigrationMeta[]): void {
  connection.exec(
    `CREATE TABLE IF NOT EXISTS ${journal} (id SERIAL PRIMARY KEY, hash text NOT NULL, created_at numeric)`,
  )
  const record = connection.prepare(`INSERT INTO ${journal} (hash, created_at) VALUES (?, ?)`)
  for (const { sql, hash, folderMillis } of pending) {
    for (const statement of sql) connection.exec(statement)
    record.run(hash, folderMillis)
  }
}

function failed(error: unknown): MigrationFailed {
  if (error instanceof MigrationFailed) return error
  const reason = error instanceof Error ? error.message : String(error)
  return new MigrationFailed(
    `The database could not be brought up to date and was left as it was: ${reason.replace(/\.?$/, '.')}`,
    { cause: error },
  )
}

function migrationsAfter(folder: string, last: number): MigrationMeta[] {
  const all = readMigrationFiles({ migrationsFolder: resolve(folder) })
  if (last > (all.at(-1)?.folderMillis ?? 0)) {
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

type Counts = Map<string, number>
type BrokenReference = { table: string; parent: string }

function countRows(connection: Connection): Counts {
  const count = (table: string) =>
    Number(connection.prepare(`SELECT count(*) FROM "${table}"`).pluck().get())
  return new Map(tablesOf(connection).map((table) => [table, count(table)]))
}

/**
 * A table that a migration drops is meant to go. Rows that vanish from one that stays are not,
 * unless the migration says so in a line "-- loses rows: lamps".
 */
function refuseLostRows(before: Counts, after: Counts, mayShrink: string[]): void {
  for (const [table, rows] of before) {
    const left = after.get(table)
    if (left !== undefined && left < rows && !mayShrink.includes(table)) {
      throw new Error(`${table} would have lost ${rows - left} of its ${rows} rows.`)
    }
  }
}

function tablesThatMayShrink({ sql }: MigrationMeta): string[] {
  const lines = sql.join('\n').matchAll(/^-- loses rows: (\w+)$/gm)
  return [...lines].flatMap(([, table]) => table ?? [])
}

function refuseBrokenReferences(broken: BrokenReference[], before: number): void {
  const [first] = broken
  if (first && broken.length > before) {
    throw new Error(`${first.table} would point at rows of ${first.parent} that do not exist.`)
  }
}

function brokenReferences(connection: Connection): BrokenReference[] {
  return connection.pragma('foreign_key_check') as BrokenReference[]
}
