import { z } from 'zod/mini'
import { itemKinds, standardAreas, standings, stepAnswers } from '~db/vocabulary'
import { isDay } from '../dates'

export const limits = {
  letter: 2_000,
  words: 4_000,
  quote: 2_000,
  line: 160,
  reply: 4_000,
} as const

/** Free text of a draft: it may be empty, and only its length is judged while it is written. */
export function text(limit: number) {
  const sentence = `Please shorten this to ${limit.toLocaleString('en-US')} characters.`
  return z._default(
    z.string('Write this as text.').check(
      z.maxLength(limit, sentence),
      z.overwrite((typed) => typed.replace(/\r\n?/g, '\n')),
    ),
    '',
  )
}

const ticked = z.pipe(
  z._default(z.string('Tick the box, or leave it.'), ''),
  z.transform((value) => value === 'yes'),
)

export const revision = z.pipe(
  z.string(reopen()).check(z.regex(/^\d{1,9}$/, reopen())),
  z.transform(Number),
)

export function reopen(): string {
  return 'Please open this page again: part of the form is not there.'
}

const DraftItemForm = z.object({
  key: text(40),
  standard: text(20),
  kind: z.enum(itemKinds, reopen()),
  words: text(limits.words),
  roundEvidenceId: text(40),
  anchor: text(80),
  quote: text(limits.quote),
  why: text(limits.words),
  help: text(limits.words),
  proposedOn: text(10),
  law: ticked,
  lawSource: text(limits.line),
})

/** A response while it is written: everything may be missing. What it needs is asked when it is sent. */
export const DraftForm = z.object({
  revision,
  opening: text(limits.letter),
  closing: text(limits.letter),
  items: z._default(
    z.array(DraftItemForm, reopen()).check(z.maxLength(60, 'Please keep to 60 parts.')),
    [],
  ),
  /** How each standard stands, by its code; nothing where it is left open. */
  standings: z._default(
    z.record(
      z.string(reopen()).check(z.maxLength(20, reopen())),
      z.enum(['', ...standings], reopen()),
    ),
    {},
  ),
  /** A colleague's suggestion that is taken into its field, or left. */
  take: text(40),
  leave: text(40),
  /** Another reviewer's part that is taken into the letter, or left. */
  takePart: text(40),
  leavePart: text(40),
  /** A button that begins a part: "strength:SRV-1:rev_…", or "question:SRV-1". */
  add: text(80),
  /** With a passage that was marked on the page. */
  addAnchor: text(80),
  addQuote: text(limits.quote),
  /** The key of a part that is taken out. */
  remove: text(40),
  /** How many suggestions of the tone helper were taken since the last save; the page counts them. */
  toneTaken: z.pipe(
    text(6),
    z.transform((typed) => (/^\d{1,4}$/.test(typed) ? Number(typed) : 0)),
  ),
  /** Where to go once it is saved: "preview", "desk", "ask", "part", "early", or "hold" to read it again tomorrow. */
  next: text(20),
})

/** The response itself stands in the draft; what is sent is the draft as it was read. */
export const ResponseForm = z.object({ revision })

/** One area of the draft that goes out before the rest, as it was read. */
export const EarlyForm = z.object({
  revision,
  area: z.enum(standardAreas, 'Choose which area goes early.'),
  opening: text(limits.letter),
})

const optionalDay = z._default(
  z
    .string('Choose a date.')
    .check(z.refine((typed) => typed === '' || isDay(typed), 'Choose a date.')),
  '',
)

export const StepAnswerForm = z
  .object({
    answer: z.enum(stepAnswers, 'Choose one of the four answers.'),
    day: optionalDay,
    words: text(limits.reply),
  })
  .check(
    z.refine(({ answer, day }) => answer !== 'other_date' || day !== '', {
      path: ['day'],
      message: 'Choose the date that suits you better.',
    }),
  )

export const ReplyForm = z.object({
  words: z
    .string('Write your reply.')
    .check(
      z.trim(),
      z.minLength(1, 'Write your reply.'),
      z.maxLength(limits.reply, 'Please shorten your reply to 4,000 characters.'),
    ),
  /** The part of the letter that it is about; empty for the whole. */
  about: text(40),
})
