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

type Refused = { ok: false; sentence: string }
type Taken = { ok: true; file: TakenFile } | Refused
type Judged = { ok: true; content: Blob; file: Pick<TakenFile, 'name' | 'type' | 'pages' | 'held'> }

/**
 * Judges what was uploaded and keeps it: the one way by which a venue's file comes into the store.
 * While a configured virus scanner is down, the file lies apart until it has been looked at.
 */
export async function takeFiles(
  files: readonly File[] | undefined,
  wanted: Wanted,
  clamd = env.clamd,
): Promise<Taken> {
  const judged = await judge(files ?? [], wanted, clamd)
  return judged.ok ? { ok: true, file: await keep(judged) } : judged
}

/** The same of several files that stand beside each other, none at all included: all are kept, or none. */
export async function takeEach(
  files: readonly File[],
  wanted: Wanted,
  most: number,
  clamd = env.clamd,
): Promise<{ ok: true; files: TakenFile[] } | Refused> {
  if (files.length > most) return { ok: false, sentence: `Please choose at most ${most} files.` }
  const fit: Judged[] = []
  for (const file of files) {
    const judged = await judge([file], wanted, clamd)
    if (judged.ok) fit.push(judged)
    else
      return files.length > 1 ? { ok: false, sentence: `${file.name}: ${judged.sentence}` } : judged
  }
  const kept: TakenFile[] = []
  for (const judged of fit) kept.push(await keep(judged))
  return { ok: true, files: kept }
}

async function judge(
  files: readonly File[],
  wanted: Wanted,
  clamd: typeof env.clamd,
): Promise<Judged | Refused> {
  const examined = await oneAtATime(() => examineFiles(files, wanted))
  if (!examined.ok) return examined
  const { content, name, type, pages } = examined
  const scanned = clamd ? await scan(content, clamd) : { clean: true as const }
  if (scanned?.clean === false) return { ok: false, sentence: infected }
  return { ok: true, content, file: { name, type, pages, held: scanned === null } }
}

/** Keys of bytes that were taken for a row which is not there yet, once for each request. */
const onTheirWay: string[] = []

async function keep({ content, file }: Judged): Promise<TakenFile> {
  const where = file.held ? heldStorage : storage
  const { key: storageKey, digest, size } = await keepFile(content, where)
  onTheirWay.push(storageKey)
  return { ...file, size, digest, storageKey }
}

/** Says that a request is done with its files, and answers the keys that no other one waits to write down. */
export function arrived(files: readonly Pick<TakenFile, 'storageKey'>[]): string[] {
  const keys = files.map(({ storageKey }) => storageKey)
  for (const key of keys) {
    const at = onTheirWay.indexOf(key)
    if (at >= 0) onTheirWay.splice(at, 1)
  }
  return keys.filter((key) => !onTheirWay.includes(key))
}

const infected =
  'The virus scanner found something in this file, so we did not keep it. Please look at your device, and choose a clean copy.'
