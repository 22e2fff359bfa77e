import { paths } from '~/paths'
import { formatDayOf } from '~/words/en/format'
import { classRecordWords } from '~/words/en/standard-team'
import { askWords, coverageWords, fallsBelowWords, openImportWords } from '~/words/en/training'
import type { Context } from '../context'
import type { Day } from '../dates'
import type { VenueId } from '../ids'
import { programOf, todayIn } from '../standards/program.server'
import { venueFor } from '../venues/queries.server'
import { standardsForVenue } from '../venues/standards-in-force.server'
import { type ListedTask, peoplePage, type TeamQuery } from './people-page'
import { staffMemberFor, teamOf } from './queries.server'
import { openRosterImports, rosterImportsOf } from './roster-imports.server'
import { coverageOfTeam, type StandardCoverage } from './team'

/** The view of a venue's team: coverage first, then the people, one page of them. */
export async function teamPage(ctx: Context, venueId: VenueId, query: TeamQuery) {
  const venue = await venueFor(ctx.db, ctx.actor, venueId)
  const { settings, timeZone } = await programOf(ctx.db)
  const set = await standardsForVenue(ctx.db, venueId)
  const today = await todayIn(ctx.db, ctx.now)
  const team = await teamOf(ctx, venueId)
  const facts = { staff: team.people, records: team.records }
  const coverage = coverageOfTeam(facts, set, settings, today)
  const imports = await rosterImportsOf(ctx, venueId)
  const open = await openRosterImports(ctx, venueId)
  const need = coverage.find(({ standard }) => standard === query.need)
  return {
    venue: venue.name,
    venueId,
    isEmpty: team.people.length === 0,
    coverage: coverage.map((one) => coverageTask(venueId, one, settings.newHireDays)),
    people: peoplePage(team, { venueId, coverage, types: set.trainingTypes, today, query }),
    need: need ? { title: need.title, to: paths.venueStandard(venueId, need.standard) } : null,
    query,
    removed: await removedPerson(ctx, venueId, query.removed),
    recorded: /^\d{1,3}$/.test(query.recorded ?? '')
      ? classRecordWords.recorded(Number(query.recorded))
      : null,
    openImports: open.map(({ id, fileName, underWay }) => ({
      to: paths.rosterImport(venueId, id),
      ...openImportWords(fileName, underWay),
    })),
    imports: imports.map(({ id, fileName, doneAt }) => ({
      to: paths.rosterImport(venueId, id),
      words: `${fileName}, ${doneAt ? formatDayOf(doneAt, timeZone) : ''}`,
    })),
  }
}

function coverageTask(venueId: VenueId, each: StandardCoverage, newHireDays: number): ListedTask {
  const { standard, title, need, coverage } = each
  const isAsked = coverage.inScope + coverage.newHires + coverage.onLeave > 0
  const falls: Day | undefined = coverage.nextFallsBelow
  const words = [
    ...(isAsked ? [`${coverageWords(coverage, need.positions, newHireDays)}.`] : []),
    askWords(coverage, need.positions),
    ...(isAsked && falls ? [fallsBelowWords(falls)] : []),
  ]
  return {
    id: standard,
    title,
    to: paths.teamStandard(venueId, standard),
    detail: words.join(' '),
    ...coverageStatus(each),
  }
}

/** How the team stands for one standard, in a word or two. */
export function coverageStatus({
  coverage,
  listed,
}: Pick<StandardCoverage, 'coverage' | 'listed'>): Pick<ListedTask, 'status' | 'tone'> {
  const { met, required, trained, inScope, newHires, onLeave } = coverage
  if (listed === 0 || inScope + newHires + onLeave === 0) return { status: 'Nothing asked' }
  if (inScope === 0) return { status: 'Nothing asked yet' }
  if (met) return { status: 'In place', tone: 'place' }
  return { status: `${required - trained} to go`, tone: 'next' }
}

/** The person who was just taken off the list, so that they can be put back at once. */
async function removedPerson(ctx: Context, venueId: VenueId, id: string | undefined) {
  if (!id) return null
  const row = await staffMemberFor(ctx.db, ctx.actor, venueId, id as `stf_${string}`, {
    removed: true,
  }).catch(() => null)
  return row?.removedAt ? { name: row.name, restore: paths.restoreStaff(venueId, row.id) } : null
}
