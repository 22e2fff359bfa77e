import { formatDay } from '~/words/en/format'
import type { Reading } from '../context'
import { addWorkingDays } from '../dates'
import type { VenueId } from '../ids'
import { amendHindrance, changesToShare } from './amendment.server'
import { accreditedUntil } from './queries.server'
import { readersOf, sharedOf } from './readers.server'
import { namesGoingAlong } from './share-page.server'
import { seenOf } from './share-seen.server'
import { workspaceOf } from './workspace.server'

/** What an accredited venue changed since it last shared, who would read it, and by when it would hear. */
export async function amendPage(reading: Reading, venueId: VenueId) {
  const workspace = await workspaceOf(reading, venueId)
  const { venue, settings, today } = workspace
  const { choices, everything, sharedOn } = await changesToShare(reading, workspace)
  const until = await accreditedUntil(reading.db, venueId)
  const along = choices.map((choice) => choice.along)
  const names = await namesGoingAlong(reading, venueId, along)
  const readers = await readersOf(reading.db, sharedOf(workspace))
  return {
    venue: venue.name,
    hindrance: await amendHindrance(reading, workspace),
    until: until && until >= today ? formatDay(until) : '',
    sharedOn,
    choices: choices.map(({ code, title, changes, to }) => ({ code, title, changes, to })),
    names: names.map(({ name, where }) => `${name} in “${where}”`),
    readers,
    seen: await seenOf(reading, workspace, { along: everything, readers, ruler: null }),
    hearBy: formatDay(addWorkingDays(today, settings.firstReadDays)),
  }
}
