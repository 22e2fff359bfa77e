import { letOthersIn } from '~db/rows.server'
import { type LicenseList, licenseListInTurns } from './read-license-list'

/** Reads a license list while other requests go on. Throws Unreadable when the file holds no such list. */
export async function readInTurns(bytes: Uint8Array): Promise<LicenseList> {
  const turns = licenseListInTurns(bytes)
  for (;;) {
    const turn = turns.next()
    if (turn.done) return turn.value
    await letOthersIn()
  }
}
