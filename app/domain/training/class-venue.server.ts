import { gainWords } from '~/words/en/classes'
import { formatNumber } from '~/words/en/format'
import type { Reading } from '../context'
import { dayOf } from '../dates'
import { NotFound } from '../errors'
import type { VenueId } from '../ids'
import { placeIn } from '../permissions/who'
import { programOf } from '../standards/program.server'
import { findStandard } from '../standards/standard-set'
import { venueFor } from '../venues/queries.server'
import { standardsForVenue } from '../venues/standards-in-force.server'
import { classTimes } from './class'
import { classGains } from './class-gain'
import { classesForVenue } from './class-queries.server'
import { teamOf } from './queries.server'

/** Classes to come for a venue's people, each with what it would change for the venue's own coverage. */
export async function venueClasses(ctx: Reading, venueId: VenueId) {
  const { db, actor, now } = ctx
  const venue = await venueFor(db, actor, venueId)
  const coming = await classesForVenue(db, venueId, now)
  const { settings, timeZone } = await programOf(db)
  const set = await standardsForVenue(db, venueId)
  const gives = coming.some(({ trainingType }) => trainingType !== null)
  const { people: staff, records } = gives
    ? await teamOf(ctx, venueId)
    : { people: [], records: [] }
  const training = (code: string | null) =>
    set.trainingTypes.find((type) => type.code === code)?.title ?? null
  return {
    venue: venue.name,
    classes: coming.map(({ id, trainingType, seats, ...each }) => {
      const held = trainingType && { trainingType, day: dayOf(each.startsAt, timeZone), seats }
      const gains = held ? classGains({ staff, records }, held, set, settings) : []
      return {
        id,
        title: each.title,
        when: classTimes(each, timeZone),
        place: each.place,
        host: each.host,
        seats: seats === null ? null : formatNumber(seats),
        training: training(trainingType),
        signUp: each.signUp,
        words: each.words,
        gains: gains.map(({ standard, ...gain }) => ({
          standard,
          title: findStandard(set, standard)?.title ?? standard,
          words: gainWords(gain),
        })),
      }
    }),
  }
}

/** The next class for a venue's people and how many more come after it; null where none is to come. */
export async function nextClass({ db, actor, now }: Reading, venueId: VenueId) {
  if (!placeIn(actor, venueId)) throw new NotFound()
  const [next, ...others] = await classesForVenue(db, venueId, now)
  if (!next) return null
  const { timeZone } = await programOf(db)
  return {
    title: next.title,
    when: classTimes(next, timeZone),
    place: next.place,
    more: others.length,
  }
}
