import { paths } from '~/paths'
import type { EmailFacts } from '~emails/facts'
import { groupedBy } from '../grouped-by'
import type { VenueId } from '../ids'
import type { VenueAround } from './around-dues.server'
import type { DueRow } from './due-rows.server'
import { thingsOf } from './due-thing'

/** So many things are named in one mail; the rest are counted, and the page has them all. */
const mostNamed = 12

/** What a person is told in one mail: over all their venues, the soonest first. */
export function dueMail(
  { name, venueIds }: { name: string; venueIds: readonly VenueId[] },
  told: readonly DueRow[],
  around: (venueId: VenueId) => VenueAround,
): EmailFacts['things-due'] {
  const toldOf = groupedBy(told, ({ venueId }) => venueId)
  const things = venueIds
    .flatMap((venueId) => {
      const known = around(venueId)
      return thingsOf(toldOf(venueId), known).map((thing) => ({ venue: known.name, ...thing }))
    })
    .sort((a, b) => a.daysLeft - b.daysLeft)
  return {
    name,
    things: things
      .slice(0, mostNamed)
      .map(({ venue, what, detail, dueOn, daysLeft, why, next, path }) => {
        return { venue, what, detail, dueOn, daysLeft, why, next, path }
      }),
    more: Math.max(0, things.length - mostNamed),
    pages: venueIds.flatMap((venueId) =>
      toldOf(venueId).length > 0 ? { venue: around(venueId).name, path: paths.dues(venueId) } : [],
    ),
  }
}
