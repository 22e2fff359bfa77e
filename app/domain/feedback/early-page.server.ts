import { formatDayOf } from '~/words/en/format'
import { addressed, areaNames } from '~/words/en/names'
import { standardAreas } from '~db/vocabulary'
import type { Reading } from '../context'
import type { ApplicationId } from '../ids'
import { canRespond } from '../permissions/application'
import { permit } from '../permissions/permission'
import { programOf } from '../standards/program.server'
import { responseOfRound, roundInHand } from './draft.server'
import { draftAsRead, problemsWithPlaces } from './draft-as-read'
import { areaOf, earlyPart, earlyProblems } from './send-early.server'
import { earlyLettersOf } from './sent-early.server'
import { writersOf } from './writers.server'

/**
 * What of a draft can be sent early: each area that has a part, and the letter about the chosen one
 * exactly as the venue would read it, with what still keeps it from being sent.
 */
export async function earlyPage(reading: Reading, applicationId: ApplicationId, chosen: string) {
  const { db, actor, now } = reading
  const hand = await roundInHand(db, actor, applicationId)
  const { application, round, set, evidence } = hand
  permit(canRespond(actor, application))
  const response = await responseOfRound(db, round.id)
  const { timeZone } = await programOf(db)
  const draft = response?.draft ?? null
  const titles = new Map(set.standards.map(({ code, title }) => [code, title]))
  const areas = standardAreas.filter(
    (area) =>
      !round.amendment && draft?.items.some(({ standard }) => areaOf(set, standard) === area),
  )
  return {
    applicationId,
    venue: application.venueName,
    writing: draft !== null,
    revision: response?.revision ?? 0,
    areas: areas.map((area) => ({ area, name: areaNames[area] })),
    sent: await earlyLettersOf(db, round.id, timeZone),
    early: draft ? await asRead() : null,
  }

  async function asRead() {
    const area = areas.find((each) => each === chosen)
    if (!draft || !area) return null
    const { early } = earlyPart(hand, draft, { area, opening: '' })
    const problems = await earlyProblems(db, hand, early, now)
    const from = addressed(actor.person)
    const words = { from, date: formatDayOf(now, timeZone), ready: false, part: areaNames[area] }
    return {
      area,
      name: areaNames[area],
      letter: draftAsRead(early, words, {
        evidence,
        titles,
        writers: await writersOf(db, early.items),
      }),
      problems: problemsWithPlaces(problems, early, titles),
    }
  }
}

export type EarlyPage = Awaited<ReturnType<typeof earlyPage>>
