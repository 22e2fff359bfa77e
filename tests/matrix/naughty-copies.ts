import { useDatabase as openForRoutes } from '~/db.server'
import { aDatabaseIn } from '~tests/support/database'
import type { Town } from './town'

/**
 * From now on the town is open as a copy of how it stands: `afresh` takes another copy, in which nobody
 * has tried anything, no code is used up and no session has ended.
 */
export async function copiesOf({ db, file }: Town) {
  await db.close()
  let copy = aCopyOf(file)
  return {
    db: () => copy.db,
    async afresh(): Promise<void> {
      await copy.remove()
      copy = aCopyOf(file)
    },
    remove: () => copy.remove(),
  }
}

function aCopyOf(file: string) {
  const copy = aDatabaseIn(file)
  openForRoutes(copy.db)
  return copy
}
