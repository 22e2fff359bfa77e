import type { Context } from '~/domain/context'
import { Conflict } from '~/domain/errors'
import type { ImportId, VenueId } from '~/domain/ids'
import { programOf } from '~/domain/standards/program.server'
import { Unreadable } from '~/domain/table-bytes'
import {
  type RosterAnswersGiven,
  type RosterImport,
  rosterImportFor,
} from '~/domain/training/preview-roster.server'
import { RosterAnswers } from '~/domain/training/roster-forms'
import { isUnderWay } from '~/domain/training/roster-imports.server'
import { progressOf } from '~/domain/training/roster-progress.server'
import { rosterWork } from '~/domain/training/roster-thread.server'
import { readKept } from '~/files/store.server'
import { formatMoment } from '~/words/en/format'
import { countsWords, importProgressWords } from '~/words/en/training'

/** An import's page: the preview of what it would do, how far it is, then the report of what it did. */
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
    failure: row.state === 'previewed' ? row.failure : null,
  }
  const none = { preview: null, progress: null }
  if (row.state !== 'previewed') return { ...page, ...none, state: row.state }
  if (isUnderWay(row)) return { ...page, ...none, state: 'running' as const, progress: shown(row) }
  const bytes = await readKept(row.fileKey)
  if (!bytes) return { ...page, ...none, state: 'gone' as const }
  const answers = search.size > 0 ? answersIn(search) : (row.answers ?? {})
  try {
    const work = { kind: 'page' as const, venueId, importId, answers, bytes }
    return { ...page, ...none, state: row.state, preview: await rosterWork(ctx, work) }
  } catch (error) {
    if (error instanceof Conflict) return { ...page, ...none, state: 'gone' as const }
    if (!(error instanceof Unreadable)) throw error
    return { ...page, ...none, state: 'unreadable' as const, failure: error.message }
  }
}

/** How far an import is, for a bar and in words. */
function shown({ id }: RosterImport) {
  const progress = progressOf(id)
  return { ...progress, words: importProgressWords(progress) }
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

function reportView({ report }: RosterImport) {
  return {
    people: countsWords(report.people),
    records: countsWords(report.records),
    problems: { problems: report.problems, total: report.problems.length },
    notes: report.notes,
  }
}

function whenOf({ startedAt, doneAt, undoneAt }: RosterImport, timeZone: string) {
  return {
    started: startedAt ? formatMoment(startedAt, timeZone) : '',
    done: doneAt ? formatMoment(doneAt, timeZone) : '',
    undone: undoneAt ? formatMoment(undoneAt, timeZone) : '',
  }
}
