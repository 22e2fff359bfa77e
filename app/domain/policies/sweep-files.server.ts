import { and, eq, inArray, lt, notExists, type SQL } from 'drizzle-orm'
import type { Database, Reader } from '~db/open.server'
import {
  evidence,
  files,
  policies,
  policyVersions,
  replyFiles,
  roundEvidence,
  trainingRecords,
  walkPhotos,
} from '~db/schema'
import type { FileId } from '../ids'
import { eraseFiles, forgetUnheld, unheld } from '../venues/erase-files.server'

const dayLong = 24 * 60 * 60_000

/** What a sweep has found loose, and will remove the next time if it still is. */
export type Loose = { files: ReadonlySet<FileId>; keys: ReadonlySet<string> }
export const nothingLoose: Loose = { files: new Set(), keys: new Set() }

type Store = {
  storedBefore: (moment: Date) => AsyncIterable<string>
  forget: (key: string) => Promise<void>
}

/**
 * Removes what nothing points at and is older than a day: files that were replaced before anybody was
 * shown them, and bytes whose row was refused. Nothing is removed that an earlier sweep had not listed.
 */
export async function sweepFiles(
  db: Database,
  now: Date,
  store: Store,
  listed: Loose,
): Promise<{ loose: Loose; removed: number }> {
  const before = new Date(now.getTime() - dayLong)
  const found = await looseFiles(db, before)
  const ripe = found.filter((id) => listed.files.has(id))
  const keys = ripe.length > 0 ? await removeRows(db, before, ripe) : []
  await forgetUnheld(db, keys, store.forget)

  const loose: string[] = []
  let removed = keys.length
  for await (const part of inParts(store.storedBefore(before))) {
    const held = await unheld(db, part)
    for (const key of held) {
      if (!listed.keys.has(key)) loose.push(key)
      else removed += 1
    }
    // Asked once more, right before it goes: the same bytes may have been sent again.
    await forgetUnheld(
      db,
      held.filter((key) => listed.keys.has(key)),
      store.forget,
    )
  }
  const files = new Set(found.filter((id) => !ripe.includes(id)))
  return { loose: { files, keys: new Set(loose) }, removed }
}

async function removeRows(db: Database, before: Date, ids: readonly FileId[]): Promise<string[]> {
  return db.transaction((tx) =>
    eraseFiles(tx, and(isLoose(tx, before), inArray(files.id, [...ids]))),
  )
}

async function looseFiles(db: Reader, before: Date): Promise<FileId[]> {
  const rows = await db.select({ id: files.id }).from(files).where(isLoose(db, before)).limit(200)
  return rows.map(({ id }) => id)
}

/** Older than that, and no row of any kind points at it. */
function isLoose(db: Reader, before: Date): SQL | undefined {
  const holders = [
    [policies, policies.fileId],
    [policies, policies.fileTakenOff],
    [policyVersions, policyVersions.fileId],
    [evidence, evidence.fileId],
    [roundEvidence, roundEvidence.fileId],
    [trainingRecords, trainingRecords.fileId],
    [walkPhotos, walkPhotos.fileId],
    [replyFiles, replyFiles.fileId],
  ] as const
  const unpointed = holders.map(([table, fileId]) =>
    notExists(db.select({ fileId }).from(table).where(eq(fileId, files.id))),
  )
  return and(lt(files.createdAt, before), ...unpointed)
}

async function* inParts(keys: AsyncIterable<string>): AsyncGenerator<string[]> {
  let part: string[] = []
  for await (const key of keys) {
    part.push(key)
    if (part.length < 500) continue
    yield part
    part = []
  }
  if (part.length > 0) yield part
}
