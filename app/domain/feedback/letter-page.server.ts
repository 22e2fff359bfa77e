import {
  helpedSentences,
  seenWords,
  stepChoices,
  stepStandsForStaff,
  stepStandsForVenue,
} from '~/words/en/feedback'
import { formatDayOf, formatMoment } from '~/words/en/format'
import { areaNames } from '~/words/en/names'
import { lateForStaff, lateForVenue } from '~/words/en/replies'
import { holderOf } from '../applications/hands.server'
import { evidenceOfRound, standardsOfRound } from '../applications/rounds.server'
import type { Reading } from '../context'
import { dayOf } from '../dates'
import { NotFound } from '../errors'
import type { ApplicationId, ResponseId, VenueId } from '../ids'
import { canReply } from '../permissions/feedback'
import { canSpeakForVenue } from '../permissions/venue'
import { placeIn } from '../permissions/who'
import { programOf } from '../standards/program.server'
import { helpedAnswersOf } from './helped-answers.server'
import { cameAfter } from './late'
import { movesSince } from './late.server'
import { letterOf } from './letter'
import { repliesTo, responseFor, stepHistoryOf } from './queries.server'
import { filesOfReplies } from './reply-files.server'
import { saysReady } from './response'
import { writersOf } from './writers.server'

/** Where the letter is asked for: the address names the venue, or the application. */
export type LetterPlace = { venueId: VenueId } | { applicationId: ApplicationId }

/** A letter with what became of it: answers to its steps, whether it helped, and replies. */
export async function letterPage(reading: Reading, responseId: ResponseId, place: LetterPlace) {
  const { db, actor } = reading
  const { response, application, items } = await responseFor(db, actor, responseId)
  const fits =
    'venueId' in place
      ? place.venueId === application.venueId && placeIn(actor, application.venueId)
      : place.applicationId === application.id
  if (!fits || !response.sentAt) throw new NotFound()

  const { settings, timeZone } = await programOf(db)
  const holder = await holderOf(db, application.id)
  const set = await standardsOfRound(db, response.roundId, application)
  const titles = new Map(set.standards.map(({ code, title }) => [code, title]))
  const evidence = await evidenceOfRound(db, response.roundId)
  const history = await stepHistoryOf(
    db,
    items.flatMap(({ id, kind }) => (kind === 'next_step' ? id : [])),
  )
  const speaks = 'venueId' in place ? canSpeakForVenue(actor, application.venueId) : null
  const stands = speaks ? stepStandsForVenue : stepStandsForStaff
  const helped = await helpedAnswersOf(db, responseId, actor.person.id)
  const files = await filesOfReplies(db, responseId)
  const moved = await movesSince(db, application.id, response.sentAt)
  const lateWords = (at: Date) => {
    const late = cameAfter(moved, at)
    if (!late) return ''
    return (speaks ? lateForVenue : lateForStaff)[late.after](formatDayOf(late.at, timeZone))
  }
  const date = formatDayOf(response.sentAt, timeZone)
  const ready = response.outcome !== null && saysReady(response.outcome, response)
  const part = response.area ? areaNames[response.area] : ''
  return {
    id: response.id,
    venueId: application.venueId,
    venue: application.venueName,
    round: response.round,
    sentOn: dayOf(response.sentAt, timeZone),
    state: application.state,
    /** Whether opening it now leaves the mark. */
    unseen: application.tellsWhenRead && !response.seenAt,
    seenWords: seenWords(application, response.seenAt && formatMoment(response.seenAt, timeZone)),
    letter: letterOf(
      { ...response, from: response.author, date, items, ready, part },
      { evidence, titles, writers: await writersOf(db, items) },
    ),
    /** Whom the venue can talk to about it: whoever wrote it, and the liaison of today. */
    call: {
      from: response.author,
      liaison: holder?.name ?? response.author,
      phone: settings.contactPhone,
      email: settings.contactEmail,
    },
    answers: items
      .filter(({ kind }) => kind === 'next_step')
      .map((item) => ({
        itemId: item.id,
        standing: item.answer ? stands({ answer: item.answer, on: item.agreedOn }) : '',
        history: history
          .filter(({ itemId }) => itemId === item.id)
          .map((each) => ({
            id: each.id,
            when: formatMoment(each.at, timeZone),
            who: each.name,
            what: stepChoices[each.answer],
            words: each.words,
            late: lateWords(each.at),
          })),
      })),
    replies: (await repliesTo(db, responseId, application)).map((reply) => ({
      id: reply.id,
      author: reply.author,
      ofVenue: reply.ofVenue,
      when: formatMoment(reply.at, timeZone),
      words: reply.words,
      /** What it came after, where the application had moved on. */
      late: lateWords(reply.at),
      files: files.filter(({ replyId }) => replyId === reply.id),
      about: titles.get(items.find(({ id }) => id === reply.itemId)?.standard ?? '') ?? '',
    })),
    about: items.map(({ id, standard }) => ({ id, standard, title: titles.get(standard) ?? '' })),
    /** One's own word on it for the venue's people, and how many said what for staff. */
    helped: speaks ? helped.own : null,
    helpedWords: speaks ? '' : helpedSentences(helped.all),
    mayAnswer: speaks?.allowed ?? false,
    /** When a part was settled, by its id; under no id, the whole. */
    settledOn: settledDays(response.settledAt, items, timeZone),
    mayReply: canReply(actor, application).allowed,
  }
}

function settledDays(
  whole: Date | null,
  items: { id: string; settledAt: Date | null }[],
  timeZone: string,
): Record<string, string> {
  const marked = [{ id: '', settledAt: whole }, ...items]
  return Object.fromEntries(
    marked.flatMap(({ id, settledAt }) =>
      settledAt ? [[id, formatDayOf(settledAt, timeZone)]] : [],
    ),
  )
}

export type LetterPage = Awaited<ReturnType<typeof letterPage>>
