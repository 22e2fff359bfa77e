import { formatDay, formatDayOf, formatTime } from '~/words/en/format'
import { addressed } from '~/words/en/names'
import type { ResponseDraft } from '~db/schema/feedback'
import type { Reading } from '../context'
import { dayOf } from '../dates'
import type { ApplicationId } from '../ids'
import { canRespond } from '../permissions/application'
import { permit } from '../permissions/permission'
import { currentLexicon } from '../standards/lexicon.server'
import { programOf } from '../standards/program.server'
import type { LexiconEntry } from '../standards/standard-set'
import { emptyDraft } from './draft'
import { responseOfRound, roundInHand } from './draft.server'
import { draftAsRead, problemsWithPlaces } from './draft-as-read'
import { toneDraftOf } from './draft-tone'
import { phrasesOf } from './keep-phrases.server'
import { type PartAsked, partsGiven } from './parts-given.server'
import { readersAsked, suggestionsFor } from './peer-read.server'
import { outcomeOf, saysReady } from './response'
import { allProblemsOf, stillOpen } from './rules.server'
import { earlyLettersOf, sentBefore } from './sent-early.server'
import { standardsInStudio } from './studio-standards.server'
import { toneHints } from './tone'
import { ownToneCounts } from './tone-counts.server'
import { writersOf } from './writers.server'

/**
 * Where a liaison writes: what the venue shared beside the response as it stands. `draft` is null
 * before somebody has begun, and the response cannot be written any more once it is sent.
 */
export async function studioOf(reading: Reading, applicationId: ApplicationId) {
  const { db, actor, now } = reading
  const hand = await roundInHand(db, actor, applicationId)
  const { application, round } = hand
  permit(canRespond(actor, application))
  const response = await responseOfRound(db, round.id)
  const { timeZone } = await programOf(db)
  const today = dayOf(now, timeZone)
  const { draft } = response ?? {}
  const { entries: lexicon } = await currentLexicon(db)
  return {
    applicationId,
    venue: application.venueName,
    round: round.number,
    sharedOn: formatDayOf(round.sharedAt, timeZone),
    words: round.words,
    ruler: round.ruler ?? '',
    state: application.state,
    sent: response?.sentAt ? response.id : null,
    begunBy: response && response.authorId !== actor.person.id ? response.author : '',
    revision: response?.revision ?? 0,
    savedAt: response && response.revision > 0 ? formatTime(response.updatedAt, timeZone) : '',
    draft: draft ?? null,
    hints: draft ? hintsFor(draft, lexicon) : [],
    lexicon,
    toneCounts: await ownToneCounts(db, actor.person.id),
    stillOpen: await stillOpen(db, hand, draft ?? null, today),
    heldUntil: response?.heldUntil ? formatDay(response.heldUntil) : '',
    early: await earlyLettersOf(db, round.id, timeZone),
    stepsBefore: (await sentBefore(db, round.id)).steps,
    writers: await writersOf(db, draft?.items ?? []),
    part: null as PartAsked | null,
    given: draft ? await partsGiven(db, applicationId, timeZone) : [],
    suggestions: response && draft ? await suggestionsFor(db, response.id) : [],
    readers: (await readersAsked(db, applicationId)).filter(
      ({ doneOn, writes }) => !doneOn && !writes,
    ),
    phrases: await phrasesOf(db, actor.person.id),
    amendment: round.amendment === true,
    ...(await standardsInStudio(db, hand)),
  }
}

export type Studio = Awaited<ReturnType<typeof studioOf>>

/** The draft exactly as the venue will read it, and what still keeps it from being sent. */
export async function previewOf(reading: Reading, applicationId: ApplicationId) {
  const { db, actor, now } = reading
  const hand = await roundInHand(db, actor, applicationId)
  const { application, round, set, evidence } = hand
  permit(canRespond(actor, application))
  const response = await responseOfRound(db, round.id)
  const { timeZone } = await programOf(db)
  const draft = response?.draft ?? emptyDraft()
  const titles = new Map(set.standards.map(({ code, title }) => [code, title]))
  const from = addressed(actor.person)
  const ready = saysReady(outcomeOf(draft, await sentBefore(db, round.id)), round)
  const problems = await allProblemsOf(db, hand, draft, now)
  return {
    applicationId,
    venue: application.venueName,
    amendment: round.amendment === true,
    begun: response !== null,
    sent: response?.sentAt ? response.id : null,
    revision: response?.revision ?? 0,
    letter: draftAsRead(
      draft,
      { from, date: formatDayOf(now, timeZone), ready },
      { evidence, titles, writers: await writersOf(db, draft.items) },
    ),
    problems: problemsWithPlaces(problems, draft, titles),
    hints: hintsFor(draft, (await currentLexicon(db)).entries).length,
  }
}

export type Preview = Awaited<ReturnType<typeof previewOf>>

/** What the tone helper suggests, part by part; the parts are known by their keys. */
export function hintsFor(draft: ResponseDraft, lexicon: readonly LexiconEntry[]) {
  return toneHints(toneDraftOf(draft), lexicon)
}
