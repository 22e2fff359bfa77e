import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { migrate } from '~db/migrate.server'
import { type Database, openDatabase } from '~db/open.server'

/**
 * A database of the whole schema for one test, empty, in a folder of its own: migrated once for
 * the process, then copied. It is opened as in production, except that it does not wait for the disk.
 */
export function aDatabase(): Database {
  const folder = aTemporaryFolder()
  const file = join(folder, 'lamplight.sqlite')
  template ??= aMigratedFile()
  copyFileSync(template, file)

  const db = openDatabase(file, { synchronous: 'OFF' })
  onTestFinished(async () => {
    await db.close()
    rmSync(folder, { recursive: true, force: true })
  })
  return db
}

let template: string | null = null

function aMigratedFile(): string {
  const folder = aTemporaryFolder()
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  const file = join(folder, 'template.sqlite')
  migrate(file)
  return file
}

function aTemporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'lamplight-test-'))
}
