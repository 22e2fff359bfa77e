import { and, eq, gte, inArray, lt, ne, or } from 'drizzle-orm'
import type { Database } from '~db/open.server'
import { rosterImports } from '~db/schema'
import type { RosterImportReport } from '~db/schema/training'
import { keptFor } from './preview-roster.server'

/**
 * Lets go of uploaded staff lists that were imported or are a day old, since they hold more about
 * people than the program keeps. `forget` removes the bytes; doing it twice does no harm.
 */
export async function forgetRosterFiles(
  db: Database,
  now: Date,
  forget: (fileKey: string) => Promise<void>,
): Promise<number> {
  const dayAgo = new Date(now.getTime() - keptFor)
  const rows = await db
    .select({ id: rosterImports.id, key: rosterImports.fileKey })
    .from(rosterImports)
    .where(
      and(
        ne(rosterImports.fileKey, ''),
        or(ne(rosterImports.state, 'previewed'), lt(rosterImports.createdAt, dayAgo)),
      ),
    )
    .limit(100)
  if (rows.length === 0) return 0
  const keys = [...new Set(rows.map(({ key }) => key))]
  const waiting = await db
    .select({ key: rosterImports.fileKey })
    .from(rosterImports)
    .where(
      and(
        inArray(rosterImports.fileKey, keys),
        eq(rosterImports.state, 'previewed'),
        gte(rosterImports.createdAt, dayAgo),
      ),
    )
  const needed = new Set(waiting.map(({ key }) => key))
  for (const key of keys) if (!needed.has(key)) await forget(key)

  const forgotten = inArray(
    rosterImports.id,
    rows.map(({ id }) => id),
  )
  await db.transaction(async (tx) => {
    await tx.update(rosterImports).set({ fileKey: '', answers: null }).where(forgotten)
    // What a preview quoted of a file that was never imported goes with the file.
    await tx
      .update(rosterImports)
      .set({ report: nothing })
      .where(and(forgotten, eq(rosterImports.state, 'previewed')))
  })
  return rows.length
}

const none = { new: 0, changed: 0, unchanged: 0, refused: 0 }
const nothing: RosterImportReport = { people: none, records: none, problems: [], notes: [] }
