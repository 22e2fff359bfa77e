import { chmodSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Database, openDatabase } from '~db/open.server'

/** Development reloads this module, and must find the database that is open already. */
const kept = globalThis as typeof globalThis & { lamplightDatabase?: Database }

/** Where a data folder keeps its database. */
export function databaseFile(dataDir: string): string {
  return join(dataDir, 'lamplight.sqlite')
}

/** Makes the data folder, readable by the server's own account alone. */
export function makeDataDir(dataDir: string): void {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  chmodSync(dataDir, 0o700)
}

/** Opens the one database of this process; the start script and the commands call it, once. */
export function openAt(dataDir: string): Database {
  if (kept.lamplightDatabase) throw new Error('The database is open already.')
  makeDataDir(dataDir)
  kept.lamplightDatabase = openDatabase(databaseFile(dataDir))
  return kept.lamplightDatabase
}

/** The one open database. */
export function database(): Database {
  if (!kept.lamplightDatabase) throw new Error('The database is not open yet: call openAt first.')
  return kept.lamplightDatabase
}

/** Makes a database that is open already the one of this process: for tests of routes. */
export function useDatabase(db: Database): void {
  kept.lamplightDatabase = db
}

/** Closes the one database, after the transactions that wait. */
export async function closeDatabase(): Promise<void> {
  const db = kept.lamplightDatabase
  kept.lamplightDatabase = undefined
  await db?.close()
}
