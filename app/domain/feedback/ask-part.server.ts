import { paths } from '~/paths'
import { addressed, areaNames } from '~/words/en/names'
import { applicationAccess, responseParts } from '~db/schema'
import { type StandardArea, standardAreas } from '~db/vocabulary'
import type { Context, Reading } from '../context'
import { deed } from '../deed.server'
import { Conflict, Invalid } from '../errors'
import { recordEvent } from '../events.server'
import { type AccessId, type ApplicationId, newId } from '../ids'
import { queueEmail } from '../outbox.server'
import { canRespond } from '../permissions/application'
import { permit } from '../permissions/permission'
import type { StandardSet } from '../standards/standard-set'
import { emptyDraft } from './draft'
import { responseOfRound, roundInHand } from './draft.server'
import { type PartWriter, partWriters, standardsOfFields } from './part-writers.server'

export type AskedPart = { writer: string; area: StandardArea | ''; words: string }

/** Whom the writer of a letter can ask for a part, and about which areas. */
export async function askPartPage({ db, actor }: Reading, applicationId: ApplicationId) {
  const { application, round, set } = await roundInHand(db, actor, applicationId)
  permit(canRespond(actor, application))
  const response = await responseOfRound(db, round.id)
  const writers = (await partWriters(db, actor, application)).filter(
    ({ fields }) => fields.length === 0 || standardsOfFields(set, fields).length > 0,
  )
  return {
    applicationId,
    venue: application.venueName,
    writing: response?.draft != null,
    writers: writers.map(({ id, label }) => ({ value: id, label })),
    areas: standardAreas
      .filter((area) => set.standards.some((standard) => standard.area === area))
      .map((area) => ({ value: area, label: areaNames[area] })),
  }
}

/**
 * Asks another reviewer for a part of a letter: a partner about the standards of their field, a colleague
 * about one area. They see what was shared on these standards alone, until their part is taken into the
 * letter, and the venue sees who they are.
 */
export function askForPart(
  ctx: Context,
  applicationId: ApplicationId,
  { writer, area, words }: AskedPart,
): Promise<AccessId> {
  return deed(ctx, async (tx) => {
    const { actor, now, origin } = ctx
    const { application, round, set } = await roundInHand(tx, actor, applicationId)
    permit(canRespond(actor, application))
    const response = await responseOfRound(tx, round.id)
    if (!response?.draft) throw new Conflict('There is no letter in draft at the moment.')
    const asked = (await partWriters(tx, actor, application)).find(({ id }) => id === writer)
    if (!asked)
      throw new Invalid({ writer: 'Choose somebody from the list, who is not asked yet.' })
    const standards = standardsFor(set, asked, area)

    const id = newId('acc')
    const by = { applicationId, personId: asked.id, givenBy: actor.person.id }
    await tx
      .insert(applicationAccess)
      .values({ id, ...by, kind: 'field', words: words.trim(), at: now, standards })
    await tx
      .insert(responseParts)
      .values({ accessId: id, draft: emptyDraft(), revision: 0, updatedAt: now })
    await recordEvent(tx, {
      kind: 'response.part_asked',
      ...{ actor, at: now, origin, venueId: application.venueId, applicationId },
      subjectId: asked.id,
    })
    const titles = set.standards.filter(({ code }) => standards.includes(code))
    await queueEmail(
      tx,
      asked,
      'part-asked',
      {
        name: asked.name,
        from: addressed(actor.person),
        venue: application.venueName,
        words: words.trim(),
        standards: titles.map(({ title }) => title),
        path: paths.part(id),
      },
      now,
    )
    return id
  })
}

function standardsFor(set: StandardSet, { fields }: PartWriter, area: StandardArea | ''): string[] {
  if (fields.length > 0) {
    const own = standardsOfFields(set, fields)
    if (own.length === 0) {
      throw new Invalid({ writer: 'None of these standards belongs to the field of this partner.' })
    }
    return own
  }
  if (!area) throw new Invalid({ area: 'Choose the area that this colleague writes about.' })
  return set.standards.filter((standard) => standard.area === area).map(({ code }) => code)
}
