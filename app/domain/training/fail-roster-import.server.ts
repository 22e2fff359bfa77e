import { and, eq, isNotNull, isNull, type SQL } from 'drizzle-orm'
import { importWasCut } from '~/words/en/training'
import type { Database } from '~db/open.server'
import { rosterImports } from '~db/schema'
import type { ImportId } from '../ids'

/** Writes down why a confirmed import was not carried out; its preview then stands open again. */
export async function failRosterImport(
  db: Database,
  importId: ImportId,
  failure: string,
): Promise<void> {
  await failed(db, failure, eq(rosterImports.id, importId))
}

/**
 * For the start of the server: what was under way when the process ended did not come to its end, and
 * as it is one transaction, nothing of it was written. Answers how many there were.
 */
export function failUnfinishedImports(db: Database): Promise<number> {
  return failed(db, importWasCut)
}

function failed(db: Database, failure: string, which?: SQL): Promise<number> {
  return db.transaction(async (tx) => {
    const underWay = [
      eq(rosterImports.state, 'previewed'),
      isNotNull(rosterImports.startedAt),
      isNull(rosterImports.failure),
    ]
    const rows = await tx
      .update(rosterImports)
      .set({ failure })
      .where(and(...underWay, which))
      .returning({ id: rosterImports.id })
    return rows.length
  })
}
