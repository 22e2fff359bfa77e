import type { Context } from '~/domain/context'
import { Conflict, Invalid } from '~/domain/errors'
import type { ImportId, VenueId } from '~/domain/ids'
import { currentStandardSet, programOf } from '~/domain/standards/program.server'
import { RosterAnswers } from '~/domain/training/forms'
import { changesNothing } from '~/domain/training/plan-roster'
import {
  checkedUpload,
  previewRoster,
  type RosterAnswersGiven,
  type RosterImport,
  readRosterFile,
  reportOf,
  rosterImportFor,
} from '~/domain/training/preview-roster.server'
import { readKept } from '~/files/store.server'
import { paths } from '~/paths'
import { formatMoment } from '~/words/en/format'
import { countsWords, importWords } from '~/words/en/training'
import { changeLines } from './change-lines'
import { columnViews } from './column-views'

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
  const preview = await previewView(ctx, venueId, row, answersIn(search))
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

async function previewView(
  ctx: Context,
  venueId: VenueId,
  row: RosterImport,
  answers: RosterAnswersGiven,
) {
  const bytes = uploadOf(row, await readKept(row.fileKey), ctx.now)
  if (!bytes) return null
  const reading = await readRosterFile(ctx.db, bytes, ctx.now, answers, venueId)
  const { plan, seen } = await previewRoster(ctx, venueId, reading)
  const { trainingTypes } = await currentStandardSet(ctx.db)
  const { people, records } = plan
  const given = Object.entries(answers).flatMap(([name, value]) =>
    [value].flat().map((one) => ({ name, value: one })),
  )
  const { problems, notes } = reportOf({ reading, plan, seen })
  return {
    seen,
    answers: given,
    columns: columnViews(reading, trainingTypes),
    questions: reading.questions,
    people: countsWords(people),
    records: countsWords(records),
    nothing: changesNothing(plan),
    button: importWords(people, records),
    problems: { problems, total: plan.problems.length },
    notes,
    to: `${paths.rosterImport(venueId, row.id)}${given.length ? `?${new URLSearchParams(given.map(({ name, value }) => [name, value]))}` : ''}`,
    ...changeLines(plan, trainingTypes),
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
