import { useDatabase as openForRoutes } from '~/db.server'
import { sessions } from '~db/schema'
import { aDatabaseIn } from '~tests/support/database'
import type { Town } from './town'

/**
 * From now on the town is open as a copy of how it stands: `afresh` takes another copy, in which nobody
 * has tried anything, no code is used up, and every session was begun, used and proved this moment.
 */
export async function copiesOf({ db, file }: Town) {
  await db.close()
  let copy = await aCopyOf(file)
  return {
    db: () => copy.db,
    async afresh(): Promise<void> {
      await copy.remove()
      copy = await aCopyOf(file)
    },
    remove: () => copy.remove(),
  }
}

async function aCopyOf(file: string) {
  const copy = aDatabaseIn(file)
  openForRoutes(copy.db)
  const now = new Date()
  const begun = { createdAt: now, lastSeenAt: now, provedAt: null }
  await copy.db.transaction((tx) => tx.update(sessions).set(begun))
  return copy
}
