import { inArray, type SQL } from 'drizzle-orm'
import type { Reader, Tx } from '~db/open.server'
import { files } from '~db/schema'

/** Removes rows of files, and answers the keys that no other row holds. */
export async function eraseFiles(tx: Tx, which: SQL | undefined): Promise<string[]> {
  const gone = await tx.delete(files).where(which).returning({ key: files.storageKey })
  return unheld(
    tx,
    gone.map(({ key }) => key),
  )
}

/**
 * Lets the bytes of erased files go, once the rows are gone for good. A key that a row has come to
 * hold since then stays: the same file may have been sent again.
 */
export async function forgetUnheld(
  db: Reader,
  keys: readonly string[],
  forget: (key: string) => Promise<void>,
): Promise<void> {
  for (const key of await unheld(db, keys)) await forget(key)
}

async function unheld(db: Reader, keys: readonly string[]): Promise<string[]> {
  const each = [...new Set(keys)]
  const held = new Set<string>()
  for (let at = 0; at < each.length; at += 500) {
    const part = inArray(files.storageKey, each.slice(at, at + 500))
    for (const { key } of await db.select({ key: files.storageKey }).from(files).where(part)) {
      held.add(key)
    }
  }
  return each.filter((key) => !held.has(key))
}
