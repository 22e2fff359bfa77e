import { lookAtHeldFiles } from '~/domain/policies/held-files.server'
import type { Clamd } from '~/env.server'
import { scan } from '~/files/clamd.server'
import { heldStorage } from '~/files/storage.server'
import { keepFile, readKept } from '~/files/store.server'
import type { Database } from '~db/open.server'

/** Scans what was taken while the virus scanner was down. Where the host has turned it off, all of it passes. */
export function scanHeldFiles(db: Database, clamd: Clamd | null) {
  return lookAtHeldFiles(db, async (key) => {
    const bytes = await readKept(key, heldStorage)
    if (!bytes) return (await readKept(key)) ? { clean: true } : { clean: false, found: 'nothing' }
    const seen = clamd ? await scan(new Blob([bytes]), clamd) : { clean: true as const }
    if (seen?.clean) await keepFile(bytes)
    if (seen) await heldStorage.remove(key)
    return seen
  })
}
