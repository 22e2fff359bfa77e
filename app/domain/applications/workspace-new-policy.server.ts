import type { Reading } from '../context'
import { NotFound } from '../errors'
import type { VenueId } from '../ids'
import { roomWords } from '../policies/file-room.server'
import { currentStandardSet, standardSetOf } from '../standards/program.server'
import { findStandard } from '../standards/standard-set'
import { applicationOfVenue } from './queries.server'

type Asked = { template: string; standard: string }

/** What a policy can start from; with the standard that it was begun for, where it was. */
export async function newPolicyPageOf({ db, actor }: Reading, venueId: VenueId, asked: Asked) {
  const { templates } = await currentStandardSet(db)
  const application = await applicationOfVenue(db, actor, venueId)
  const set = application ? await standardSetOf(db, application.standardSetId) : null
  const standard = set && asked.standard ? findStandard(set, asked.standard) : null
  if (asked.standard && !standard) throw new NotFound()
  return {
    room: await roomWords(db, venueId),
    templates: templates.map(({ code, title, about }) => ({ code, title, about })),
    template: templates.some(({ code }) => code === asked.template) ? asked.template : '',
    standard: standard ? { code: standard.code, title: standard.title } : null,
  }
}
