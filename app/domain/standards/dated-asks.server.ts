import { keptUntilCommit } from '~db/kept-reads.server'
import type { Reader } from '~db/open.server'
import { standardSets } from '~db/schema'
import { standardSetOf } from './program.server'
import { monthsOf } from './standard-set'

/**
 * Every ask of every version of the standards that counts for some months, as "set standard kind": what
 * a venue puts beside these after its accreditation keeps its certificate current, so its liaison reads it.
 */
export function datedAsks(db: Reader): Promise<string[]> {
  return keptAsks(db)
}

const keptAsks = keptUntilCommit(async (db): Promise<string[]> => {
  const versions = await db.select({ id: standardSets.id }).from(standardSets)
  const asks: string[] = []
  for (const { id } of versions) {
    for (const { code, evidence } of (await standardSetOf(db, id)).standards) {
      for (const ask of evidence) if (monthsOf(ask)) asks.push(`${id} ${code} ${ask.kind}`)
    }
  }
  return asks
})
