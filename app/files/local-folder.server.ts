import { randomBytes } from 'node:crypto'
import { openAsBlob, rmSync } from 'node:fs'
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Storage } from './storage.server'

/** A folder of this machine: written beside, synced, then renamed, so that a file is there whole or not at all. */
export function localFolder(folder: string): Storage {
  const placeOf = (key: string) => join(folder, key.slice(0, 2), key)
  return {
    async get(key) {
      if (!(await isThere(placeOf(key)))) return null
      return new File([await openAsBlob(placeOf(key))], key)
    },
    has: (key) => isThere(placeOf(key)),
    async set(key, file) {
      const path = placeOf(key)
      const beside = join(besideIn(folder), randomBytes(12).toString('hex'))
      await mkdir(dirname(beside), { recursive: true, mode: 0o700 })
      await mkdir(dirname(path), { recursive: true, mode: 0o700 })
      try {
        await writeWhole(beside, file)
        await rename(beside, path)
        await syncFolder(dirname(path))
      } catch (error) {
        await rm(beside, { force: true })
        throw error
      }
    },
    remove: (key) => rm(placeOf(key), { force: true }),
    storedBefore: (moment) => storedBefore(folder, moment),
  }
}

async function* storedBefore(folder: string, moment: Date): AsyncGenerator<string> {
  for (const part of await readdir(folder).catch(() => [])) {
    if (!/^[0-9a-f]{2}$/.test(part)) continue
    for (const key of await readdir(join(folder, part))) {
      const known = await stat(join(folder, part, key)).catch(() => null)
      if (known?.isFile() && known.mtime < moment) yield key
    }
  }
}

/** Removes what was begun in such a folder by a process that ended in the middle. */
export function sweepLocalFolder(folder: string): void {
  rmSync(besideIn(folder), { recursive: true, force: true })
}

function besideIn(folder: string): string {
  return join(folder, 'beside')
}

async function isThere(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null))?.isFile() ?? false
}

async function writeWhole(path: string, content: File): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  await whileOpen(file, async () => {
    for await (const piece of content.stream()) await file.writeFile(piece)
    await file.sync()
  })
}

/** A rename is on the disk once its folder is. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  await whileOpen(folder, () => folder.sync())
}

async function whileOpen(file: FileHandle, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } finally {
    await file.close()
  }
}
