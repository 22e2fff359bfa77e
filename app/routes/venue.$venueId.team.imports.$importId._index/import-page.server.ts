import type { Context } from '~/domain/context'
import { Conflict, Invalid } from '~/domain/errors'
import type { ImportId, VenueId } from '~/domain/ids'
import { programOf } from '~/domain/standards/program.server'
import {
  checkedUpload,
  type RosterAnswersGiven,
  type RosterImport,
  rosterImportFor,
} from '~/domain/training/preview-roster.server'
import { RosterAnswers } from '~/domain/training/roster-forms'
import { rosterWork } from '~/domain/training/roster-thread.server'
import { readKept } from '~/files/store.server'
import { formatMoment } from '~/words/en/format'
import { countsWords } from '~/words/en/training'

/** An import's page: the preview of what it would do, then the report of what it did. */
export async function importPage(
  ctx: Context,
  venueId: VenueId,
  importId: ImportId,
  search: URLSearchParams,
) {
  const row = await rosterImportFor(ctx.db, ctx.actor, venueId, importId)
  const { timeZone } = await programOf(ctx.db)
  const page = {
    venueId,
    importId,
    fileName: row.fileName,
    report: reportView(row),
    at: whenOf(row, timeZone),
  }
  if (row.state !== 'previewed') return { ...page, state: row.state, preview: null }
  const bytes = uploadOf(row, await readKept(row.fileKey), ctx.now)
  const work = { kind: 'page' as const, venueId, importId, answers: answersIn(search) }
  const preview = bytes && (await rosterWork(ctx, { ...work, bytes }))
  return { ...page, state: preview ? row.state : ('gone' as const), preview }
}

/** What the address says about the open questions; anything that is no answer is left out. */
export function answersIn(search: URLSearchParams): RosterAnswersGiven {
  const parsed = RosterAnswers.safeParse({
    dateOrder: search.get('dateOrder') ?? undefined,
    trainingType: search.get('trainingType') ?? undefined,
    sheet: search.get('sheet') ?? undefined,
    ...(search.has('uses') && { uses: search.getAll('uses') }),
  })
  return parsed.success ? answersFrom(parsed.data) : {}
}

/** Only what was really answered. */
export function answersFrom({
  dateOrder,
  trainingType,
  sheet,
  uses,
}: {
  dateOrder?: RosterAnswersGiven['dateOrder'] | undefined
  trainingType?: string | undefined
  sheet?: string | undefined
  uses?: string[] | undefined
}): RosterAnswersGiven {
  return {
    ...(dateOrder && { dateOrder }),
    ...(trainingType && { trainingType }),
    ...(sheet && { sheet }),
    ...(uses && { uses }),
  }
}

function uploadOf(row: RosterImport, bytes: Uint8Array | null, now: Date): Uint8Array | null {
  try {
    return checkedUpload(row, bytes, now)
  } catch (error) {
    if (error instanceof Conflict || error instanceof Invalid) return null
    throw error
  }
}

function reportView({ report }: RosterImport) {
  return {
    people: countsWords(report.people),
    records: countsWords(report.records),
    problems: { problems: report.problems, total: report.problems.length },
    notes: report.notes,
  }
}

function whenOf({ doneAt, undoneAt }: RosterImport, timeZone: string) {
  return {
    done: doneAt ? formatMoment(doneAt, timeZone) : '',
    undone: undoneAt ? formatMoment(undoneAt, timeZone) : '',
  }
}
