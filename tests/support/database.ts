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
  const { db, remove } = aDatabaseIn()
  onTestFinished(remove)
  return db
}

/** The same for several tests: whoever asks for it removes it. It is a copy of `like`, or empty. */
export function aDatabaseIn(like?: string) {
  const folder = aTemporaryFolder()
  const file = join(folder, 'lamplight.sqlite')
  template ??= aMigratedFile()
  copyFileSync(like ?? template, file)

  const db = openDatabase(file, { synchronous: 'OFF' })
  const remove = async () => {
    await db.close()
    rmSync(folder, { recursive: true, force: true })
  }
  return { db, file, remove }
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
