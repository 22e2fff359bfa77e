import { positionNames } from '~/words/en/names'
import { classRecordWords as words } from '~/words/en/standard-team'
import type { Reading } from '../context'
import type { VenueId } from '../ids'
import { programOf, todayIn } from '../standards/program.server'
import { standardsForVenue } from '../venues/standards-in-force.server'
import { hasLeft } from './coverage-standing'
import { teamOf } from './queries.server'
import { coverageOfTeam } from './team'

/**
 * The page on which one class is written down for several people: everybody who has not left, first
 * those for whom the standard that led here is open. `code` is that standard, if any.
 */
export async function classRecordPage(ctx: Reading, venueId: VenueId, code: string | null) {
  const { people, records } = await teamOf(ctx, venueId)
  const { settings } = await programOf(ctx.db)
  const set = await standardsForVenue(ctx.db, venueId)
  const today = await todayIn(ctx.db, ctx.now)
  const coverage = coverageOfTeam({ staff: people, records }, set, settings, today)
  const asked = coverage.find(({ standard }) => standard === code)
  const open = new Set(
    asked?.people.flatMap(({ staffId, standing }) => (standing === 'untrained' ? staffId : [])),
  )
  const listed = people.filter((person) => !hasLeft(person, today))
  return {
    standard: asked ? { code: asked.standard, title: asked.title } : null,
    type: asked?.need.types[0] ?? '',
    types: set.trainingTypes.map(({ code: value, title }) => ({ value, label: title })),
    people: [
      ...listed.filter(({ id }) => open.has(id)),
      ...listed.filter(({ id }) => !open.has(id)),
    ].map(({ id, name, position }) => ({
      value: id,
      label: name,
      hint: open.has(id) ? words.open(positionNames[position]) : positionNames[position],
    })),
  }
}
