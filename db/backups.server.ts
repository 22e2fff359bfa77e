import { chmodSync, closeSync, fsyncSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Database as Connection } from 'better-sqlite3'

const backupsKept = 3

/** Keeps a copy of the database beside it, whole and on the disk before it has its name. */
export function backUp(connection: Connection, file: string): string {
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

/** Removes all but the last copies, and what an earlier end of the process left half-made. */
export function forgetOldBackups(file: string): void {
  const folder = dirname(file)
  const ours = readdirSync(folder).filter((name) => name.startsWith(`${basename(file)}.before-`))
  const finished = ours.filter((name) => !name.endsWith('.part')).sort()
  const unfinished = ours.filter((name) => name.endsWith('.part'))
  for (const name of [...unfinished, ...finished.slice(0, -backupsKept)]) rmSync(join(folder, name))
}

/** SQLite does not wait for the disk after VACUUM INTO. */
function sync(path: string): void {
  const handle = openSync(path, 'r')
  fsyncSync(handle)
  closeSync(handle)
}
