import { examineFiles, type Wanted } from './kinds.server'
import { keepFile } from './store.server'

/** An uploaded file whose bytes the store holds, ready to be written down. */
export type TakenFile = {
  name: string
  type: string
  size: number
  digest: string
  storageKey: string
  pages: number | null
}

/** Judges what was uploaded and keeps it: the one way by which a venue's file comes into the store. */
export async function takeFiles(
  files: readonly File[] | undefined,
  wanted: Wanted,
): Promise<{ ok: true; file: TakenFile } | { ok: false; sentence: string }> {
  const examined = await examineFiles(files ?? [], wanted)
  if (!examined.ok) return examined
  const { bytes, name, type, pages } = examined
  const { key: storageKey, digest, size } = await keepFile(bytes)
  return { ok: true, file: { name, type, size, digest, storageKey, pages } }
}
