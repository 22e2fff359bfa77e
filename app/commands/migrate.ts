import { type Migrated, migrate } from '~db/migrate.server'
import { databaseFile, makeDataDir } from '../db.server'
import { env } from '../env.server'

function run(): number {
  makeDataDir(env.dataDir)
  const file = databaseFile(env.dataDir)
  console.log(sentence(file, migrate(file)))
  return 0
}

function sentence(file: string, { applied, backup }: Migrated): string {
  if (applied === 0) return `${file} is up to date.`
  const copy = backup ? ` The database as it was before is kept at ${backup}.` : ''
  return `${file} is up to date now: ${applied === 1 ? '1 migration' : `${applied} migrations`} ran.${copy}`
}

try {
  process.exitCode = run()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
