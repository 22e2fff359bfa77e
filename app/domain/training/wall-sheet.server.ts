import { formatDayOf, formatWallDay } from '~/words/en/format'
import { positionNames } from '~/words/en/names'
import type { Reading } from '../context'
import type { Day } from '../dates'
import type { VenueId } from '../ids'
import { programOf, todayIn } from '../standards/program.server'
import { venueFor } from '../venues/queries.server'
import { standardsForVenue } from '../venues/standards-in-force.server'
import { hasLeft } from './coverage-standing'
import { teamOf } from './queries.server'
import { type CoveredPerson, coverageOfTeam } from './team'

/** What hangs in the back room: who has which training until when, with boxes to fill in by hand. */
export async function wallSheet(ctx: Reading, venueId: VenueId) {
  const { db, actor, now } = ctx
  const venue = await venueFor(db, actor, venueId)
  const { settings, timeZone } = await programOf(db)
  const set = await standardsForVenue(db, venueId)
  const today = await todayIn(db, now)
  const { people, records } = await teamOf(ctx, venueId)
  const asked = coverageOfTeam({ staff: people, records }, set, settings, today).filter(
    ({ people: covered }) => covered.length > 0,
  )
  const columns = asked.map(({ standard, title, people: covered }) => ({
    ...{ standard, title },
    of: new Map(covered.map((person) => [person.staffId as string, person])),
  }))
  const here = people.filter((person) => !hasLeft(person, today))
  const rows = here.map(({ id, name, position, onLeave }) => ({
    ...{ id, name },
    role: onLeave ? `${positionNames[position]} (on leave)` : positionNames[position],
    cells: columns.map(({ of }) => cellOf(of.get(id), today)),
  }))
  return {
    venue: venue.name,
    asOf: formatDayOf(now, timeZone),
    columns: columns.map(({ standard, title }) => ({ standard, title })),
    rows,
  }
}

/** The day through which it counts, a box to write in, or a dash where nothing is asked. */
function cellOf(person: CoveredPerson | undefined, today: Day): string {
  if (!person) return '–'
  const { completedOn, endsOn } = person
  if (!completedOn) return ''
  if (!endsOn) return 'No end'
  return endsOn >= today ? formatWallDay(endsOn) : ''
}
