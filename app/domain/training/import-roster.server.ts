import { and, eq } from 'drizzle-orm'
import { formatMoment } from '~/words/en/format'
import type { Tx } from '~db/open.server'
import { people, rosterImports } from '~db/schema'
import type { Context } from '../context'
import { deed } from '../deed.server'
import { Conflict, Invalid } from '../errors'
import { recordEvent } from '../events.server'
import type { ImportId, VenueId } from '../ids'
import { permit } from '../permissions/permission'
import { canWorkOnDrafts } from '../permissions/venue'
import { programOf } from '../standards/program.server'
import {
  checkedUpload,
  previewRoster,
  type RosterAnswersGiven,
  readRosterFile,
  reportOf,
  rosterImportFor,
} from './preview-roster.server'
import { rememberMapping } from './roster-mappings.server'
import type { TellProgress } from './roster-progress.server'
import { writeRoster } from './write-roster.server'

/**
 * Carries out a previewed import, all of it or nothing: exactly what the preview showed. Whoever
 * comes second, or after the team changed, gets a Conflict and a fresh preview.
 */
export async function importRoster(
  ctx: Context,
  venueId: VenueId,
  importId: ImportId,
  upload: { bytes: Uint8Array | null; answers: RosterAnswersGiven; seen: string },
  tell: TellProgress = () => undefined,
): Promise<void> {
  const { actor, now, origin } = ctx
  const row = await rosterImportFor(ctx.db, actor, venueId, importId)
  // Read before the transaction begins: a long list must not hold up other writers.
  const reading =
    row.state === 'previewed'
      ? await readRosterFile(
          ctx.db,
          checkedUpload(row, upload.bytes, now),
          now,
          upload.answers,
          venueId,
          tell,
        )
      : null

  return deed(ctx, async (tx) => {
    permit(canWorkOnDrafts(actor, venueId))
    const [claimed] = await tx
      .update(rosterImports)
      .set({ state: 'done', doneAt: now })
      .where(and(eq(rosterImports.id, importId), eq(rosterImports.state, 'previewed')))
      .returning({ id: rosterImports.id })
    if (!claimed || !reading) throw await doneAlready(tx, importId)
    if (reading.questions.length > 0) throw new Invalid(openQuestions(reading.questions))

    const preview = await previewRoster({ db: tx, actor, now }, venueId, reading)
    if (preview.seen !== upload.seen) {
      throw new Conflict(
        'Your staff list changed since this preview was made. Nothing was written; here is the preview as of now.',
      )
    }
    const changes = await writeRoster(tx, venueId, preview.plan, { actor, now, origin }, tell)
    if (upload.answers.uses) await rememberMapping(tx, venueId, reading, { actor, now })
    const report = reportOf(preview)
    await tx
      .update(rosterImports)
      .set({ changes, report, answers: null, failure: null })
      .where(eq(rosterImports.id, importId))
    await recordEvent(tx, {
      kind: 'roster.imported',
      actor,
      at: now,
      origin,
      venueId,
      subjectId: importId,
      facts: { people: report.people.new, records: report.records.new },
    })
  })
}

/** What whoever confirms an import reads that was carried out before. */
export async function doneAlready(tx: Tx, importId: ImportId): Promise<Conflict> {
  const [row] = await tx
    .select({ doneAt: rosterImports.doneAt, by: people.name })
    .from(rosterImports)
    .leftJoin(people, eq(people.id, rosterImports.createdBy))
    .where(eq(rosterImports.id, importId))
  const { timeZone } = await programOf(tx)
  const when = row?.doneAt ? ` on ${formatMoment(row.doneAt, timeZone)}` : ''
  return new Conflict(`This file was imported already${when}. It was not imported twice.`)
}

function openQuestions(questions: { id: string; sentence: string }[]): Record<string, string> {
  return Object.fromEntries(questions.map(({ id, sentence }) => [id, sentence]))
}
