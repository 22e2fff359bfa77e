import { paths } from '~/paths'
import { countsWords, importWords } from '~/words/en/training'
import type { Context } from '../context'
import type { ImportId, VenueId } from '../ids'
import { standardsForVenue } from '../venues/standards-in-force.server'
import { changesNothing } from './plan-roster'
import {
  previewRoster,
  type RosterAnswersGiven,
  readRosterFile,
  reportOf,
} from './preview-roster.server'
import { changeLines } from './roster-change-lines'
import { columnViews } from './roster-column-views'

/** What a file would do, as the preview page shows it. */
export async function rosterPreviewPage(
  ctx: Context,
  venueId: VenueId,
  importId: ImportId,
  bytes: Uint8Array,
  answers: RosterAnswersGiven,
) {
  const reading = await readRosterFile(ctx.db, bytes, ctx.now, answers, venueId)
  const { plan, seen } = await previewRoster(ctx, venueId, reading)
  const { trainingTypes } = await standardsForVenue(ctx.db, venueId)
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
    to: `${paths.rosterImport(venueId, importId)}${given.length ? `?${new URLSearchParams(given.map(({ name, value }) => [name, value]))}` : ''}`,
    ...changeLines(plan, trainingTypes),
  }
}
