import { formatDay, formatDayOf, formatTime } from '~/words/en/format'
import { addressed } from '~/words/en/names'
import type { ResponseDraft } from '~db/schema/feedback'
import { changesBetween } from '../applications/rounds-changes'
import { sharedStandards } from '../applications/rounds-view'
import { sharedBefore } from '../applications/shared-so-far.server'
import type { Reading } from '../context'
import { dayOf } from '../dates'
import type { ApplicationId } from '../ids'
import { canRespond } from '../permissions/application'
import { permit } from '../permissions/permission'
import { currentLexicon } from '../standards/lexicon.server'
import { programOf } from '../standards/program.server'
import { isEssential, type LexiconEntry } from '../standards/standard-set'
import { emptyDraft } from './draft'
import { responseOfRound, roundInHand } from './draft.server'
import { draftAsRead, problemsWithPlaces } from './draft-as-read'
import { toneDraftOf } from './draft-tone'
import { phrasesOf } from './keep-phrases.server'
import { readersAsked, suggestionsFor } from './peer-read.server'
import { outcomeOf, saysReady } from './response'
import { allProblemsOf, stillOpen } from './rules.server'
import { earlyLettersOf, sentBefore } from './sent-early.server'
import { atHand, withChanges } from './studio-evidence'
import { toneHints } from './tone'
import { ownToneCounts } from './tone-counts.server'

/**
 * Where a liaison writes: what the venue shared beside the response as it stands. `draft` is null
 * before somebody has begun, and the response cannot be written any more once it is sent.
 */
export async function studioOf(reading: Reading, applicationId: ApplicationId) {
  const { db, actor, now } = reading
  const hand = await roundInHand(db, actor, applicationId)
  const { application, round, set, evidence, answers } = hand
  permit(canRespond(actor, application))
  const response = await responseOfRound(db, round.id)
  const { timeZone } = await programOf(db)
  const today = dayOf(now, timeZone)
  const before = await sharedBefore(db, round, { evidence, answers })
  const changes = before ? changesBetween(before, { evidence, answers }) : []
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
    suggestions: response && draft ? await suggestionsFor(db, response.id) : [],
    readers: (await readersAsked(db, applicationId)).filter(({ doneOn }) => !doneOn),
    phrases: await phrasesOf(db, actor.person.id),
    standards: sharedStandards(set.standards, evidence, answers).map((each) => ({
      ...each,
      ...atHand(set.standards, each.code),
      evidence: each.evidence.map((piece) => withChanges(piece, each.code, before?.evidence ?? [])),
      changes: changes.find(({ standard }) => standard === each.code)?.changes ?? [],
    })),
    amendment: round.amendment === true,
    unshared: (round.amendment ? [] : set.standards)
      .filter(({ code }) => !evidence.some(({ standard }) => standard === code))
      .filter(({ code }) => !answers.some((answer) => answer.standard === code && answer.words))
      .map((standard) => {
        const { code, title } = standard
        return { code, title, essential: isEssential(standard) }
      }),
    titles: Object.fromEntries(set.standards.map(({ code, title }) => [code, title])),
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
      { evidence, titles },
    ),
    problems: problemsWithPlaces(problems, draft, titles),
    hints: hintsFor(draft, (await currentLexicon(db)).entries).length,
  }
}

export type Preview = Awaited<ReturnType<typeof previewOf>>

/** What the tone helper suggests, part by part; the parts are known by their keys. */
function hintsFor(draft: ResponseDraft, lexicon: readonly LexiconEntry[]) {
  return toneHints(toneDraftOf(draft), lexicon)
}
