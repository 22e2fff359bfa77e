import { and, eq, isNotNull, isNull, or } from 'drizzle-orm'
import { rosterImports } from '~db/schema'
import type { Context } from '../context'
import { deed } from '../deed.server'
import type { ImportId, VenueId } from '../ids'
import { permit } from '../permissions/permission'
import { canWorkOnDrafts } from '../permissions/venue'
import { doneAlready } from './import-roster.server'
import { type RosterAnswersGiven, rosterImportFor } from './preview-roster.server'
import { isUnderWay } from './roster-imports.server'

/**
 * Takes the confirmation of a long list, whose import then goes on by itself. Answers whether this
 * one begins it: a second one, while the first is under way, begins nothing.
 */
export async function confirmRosterImport(
  ctx: Context,
  venueId: VenueId,
  importId: ImportId,
  answers: RosterAnswersGiven,
): Promise<boolean> {
  const { actor, now } = ctx
  const row = await rosterImportFor(ctx.db, actor, venueId, importId)
  permit(canWorkOnDrafts(actor, venueId))
  // Looked at first: while a list is written, nobody else's transaction begins.
  if (isUnderWay(row)) return false
  let begins = false
  await deed(ctx, async (tx) => {
    const [begun] = await tx
      .update(rosterImports)
      .set({ startedAt: now, failure: null, answers })
      .where(
        and(
          eq(rosterImports.id, importId),
          eq(rosterImports.state, 'previewed'),
          or(isNull(rosterImports.startedAt), isNotNull(rosterImports.failure)),
        ),
      )
      .returning({ id: rosterImports.id })
    begins = begun !== undefined
    if (begins) return
    const { state } = await rosterImportFor(tx, actor, venueId, importId)
    if (state !== 'previewed') throw await doneAlready(tx, importId)
  })
  return begins
}
