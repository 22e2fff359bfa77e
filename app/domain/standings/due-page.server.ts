import { type DueGroup, dueGroups } from '~/words/en/dues'
import { capital, formatDay } from '~/words/en/format'
import type { Reading } from '../context'
import { dayOf } from '../dates'
import type { VenueId } from '../ids'
import { aroundDues } from '../reminders/around-dues.server'
import { type DueThing, thingsOf } from '../reminders/due-thing'
import { programOf } from '../standards/program.server'
import { venueFor } from '../venues/queries.server'
import { countVenues } from './count-venues.server'

/**
 * All that falls due at a venue, the soonest first, for its own people. It is counted as it stands
 * now, so that the page is right at midnight whatever the clock has done.
 */
export async function duePage({ db, actor, now }: Reading, venueId: VenueId) {
  const { name } = await venueFor(db, actor, venueId)
  const program = await programOf(db)
  const today = dayOf(now, program.timeZone)
  const counted = (await countVenues(db, [venueId], program, today)).get(venueId)
  const around = (await aroundDues(db, [venueId], program, now))(venueId)
  const things = thingsOf(counted?.dues ?? [], around)
  const groups = (Object.keys(dueGroups) as DueGroup[]).map((key) => ({
    key,
    title: dueGroups[key],
    things: things.filter((thing) => groupOf(thing) === key).map(view),
  }))
  return {
    venue: name,
    asOf: formatDay(today),
    count: things.length,
    groups: groups.filter((group) => group.things.length > 0),
  }
}

export type DueView = ReturnType<typeof view>

function groupOf({ daysLeft }: DueThing): DueGroup {
  if (daysLeft <= 0) return 'now'
  if (daysLeft <= 30) return 'month'
  return daysLeft <= 90 ? 'quarter' : 'later'
}

function view({ what, detail, dueOn, left, daysLeft, why, next, path }: DueThing) {
  const far = daysLeft > 90
  return {
    key: `${what} ${dueOn} ${path}`,
    what,
    detail,
    status: far ? formatDay(dueOn) : capital(left),
    yours: daysLeft <= 30,
    /** What is far off needs no step yet. */
    steps: far ? [] : [`Next: ${next}`, `Why it helps: ${why}`],
    path,
  }
}
