import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { onTestFinished } from 'vitest'
import { type OpenOptions, openDatabase } from '~db/open.server'

/** Two small tables, for tests of the engine that should not change with the schema. */
export const lamps = sqliteTable('lamps', {
  id: text('id').primaryKey(),
  color: text('color').notNull(),
  number: integer('number').unique(),
})

export const shades = sqliteTable('shades', {
  id: text('id').primaryKey(),
  lampId: text().notNull(),
})

/** A second row of the same number makes SQLite roll the transaction back, as a full disk does. */
export const picky = sqliteTable('picky', { number: integer('number') })

const tables = `
  CREATE TABLE picky (number INTEGER UNIQUE ON CONFLICT ROLLBACK);
  CREATE TABLE lamps (id TEXT PRIMARY KEY NOT NULL, color TEXT NOT NULL CHECK (color <> ''),
    number INTEGER UNIQUE);
  CREATE TABLE shades (id TEXT PRIMARY KEY NOT NULL,
    lamp_id TEXT NOT NULL REFERENCES lamps(id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED);
`

export function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lamplight-db-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A database of the two small tables, opened as in production, closed when the test is over. */
export function aSmallDatabase(options: OpenOptions = { synchronous: 'OFF' }) {
  const file = join(aFolder(), 'small.sqlite')
  withConnection(file, (connection) => connection.exec(tables))
  const db = openDatabase(file, options)
  onTestFinished(() => db.close())
  return { db, file }
}

/** Runs something on a plain connection of its own, as another program would. */
export function withConnection<Result>(
  file: string,
  work: (connection: Sqlite.Database) => Result,
): Result {
  const connection = new Sqlite(file)
  try {
    return work(connection)
  } finally {
    connection.close()
  }
}
