import { inArray, type SQL } from 'drizzle-orm'
import type { Reader, Tx } from '~db/open.server'
import { files, licenseImports, rosterImports } from '~db/schema'

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

const holders = [
  [files, files.storageKey],
  [rosterImports, rosterImports.fileKey],
  [licenseImports, licenseImports.fileKey],
] as const

/** Of these keys, those that no row of any kind holds. */
export async function unheld(db: Reader, keys: readonly string[]): Promise<string[]> {
  const each = [...new Set(keys)]
  const held = new Set<string>()
  for (let at = 0; at < each.length; at += 500) {
    const part = each.slice(at, at + 500)
    for (const [table, key] of holders) {
      for (const row of await db.select({ key }).from(table).where(inArray(key, part))) {
        held.add(row.key)
      }
    }
  }
  return each.filter((key) => !held.has(key))
}
