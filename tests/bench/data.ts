import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { layDownProgram } from '~/domain/standards/lay-down-program.server'
import { migrate } from '~db/migrate.server'
import { openDatabase } from '~db/open.server'
import { fill } from './data-fill'

export type BenchData = { file: string; venues: number; madeInSeconds: number | null }

const folder = '.cache/bench'

/**
 * A database of `venues` venues as the product would have it after years: kept for the next run, and
 * made anew when the schema, this generator or the month is another. All people in it are made up.
 */
export async function benchData(venues: number, now: Date): Promise<BenchData> {
  mkdirSync(folder, { recursive: true })
  const name = `venues-${venues}-${digestOfMakers()}-${now.toISOString().slice(0, 7)}.sqlite`
  const file = join(folder, name)
  if (existsSync(file)) return { file, venues, madeInSeconds: null }
  for (const old of readdirSync(folder)) {
    if (old.startsWith(`venues-${venues}-`)) rmSync(join(folder, old), { force: true })
  }

  const begun = performance.now()
  const making = join(folder, `making-${process.pid}.sqlite`)
  migrate(making)
  const db = openDatabase(making, { synchronous: 'OFF' })
  await layDownProgram(db, now, 'America/New_York')
  await db.close()

  const connection = new Sqlite(making)
  fill(connection, venues, now)
  connection.pragma('wal_checkpoint(TRUNCATE)')
  connection.close()
  renameSync(making, file)
  for (const rest of ['-wal', '-shm']) rmSync(making + rest, { force: true })
  return { file, venues, madeInSeconds: (performance.now() - begun) / 1000 }
}

function digestOfMakers(): string {
  const hash = createHash('sha256')
  const migrations = readdirSync('db/migrations').filter((name) => name.endsWith('.sql'))
  const files = [
    ...migrations.map((name) => join('db/migrations', name)),
    'db/record-chain.ts',
    'db/record.server.ts',
    'db/search.server.ts',
    'db/program-pack/standards.json',
    'tests/bench/data-fill.ts',
  ]
  for (const path of files) hash.update(readFileSync(path))
  return hash.digest('hex').slice(0, 12)
}
