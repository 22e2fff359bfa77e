import type { RosterImportReport } from '~db/schema/training'
import type { Context } from '../context'
import type { ImportId, VenueId } from '../ids'
import { importRoster } from './import-roster.server'
import {
  checkedUpload,
  previewRoster,
  type RosterAnswersGiven,
  readRosterFile,
  reportOf,
  rosterImportFor,
} from './preview-roster.server'
import { rosterPreviewPage } from './roster-preview-page.server'
import type { TellProgress } from './roster-progress.server'

type Of<Kind> = { kind: Kind; venueId: VenueId; bytes: Uint8Array }
type Previewed = { importId: ImportId; answers: RosterAnswersGiven }

/** What is asked of a staff list's bytes: to be read first, to be shown, to be written. */
export type RosterWork =
  | Of<'read'>
  | (Of<'page'> & Previewed)
  | (Of<'write'> & Previewed & { seen: string })

export type RosterResult = {
  /** No copy where the list may be kept as it came. */
  read: { copy: Uint8Array | null; report: RosterImportReport }
  page: Awaited<ReturnType<typeof rosterPreviewPage>>
  write: null
}

/** Does one piece of work with a staff list, on whichever thread it is called. */
export async function doRosterWork(
  ctx: Context,
  work: RosterWork,
  tell?: TellProgress,
): Promise<RosterResult[RosterWork['kind']]> {
  const { venueId, bytes } = work
  if (work.kind === 'read') {
    const reading = await readRosterFile(ctx.db, bytes, ctx.now, {}, venueId)
    const report = reportOf(await previewRoster(ctx, venueId, reading))
    const copy = reading.copy()
    return { copy: copy === bytes ? null : copy, report }
  }
  const { importId, answers } = work
  if (work.kind === 'page') {
    const row = await rosterImportFor(ctx.db, ctx.actor, venueId, importId)
    return rosterPreviewPage(ctx, venueId, importId, checkedUpload(row, bytes, ctx.now), answers)
  }
  await importRoster(ctx, venueId, importId, { bytes, answers, seen: work.seen }, tell)
  return null
}
