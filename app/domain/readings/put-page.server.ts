import type { Reading } from '../context'
import type { VenueId } from '../ids'
import { policiesOf } from '../policies/queries.server'
import { programOf } from '../standards/program.server'
import { venueFor } from '../venues/queries.server'
import { papersOf, readingsOf } from './queries.server'

/** The choice of what goes to the team: every policy in which something stands, those of last time ticked. */
export async function putPage({ db, actor }: Reading, venueId: VenueId) {
  const venue = await venueFor(db, actor, venueId)
  const policies = await policiesOf(db, actor, venueId)
  const [last] = await readingsOf(db, venueId)
  const read = last ? await papersOf(db, last.versions) : []
  const before = new Set(read.map(({ version }) => version.policyId))
  const choices = policies
    .filter(({ fileId, written }) => fileId !== null || written > 0)
    .map(({ id, title, kind, written, sections }) => ({
      value: id,
      label: title,
      ...(kind === 'written' &&
        written < sections && { hint: `${written} of ${sections} sections are written.` }),
    }))
  return {
    venue: venue.name,
    choices,
    chosen: last
      ? choices.map(({ value }) => value).filter((id) => before.has(id))
      : choices.map(({ value }) => value),
    isFirst: !last,
    daysToSign: (await programOf(db)).settings.newHireDays,
  }
}
