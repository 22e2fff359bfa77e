import { paths } from '~/paths'
import { roundWords, seenWords } from '~/words/en/feedback'
import { formatDay, formatDayOf } from '~/words/en/format'
import { staffRead } from '~/words/en/states'
import { addedSince } from '../applications/added-since.server'
import { givenBack } from '../applications/given-back.server'
import { accreditedUntil, mayHoldCertificate } from '../applications/queries.server'
import { answersOfRound, evidenceOfRound, roundsOf } from '../applications/rounds.server'
import { changesBetween } from '../applications/rounds-changes'
import { sharedStandards } from '../applications/rounds-view'
import { stateFacts } from '../applications/state-facts'
import type { Reading } from '../context'
import { dayOf } from '../dates'
import type { ApplicationId } from '../ids'
import { canIssueCertificate, canRespond, canSuggestWords } from '../permissions/application'
import { canLogContact } from '../permissions/contact'
import { placeIn } from '../permissions/who'
import { programOf } from '../standards/program.server'
import { responseOfRound, roundInHand } from './draft.server'
import { lettersOf, replyCounts } from './queries.server'

/** An application as the program knows it: its rounds and letters, and what the newest round holds. */
export async function recordOf(reading: Reading, applicationId: ApplicationId) {
  const { db, actor, now } = reading
  const hand = await roundInHand(db, actor, applicationId)
  const { application, round, set, evidence, answers } = hand
  const { timeZone } = await programOf(db)
  const all = await roundsOf(db, applicationId)
  const letters = await lettersOf(db, applicationId)
  const replied = await replyCounts(db, applicationId)
  const response = await responseOfRound(db, round.id)
  const today = dayOf(now, timeZone)
  const until = mayHoldCertificate(application)
    ? await accreditedUntil(db, application.venueId)
    : null
  const may = canRespond(actor, application)
  const waits = application.state === 'shared' && !response?.sentAt
  // Whoever belongs to the venue learns of a response when it is sent, as the rest of its people do.
  const draft = placeIn(actor, application.venueId) || response?.sentAt ? null : response
  return {
    applicationId,
    venue: application.venueName,
    contactsTo: canLogContact(actor, application.districtId).allowed
      ? paths.contacts('program', application.venueId)
      : null,
    state: staffRead(stateFacts(application, { today, timeZone }, { until })) ?? '',
    hearBy: waits && application.hearBy ? formatDay(application.hearBy) : '',
    mayIssue: canIssueCertificate(actor, application).allowed,
    /** "start" and "go on" while a response is waited for; whoever may not write reads why. */
    writing: waits ? (draft ? 'begun' : 'start') : 'none',
    begunBy: draft?.author ?? '',
    /** Whether a colleague asked them to read the draft first. */
    readsFirst: canSuggestWords(actor, application).allowed && draft !== null,
    hindrance: may.allowed ? null : may.reason,
    words: round.words,
    ruler: round.ruler ?? '',
    rounds: all.map(({ id, number, reference, sharedAt, sharedBy }) => {
      const letter = letters.find(({ roundId }) => roundId === id)
      return {
        id,
        title: roundWords.round(number),
        reference,
        shared: formatDayOf(sharedAt, timeZone),
        sharedBy,
        letter: letter?.sentAt
          ? {
              to: paths.reviewLetter(applicationId, letter.id),
              author: letter.author,
              sent: formatDayOf(letter.sentAt, timeZone),
              seen: seenWords(application, letter.seenAt && formatDayOf(letter.seenAt, timeZone)),
              replies: replied.get(letter.id) ?? 0,
            }
          : null,
      }
    }),
    changes: await changesSince(all[1]?.id),
    standards: sharedStandards(set.standards, evidence, answers),
    added: await addedSince(db, application, set),
    givenBack: await givenBackWords(),
  }

  async function givenBackWords() {
    const back = until ? await givenBack(db, applicationId) : null
    return back && { on: formatDay(back.on), reason: back.reason }
  }

  async function changesSince(earlier: (typeof all)[number]['id'] | undefined) {
    if (!earlier) return null
    const before = {
      evidence: await evidenceOfRound(db, earlier),
      answers: await answersOfRound(db, earlier),
    }
    const titles = new Map(set.standards.map(({ code, title }) => [code, title]))
    return changesBetween(before, { evidence, answers }).map(({ standard, changes }) => {
      return { code: standard, title: titles.get(standard) ?? standard, changes }
    })
  }
}

export type ApplicationRecord = Awaited<ReturnType<typeof recordOf>>
