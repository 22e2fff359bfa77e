import type { Reader } from '~db/open.server'
import type { Actor } from '../context'
import { Conflict, NotFound } from '../errors'
import type { VenueId } from '../ids'
import { standardSetOf } from '../standards/program.server'
import { findStandard, type Standard, type StandardSet } from '../standards/standard-set'
import { venueMayEdit } from './application'
import { type Application, applicationOfVenue } from './queries.server'

/** The application that a venue may write in now, with one of its standards. Read-only times are a Conflict. */
export async function draftFor(
  db: Reader,
  actor: Actor,
  venueId: VenueId,
  code: string,
): Promise<{ application: Application; set: StandardSet; standard: Standard }> {
  const application = await editableApplication(db, actor, venueId)
  const set = await standardSetOf(db, application.standardSetId)
  const standard = findStandard(set, code)
  if (!standard) throw new NotFound()
  return { application, set, standard }
}

/** The application of a venue while the venue has the pen. */
export async function editableApplication(
  db: Reader,
  actor: Actor,
  venueId: VenueId,
): Promise<Application> {
  const application = await applicationOfVenue(db, actor, venueId)
  if (!application) throw new NotFound()
  if (!venueMayEdit(application.state)) throw new Conflict(readOnlySentence)
  return application
}

const readOnlySentence =
  'Your application is not open for changes at the moment, so this was not saved. You can change it again when it is your turn.'
