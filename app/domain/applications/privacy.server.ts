import type { Reading } from '../context'
import type { VenueId } from '../ids'
import { applicationOfVenue } from './queries.server'
import { privacyWords } from './workspace-words'

/** Who reads what a venue writes, for pages that ask nothing else of its application. */
export async function privacyOf({ db, actor }: Reading, venueId: VenueId): Promise<string> {
  return privacyWords(await applicationOfVenue(db, actor, venueId))
}
