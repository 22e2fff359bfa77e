import type { Reading } from '../context'
import { NotFound } from '../errors'
import type { VenueId } from '../ids'
import { roomWords } from '../policies/file-room.server'
import { findStandard } from '../standards/standard-set'
import { standardsForVenue } from '../venues/standards-in-force.server'
import { applicationOfVenue } from './queries.server'
import { privacyWords } from './workspace-words'

type Asked = { template: string; standard: string }

/** What a policy can start from; with the standard that it was begun for, where it was. */
export async function newPolicyPageOf({ db, actor }: Reading, venueId: VenueId, asked: Asked) {
  const application = await applicationOfVenue(db, actor, venueId)
  const set = await standardsForVenue(db, venueId)
  const { templates } = set
  const standard = application && asked.standard ? findStandard(set, asked.standard) : null
  if (asked.standard && !standard) throw new NotFound()
  return {
    privacy: privacyWords(application),
    room: await roomWords(db, venueId),
    templates: templates.map(({ code, title, about }) => ({ code, title, about })),
    template: templates.some(({ code }) => code === asked.template) ? asked.template : '',
    standard: standard ? { code: standard.code, title: standard.title } : null,
  }
}
