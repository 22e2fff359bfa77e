import { createHash } from 'node:crypto'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { bytesOf } from './bytes.server'
import { forgetPictures } from './page-pictures.server'
import { heldStorage, type Storage, storage } from './storage.server'

/** A file as the store holds it. `key` finds it again, and is never part of an address. */
export type Kept = { key: string; digest: string; size: number }

const pieceSize = 256 * 1024

/**
 * Keeps a file under its SHA-256, whole or not at all. The same bytes sent twice are kept once. What
 * lies on the disk is read in pieces, and never whole.
 */
export async function keepFile(
  content: Blob | Uint8Array,
  where: Storage = storage,
): Promise<Kept> {
  const whole = new Blob([content as BlobPart])
  const digest = await digestOf(content)
  await where.set(digest, new File([whole], digest))
  return { key: digest, digest, size: whole.size }
}

/** The bytes of a kept file, or null when there are none under this key, or not the same ones any more. */
export async function readKept(
  key: string,
  where: Storage = storage,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const file = isKey(key) ? await where.get(key) : null
  if (!file) return null
  const bytes = await bytesOf(file)
  return (await digestOf(bytes)) === key ? bytes : null
}

/** Removes a kept file for good. The caller knows that nothing points to it any more. */
export async function forgetFile(key: string, where: Storage = storage): Promise<void> {
  if (!isKey(key)) return
  await where.remove(key)
  await heldStorage.remove(key)
  await forgetPictures(key)
}

/** SHA-256 in hexadecimal. Others have their turn between two pieces, however many there are. */
async function digestOf(content: Blob | Uint8Array): Promise<string> {
  const hash = createHash('sha256')
  for await (const piece of content instanceof Blob ? content.stream() : piecesOf(content)) {
    hash.update(piece)
  }
  return hash.digest('hex')
}

/** A stream of bytes in memory would hand out all of them in one turn. */
async function* piecesOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.byteLength; at += pieceSize) {
    yield bytes.subarray(at, at + pieceSize)
    await nextTurn()
  }
}

function isKey(key: string): boolean {
  return /^[0-9a-f]{64}$/.test(key)
}
