import { createHash, randomBytes } from 'node:crypto'
import { type FileHandle, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { env } from '~/env.server'
import { forgetPictures } from './page-pictures.server'

/** A file as the store holds it. `key` finds it again, and is never part of an address. */
export type Kept = { key: string; digest: string; size: number }

/**
 * Keeps bytes under their SHA-256: written beside, synced, then renamed, so that a file is there
 * whole or not at all. The same bytes sent twice are kept once.
 */
export async function keepFile(
  bytes: Uint8Array,
  folder = join(env.dataDir, 'files'),
): Promise<Kept> {
  const digest = createHash('sha256').update(bytes).digest('hex')
  const path = placeOf(folder, digest)
  const kept = { key: digest, digest, size: bytes.byteLength }
  if (await isThere(path, bytes.byteLength)) return kept

  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const beside = `${path}.${randomBytes(6).toString('hex')}.part`
  try {
    await writeWhole(beside, bytes)
    await rename(beside, path)
    await syncFolder(dirname(path))
  } catch (error) {
    await rm(beside, { force: true })
    throw error
  }
  return kept
}

/** The bytes of a kept file, or null when there are none under this key, or not the same ones any more. */
export async function readKept(
  key: string,
  folder = join(env.dataDir, 'files'),
): Promise<Uint8Array<ArrayBuffer> | null> {
  if (!/^[0-9a-f]{64}$/.test(key)) return null
  try {
    const bytes = new Uint8Array(await readFile(placeOf(folder, key)))
    return createHash('sha256').update(bytes).digest('hex') === key ? bytes : null
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

/** Removes a kept file for good. The caller knows that nothing points to it any more. */
export async function forgetFile(key: string, folder = join(env.dataDir, 'files')): Promise<void> {
  if (!/^[0-9a-f]{64}$/.test(key)) return
  await rm(placeOf(folder, key), { force: true })
  await forgetPictures(key)
}

function placeOf(folder: string, key: string): string {
  return join(folder, key.slice(0, 2), key)
}

async function isThere(path: string, size: number): Promise<boolean> {
  const found = await stat(path).catch(() => null)
  return found?.size === size
}

async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  await whileOpen(file, async () => {
    await file.writeFile(bytes)
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
