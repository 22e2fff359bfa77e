import { and, eq, gt, inArray } from 'drizzle-orm'
import type { Reader, Tx } from '~db/open.server'
import { letOthersIn, rowsAtOnce } from '~db/rows.server'
import { rosterImports, staff, trainingRecords } from '~db/schema'
import type { Context, Reading } from '../context'
import { deed } from '../deed.server'
import { Conflict } from '../errors'
import { recordEvent } from '../events.server'
import type { ImportId, VenueId } from '../ids'
import { permit } from '../permissions/permission'
import { canWorkOnDrafts } from '../permissions/venue'
import { recordStaffChange } from './alias-numbers.server'
import { planUndo, type UndoPlan, undoesNothing } from './plan-undo'
import { type RosterImport, rosterImportFor } from './preview-roster.server'
import { readTeam } from './queries.server'
import { unverified } from './unverified'

/** What taking an import back would do now, and what would stay; for the venue's own people. */
export async function previewUndo(
  { db, actor }: Pick<Reading, 'db' | 'actor'>,
  venueId: VenueId,
  importId: ImportId,
): Promise<{ row: RosterImport; plan: UndoPlan }> {
  const row = await rosterImportFor(db, actor, venueId, importId)
  return { row, plan: await undoPlanOf(db, row) }
}

/** Takes an import back, as far as nobody changed since then what it wrote. What stays is named before and after. */
export function undoRosterImport(
  ctx: Context,
  venueId: VenueId,
  importId: ImportId,
): Promise<{ stays: number }> {
  return deed(ctx, async (tx) => {
    const { actor, now, origin } = ctx
    const { plan } = await previewUndo({ db: tx, actor }, venueId, importId)
    permit(canWorkOnDrafts(actor, venueId))
    const [claimed] = await tx
      .update(rosterImports)
      .set({ state: 'undone', undoneAt: now })
      .where(and(eq(rosterImports.id, importId), eq(rosterImports.state, 'done')))
      .returning({ id: rosterImports.id })
    if (!claimed) throw new Conflict('This import was taken back already, or never carried out.')
    if (undoesNothing(plan)) {
      throw new Conflict(
        'Everything that this import wrote was changed since then, so there is nothing left to take back.',
      )
    }
    await retireAliases(tx, venueId, plan, { actor, now, origin })
    await takeBack(tx, plan, now)
    await recordEvent(tx, {
      kind: 'roster.import_undone',
      actor,
      at: now,
      origin,
      venueId,
      subjectId: importId,
      facts: { stays: plan.stays.length },
    })
    return { stays: plan.stays.length }
  })
}

async function undoPlanOf(db: Reader, row: RosterImport): Promise<UndoPlan> {
  const none = { staffRemoved: [], recordsRemoved: [], staffBack: [], recordsBack: [], stays: [] }
  const [written] = await db
    .select({ changes: rosterImports.changes })
    .from(rosterImports)
    .where(eq(rosterImports.id, row.id))
  if (row.state !== 'done' || !written?.changes || !row.doneAt) return none
  const later = await db
    .select({ changes: rosterImports.changes })
    .from(rosterImports)
    .where(
      and(
        eq(rosterImports.venueId, row.venueId),
        eq(rosterImports.state, 'done'),
        gt(rosterImports.doneAt, row.doneAt),
      ),
    )
  const changes = later.flatMap((other) => other.changes ?? [])
  return planUndo(written.changes, row.doneAt, await readTeam(db, row.venueId), changes)
}

/** An alias that the import gave may stand in a share by now, so it is given to nobody else. */
async function retireAliases(
  tx: Tx,
  venueId: VenueId,
  { staffBack }: UndoPlan,
  by: Pick<Context, 'actor' | 'now' | 'origin'>,
): Promise<void> {
  for (const { id: staffId, position: before } of staffBack) {
    const [row] = await tx
      .select({ position: staff.position, aliasNumber: staff.aliasNumber })
      .from(staff)
      .where(eq(staff.id, staffId))
    if (!row || row.position === before) continue
    await recordStaffChange(tx, { venueId, staffId, left: row }, by)
  }
}

async function takeBack(tx: Tx, plan: UndoPlan, now: Date): Promise<void> {
  await inBatches([...plan.recordsRemoved], (ids) =>
    tx.update(trainingRecords).set({ removedAt: now }).where(inArray(trainingRecords.id, ids)),
  )
  await inBatches([...plan.staffRemoved], (ids) =>
    tx.update(staff).set({ removedAt: now }).where(inArray(staff.id, ids)),
  )
  for (const { id, updatedAt, ...before } of plan.staffBack) {
    await tx
      .update(staff)
      .set({ ...before, updatedAt: new Date(updatedAt) })
      .where(eq(staff.id, id))
  }
  for (const { id, ...before } of plan.recordsBack) {
    await tx
      .update(trainingRecords)
      .set({ ...before, ...unverified })
      .where(eq(trainingRecords.id, id))
  }
}

async function inBatches<Item>(items: Item[], write: (batch: Item[]) => PromiseLike<unknown>) {
  for (let from = 0; from < items.length; from += rowsAtOnce) {
    await write(items.slice(from, from + rowsAtOnce))
    await letOthersIn()
  }
}
