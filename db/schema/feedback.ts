import type {
  AccessId,
  ApplicationId,
  DistrictId,
  FileId,
  ItemId,
  NoteId,
  PersonId,
  PulseId,
  ReplyId,
  ResponseId,
  RoundEvidenceId,
  RoundId,
  SuggestionId,
} from '~/domain/ids'
import {
  bool,
  day,
  id,
  indexOn,
  int,
  json,
  keyOf,
  moment,
  oneOf,
  rule,
  sql,
  table,
  text,
  uniqueWhere,
} from '../columns'
import {
  helpfulAnswers,
  itemKinds,
  pulseSides,
  responseFields,
  responseOutcomes,
  type StandardArea,
  type Standing,
  stepAnswers,
} from '../vocabulary'
import { people } from './accounts'
import { applications, roundEvidence, rounds } from './applications'
import { districts } from './districts'
import { files } from './files'
import { applicationAccess } from './review'

export type DraftItem = {
  /** Made in the browser or by the server; stays while the item is edited. */
  key: string
  standard: string
  kind: (typeof itemKinds)[number]
  words: string
  roundEvidenceId: RoundEvidenceId | null
  anchor: string
  quote: string
  why: string
  help: string
  proposedOn: string
  law: boolean
  lawSource: string
  /** Another reviewer's part, which the lead took into the letter; missing where the lead wrote it. */
  writtenBy?: PersonId
}

export type ResponseDraft = {
  opening: string
  closing: string
  items: DraftItem[]
  /** How each standard stands, by its code; only those that the liaison chose. */
  standings?: Standings
}

export type Standings = Readonly<Record<string, Standing>>

/** The liaison's letter to a round: a draft until it is sent, then never edited. */
export const responses = table(
  'responses',
  {
    id: id<ResponseId>().primaryKey(),
    roundId: id<RoundId>()
      .notNull()
      .references(() => rounds.id, { onDelete: 'restrict' }),
    applicationId: id<ApplicationId>()
      .notNull()
      .references(() => applications.id, { onDelete: 'restrict' }),
    authorId: id<PersonId>()
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
    /** What the liaison has written so far; null once it is sent and stands in response_items. */
    draft: json<ResponseDraft>(),
    opening: text().notNull(),
    closing: text().notNull(),
    /** Counts up with each save of the draft. */
    revision: int().notNull(),
    createdAt: moment().notNull(),
    updatedAt: moment().notNull(),
    sentAt: moment(),
    outcome: oneOf(responseOutcomes),
    seenAt: moment(),
    /** Until when the writer holds the draft, to read it again. */
    heldUntil: day(),
    /** How each standard stood in the letter; null before it is sent, and where nothing was said. */
    standings: json<Standings>(),
    /** When either side marked it as settled, and who; null again once it is reopened. */
    settledAt: moment(),
    settledBy: id<PersonId>().references(() => people.id, { onDelete: 'restrict' }),
    /** The area that was sent early, while the rest was still written; null for the letter of the round. */
    area: id<StandardArea>(),
  },
  (t) => [
    uniqueWhere('responses_round', sql`${t.area} is null`, t.roundId),
    uniqueWhere('responses_early', sql`${t.area} is not null`, t.roundId, t.area),
    indexOn('responses_application', t.applicationId),
    rule('responses_draft_or_sent', sql`(${t.sentAt} is null) = (${t.draft} is not null)`),
    rule('responses_sent_with_outcome', sql`(${t.sentAt} is null) = (${t.outcome} is null)`),
  ],
)

/** What another reviewer writes for a letter: theirs until they hand it to whoever sends it. */
export const responseParts = table('response_parts', {
  accessId: id<AccessId>()
    .primaryKey()
    .references(() => applicationAccess.id, { onDelete: 'restrict' }),
  draft: json<ResponseDraft>().notNull(),
  /** Counts up with each save. */
  revision: int().notNull(),
  updatedAt: moment().notNull(),
  handedAt: moment(),
})

/** Words that a colleague suggests for a draft. Once taken, left, or sent, they are gone. */
export const suggestions = table(
  'response_suggestions',
  {
    id: id<SuggestionId>().primaryKey(),
    responseId: id<ResponseId>()
      .notNull()
      .references(() => responses.id, { onDelete: 'restrict' }),
    personId: id<PersonId>()
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
    /** The part of the draft; empty for the opening, the closing line, or the whole. */
    itemKey: text().notNull(),
    /** Null for a word about the whole. */
    field: oneOf(responseFields),
    words: text().notNull(),
    at: moment().notNull(),
  },
  (t) => [indexOn('response_suggestions_response', t.responseId, t.at)],
)

/** Words that a liaison sent and may want again: theirs alone. */
export const phrases = table(
  'phrases',
  {
    personId: id<PersonId>()
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
    /** What it was written as: the kind of part and its field, "next_step.help". */
    place: text().notNull(),
    words: text().notNull(),
    /** In how many letters it was kept. */
    kept: int().notNull(),
    lastAt: moment().notNull(),
  },
  (t) => [keyOf(t.personId, t.place, t.words)],
)

/** A part of a response, about one standard. */
export const responseItems = table(
  'response_items',
  {
    id: id<ItemId>().primaryKey(),
    responseId: id<ResponseId>()
      .notNull()
      .references(() => responses.id, { onDelete: 'restrict' }),
    standard: text().notNull(),
    kind: oneOf(itemKinds).notNull(),
    position: int().notNull(),
    words: text().notNull(),
    /** A strength: the frozen evidence that it speaks of, the passage, and where in it the passage starts. */
    roundEvidenceId: id<RoundEvidenceId>().references(() => roundEvidence.id, {
      onDelete: 'restrict',
    }),
    anchor: text(),
    quote: text(),
    quoteStart: int(),
    /** A next step: why it helps, what help is offered, and the date that is proposed. */
    why: text(),
    help: text(),
    proposedOn: day(),
    /** Law and immediate danger stay plain, apart, and name their source. */
    law: bool().notNull(),
    lawSource: text(),
    /** Where a next step stands: the newest answer, kept beside its history. */
    answer: oneOf(stepAnswers),
    agreedOn: day(),
    /** When whoever offered the help said that it was given. */
    helpGivenAt: moment(),
    /** When either side marked this part as settled, and who; null again once it is reopened. */
    settledAt: moment(),
    settledBy: id<PersonId>().references(() => people.id, { onDelete: 'restrict' }),
    /** The other reviewer whose part it is; null where the author of the letter wrote it. */
    writtenBy: id<PersonId>().references(() => people.id, { onDelete: 'restrict' }),
  },
  (t) => [
    indexOn('response_items_response', t.responseId, t.position),
    rule(
      'response_items_strength',
      sql`${t.kind} <> 'strength' or ${t.roundEvidenceId} is not null`,
    ),
    rule(
      'response_items_next_step',
      sql`${t.kind} <> 'next_step' or (${t.why} is not null and ${t.help} is not null and ${t.proposedOn} is not null)`,
    ),
    rule('response_items_law', sql`${t.law} = 0 or ${t.lawSource} is not null`),
  ],
)

/** What the venue answered to a next step; the history stays. */
export const stepHistory = table(
  'step_history',
  {
    id: id<ReplyId>().primaryKey(),
    itemId: id<ItemId>()
      .notNull()
      .references(() => responseItems.id, { onDelete: 'restrict' }),
    answer: oneOf(stepAnswers).notNull(),
    day: day(),
    words: text().notNull(),
    personId: id<PersonId>()
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
    at: moment().notNull(),
  },
  (t) => [indexOn('step_history_item', t.itemId)],
)

/** A reply, by the venue or the liaison, to the whole letter or to one item; accepted in every state. */
export const replies = table(
  'replies',
  {
    id: id<ReplyId>().primaryKey(),
    responseId: id<ResponseId>()
      .notNull()
      .references(() => responses.id, { onDelete: 'restrict' }),
    itemId: id<ItemId>().references(() => responseItems.id, { onDelete: 'restrict' }),
    personId: id<PersonId>()
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
    words: text().notNull(),
    at: moment().notNull(),
  },
  (t) => [indexOn('replies_response', t.responseId, t.at)],
)

/** Whether a letter helped, by each of the venue's people who said so; the newest word counts. */
export const letterHelped = table(
  'letter_helped',
  {
    responseId: id<ResponseId>()
      .notNull()
      .references(() => responses.id, { onDelete: 'restrict' }),
    personId: id<PersonId>()
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
    helped: oneOf(helpfulAnswers).notNull(),
    at: moment().notNull(),
  },
  (t) => [keyOf(t.responseId, t.personId)],
)

/** How many suggestions of the tone helper a member of staff took and left: for their own eyes alone. */
export const toneCounts = table('tone_counts', {
  personId: id<PersonId>()
    .primaryKey()
    .references(() => people.id, { onDelete: 'restrict' }),
  taken: int().notNull(),
  left: int().notNull(),
})

/** A file that came along with a reply. */
export const replyFiles = table(
  'reply_files',
  {
    replyId: id<ReplyId>()
      .notNull()
      .references(() => replies.id, { onDelete: 'restrict' }),
    fileId: id<FileId>()
      .notNull()
      .references(() => files.id, { onDelete: 'restrict' }),
  },
  (t) => [keyOf(t.replyId, t.fileId)],
)

/** A note of the staff about an application: never a part of a letter, and never the venue's to read here. */
export const applicationNotes = table(
  'application_notes',
  {
    id: id<NoteId>().primaryKey(),
    applicationId: id<ApplicationId>()
      .notNull()
      .references(() => applications.id, { onDelete: 'restrict' }),
    personId: id<PersonId>()
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
    words: text().notNull(),
    at: moment().notNull(),
  },
  (t) => [indexOn('application_notes_application', t.applicationId, t.at)],
)

/** Who was asked the pulse after a letter, and whether they answered: never what. */
export const pulseAsks = table(
  'pulse_asks',
  {
    responseId: id<ResponseId>()
      .notNull()
      .references(() => responses.id, { onDelete: 'restrict' }),
    personId: id<PersonId>()
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
    side: oneOf(pulseSides).notNull(),
    askedAt: moment().notNull(),
    answered: bool().notNull(),
  },
  (t) => [keyOf(t.responseId, t.personId), indexOn('pulse_asks_person', t.personId, t.answered)],
)

/**
 * An answer to the pulse. It names no person, no venue, no letter and no moment. It is shown once enough
 * others wait with it, as a whole batch, and never again apart from it.
 */
export const pulseAnswers = table(
  'pulse_answers',
  {
    id: id<PulseId>().primaryKey(),
    side: oneOf(pulseSides).notNull(),
    districtId: id<DistrictId>().references(() => districts.id, { onDelete: 'restrict' }),
    /** 1 to 5 for each item, in the order of the items; null for one that was left open. */
    scores: json<readonly (number | null)[]>().notNull(),
    /** Which batch of its district and side it was shown with; null while it waits. */
    batch: int(),
  },
  (t) => [indexOn('pulse_answers_place', t.side, t.districtId, t.batch)],
)
