import { paths } from '~/paths'
import { formatDay } from '~/words/en/format'
import { endWords, standingWords } from '~/words/en/training'
import type { Context } from '../context'
import type { StaffId, VenueId } from '../ids'
import { programOf, todayIn } from '../standards/program.server'
import { standardsForVenue } from '../venues/standards-in-force.server'
import { aliasOf } from './aliases'
import { coverageOfVenue, recordsOf, staffMemberFor } from './queries.server'
import { titleOf, trainingEnd } from './trainings'
import { stateWordsOf } from './verifiers.server'

/** One person of the team: what they do, what the standards ask of them, and each training. */
export async function personPage(ctx: Context, venueId: VenueId, staffId: StaffId) {
  const { db, actor, now } = ctx
  const person = await staffMemberFor(db, actor, venueId, staffId, { removed: true })
  const { settings } = await programOf(db)
  const { trainingTypes: types, ...set } = await standardsForVenue(db, venueId)
  const today = await todayIn(db, now)
  const records = await recordsOf(db, staffId)
  const stateOf = await stateWordsOf(db, records)
  const coverage = await coverageOfVenue(
    ctx,
    venueId,
    { trainingTypes: types, ...set },
    settings,
    today,
  )
  return {
    venueId,
    staffId,
    name: person.name,
    alias: aliasOf(person.position, person.aliasNumber),
    isRemoved: person.removedAt !== null,
    values: {
      name: person.name,
      position: person.position,
      startedOn: person.startedOn ?? '',
      leftOn: person.leftOn ?? '',
      onLeave: person.onLeave ? 'yes' : '',
    },
    seen: String(person.updatedAt.getTime()),
    asked: coverage.flatMap(({ standard, title, people }) => {
      const found = people.find((one) => one.staffId === staffId)
      return found
        ? [{ term: title, detail: standingWords(found, settings.newHireDays), standard }]
        : []
    }),
    records: records.map((record) => ({
      id: record.id,
      title: titleOf(record.type, types),
      completed: formatDay(record.completedOn),
      end: endWords(trainingEnd(record, records, types, today)),
      number: record.certificateNumber ?? '',
      state: stateOf(record),
      to: paths.trainingRecord(venueId, record.id),
    })),
  }
}
