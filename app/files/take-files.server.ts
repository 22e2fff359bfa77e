import { env } from '~/env.server'
import { scan } from './clamd.server'
import { inTurn } from './in-turn.server'
import { examineFiles, type Wanted } from './kinds.server'
import { heldStorage, storage } from './storage.server'
import { keepFile } from './store.server'

/** An uploaded file whose bytes the store holds, ready to be written down. */
export type TakenFile = {
  name: string
  type: string
  size: number
  digest: string
  storageKey: string
  pages: number | null
  held: boolean
}

/** Judging may read a file whole: many that come at once need no more memory than one. */
const oneAtATime = inTurn(1)

type Taken = { ok: true; file: TakenFile } | { ok: false; sentence: string }

/**
 * Judges what was uploaded and keeps it: the one way by which a venue's file comes into the store.
 * While a configured virus scanner is down, the file lies apart until it has been looked at.
 */
export async function takeFiles(
  files: readonly File[] | undefined,
  wanted: Wanted,
  clamd = env.clamd,
): Promise<Taken> {
  const examined = await oneAtATime(() => examineFiles(files ?? [], wanted))
  if (!examined.ok) return examined
  const { content, name, type, pages } = examined
  const scanned = clamd ? await scan(content, clamd) : { clean: true as const }
  if (scanned?.clean === false) return { ok: false, sentence: infected }
  const held = scanned === null
  const { key: storageKey, digest, size } = await keepFile(content, held ? heldStorage : storage)
  return { ok: true, file: { name, type, size, digest, storageKey, pages, held } }
}

const infected =
  'The virus scanner found something in this file, so we did not keep it. Please look at your device, and choose a clean copy.'
