import { paths } from '~/paths'
import { roundWords, seenWords } from '~/words/en/feedback'
import { formatDay, formatDayOf } from '~/words/en/format'
import { areaNames } from '~/words/en/names'
import { staffRead } from '~/words/en/states'
import { addedSince } from '../applications/added-since.server'
import { givenBack } from '../applications/given-back.server'
import { accreditedUntil, mayHoldCertificate } from '../applications/queries.server'
import { roundsOf } from '../applications/rounds.server'
import { changesBetween } from '../applications/rounds-changes'
import { sharedStandards } from '../applications/rounds-view'
import { sharedBefore, sharedSoFar } from '../applications/shared-so-far.server'
import { stateFacts } from '../applications/state-facts'
import type { Reading } from '../context'
import { dayOf } from '../dates'
import type { ApplicationId } from '../ids'
import { canIssueCertificate, canRespond, canSuggestWords } from '../permissions/application'
import { canComplete } from '../permissions/certificate'
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
  const { timeZone, settings } = await programOf(db)
  const all = await roundsOf(db, applicationId)
  const letters = await lettersOf(db, applicationId)
  const replied = await replyCounts(db, applicationId)
  const response = await responseOfRound(db, round.id)
  const today = dayOf(now, timeZone)
  const until = mayHoldCertificate(application)
    ? await accreditedUntil(db, application.venueId)
    : null
  const may = canRespond(actor, application)
  const issues = canIssueCertificate(actor, application).allowed
  const second = canComplete(actor, response?.authorId ?? null, settings.accreditedBy)
  const waits = (application.state === 'shared' || round.amendment) && !response?.sentAt
  const hearBy = round.amendment ? round.hearBy : application.hearBy
  const own = { evidence, answers }
  const known = round.amendment ? await sharedSoFar(db, applicationId) : own
  // Whoever belongs to the venue learns of a response when it is sent, as the rest of its people do.
  const draft = placeIn(actor, application.venueId) || response?.sentAt ? null : response
  return {
    applicationId,
    venue: application.venueName,
    contactsTo: canLogContact(actor, application.districtId).allowed
      ? paths.contacts('program', application.venueId)
      : null,
    state: staffRead(stateFacts(application, { today, timeZone }, { until })) ?? '',
    hearBy: waits && hearBy ? formatDay(hearBy) : '',
    /** A change that waits for an answer, while the accreditation goes on. */
    amended: waits && round.amendment === true,
    mayIssue: issues && second.allowed,
    /** Why somebody else issues it, where two people accredit. */
    second: issues && !second.allowed ? second.reason : '',
    /** "start" and "go on" while a response is waited for; whoever may not write reads why. */
    writing: waits ? (draft ? 'begun' : 'start') : 'none',
    begunBy: draft?.author ?? '',
    /** Whether a colleague asked them to read the draft first. */
    readsFirst: canSuggestWords(actor, application).allowed && draft !== null,
    hindrance: may.allowed ? null : may.reason,
    words: round.words,
    ruler: round.ruler ?? '',
    rounds: all.map(({ id, number, reference, sharedAt, sharedBy, amendment }) => {
      const ofRound = letters.filter(({ roundId }) => roundId === id)
      return {
        id,
        title: amendment ? roundWords.amendment(number) : roundWords.round(number),
        reference,
        shared: formatDayOf(sharedAt, timeZone),
        sharedBy,
        answered: ofRound.some(({ area }) => area === null),
        /** The newest first; those about one area went out before the rest. */
        letters: ofRound.flatMap((letter) =>
          letter.sentAt
            ? {
                id: letter.id,
                to: paths.reviewLetter(applicationId, letter.id),
                part: letter.area ? areaNames[letter.area] : '',
                author: letter.author,
                sent: formatDayOf(letter.sentAt, timeZone),
                seen: seenWords(application, letter.seenAt && formatDayOf(letter.seenAt, timeZone)),
                replies: replied.get(letter.id) ?? 0,
              }
            : [],
        ),
      }
    }),
    changes: await changesSince(),
    /** Whether the newest round is the whole; of a change, what it leaves as it was is shown with it. */
    whole: !round.amendment,
    standards: sharedStandards(set.standards, known.evidence, known.answers),
    added: await addedSince(db, application, set),
    givenBack: await givenBackWords(),
  }

  async function givenBackWords() {
    const back = until ? await givenBack(db, applicationId) : null
    return back && { on: formatDay(back.on), reason: back.reason }
  }

  async function changesSince() {
    const before = await sharedBefore(db, round, own)
    if (!before) return null
    const titles = new Map(set.standards.map(({ code, title }) => [code, title]))
    return changesBetween(before, own).map(({ standard, changes }) => {
      return { code: standard, title: titles.get(standard) ?? standard, changes }
    })
  }
}

export type ApplicationRecord = Awaited<ReturnType<typeof recordOf>>
