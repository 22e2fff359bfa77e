import { createHash } from 'node:crypto'
import { forgetPictures } from './page-pictures.server'
import { heldStorage, type Storage, storage } from './storage.server'

/** A file as the store holds it. `key` finds it again, and is never part of an address. */
export type Kept = { key: string; digest: string; size: number }

/** Keeps bytes under their SHA-256, whole or not at all. The same bytes sent twice are kept once. */
export async function keepFile(bytes: Uint8Array, where: Storage = storage): Promise<Kept> {
  const digest = digestOf(bytes)
  await where.set(digest, new File([bytes as Uint8Array<ArrayBuffer>], digest))
  return { key: digest, digest, size: bytes.byteLength }
}

/** The bytes of a kept file, or null when there are none under this key, or not the same ones any more. */
export async function readKept(
  key: string,
  where: Storage = storage,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const file = isKey(key) ? await where.get(key) : null
  if (!file) return null
  const bytes = new Uint8Array(await file.arrayBuffer())
  return digestOf(bytes) === key ? bytes : null
}

/** Removes a kept file for good. The caller knows that nothing points to it any more. */
export async function forgetFile(key: string, where: Storage = storage): Promise<void> {
  if (!isKey(key)) return
  await where.remove(key)
  await heldStorage.remove(key)
  await forgetPictures(key)
}

function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

function isKey(key: string): boolean {
  return /^[0-9a-f]{64}$/.test(key)
}
