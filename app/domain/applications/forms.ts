import { z } from 'zod/mini'
import { stances } from '~db/vocabulary'
import { isDay } from '../dates'

const wordsLimit = 4_000

const words = z._default(
  z
    .string('Write a sentence or two.')
    .check(z.trim(), z.maxLength(wordsLimit, 'Please shorten this to 4,000 characters.')),
  '',
)

const oneLine = (ask: string) =>
  z
    .string(ask)
    .check(
      z.trim(),
      z.minLength(1, ask),
      z.maxLength(160, 'Please shorten this to 160 characters.'),
      z.regex(/^[^\p{Cc}\u2028\u2029]*$/u, 'Please write this in one line.'),
    )

const optionalDay = z._default(
  z
    .string('Choose a date, or leave it empty.')
    .check(z.refine((text) => text === '' || isDay(text), 'Choose a date, or leave it empty.')),
  '',
)

const pastDay = (ask: string) => z.string(ask).check(z.refine((text) => isDay(text), ask))

const wholeNumber = (ask: string) =>
  z.pipe(z.string(ask).check(z.trim(), z.regex(/^\d{1,5}$/, ask)), z.transform(Number))

/** How the venue meets a standard. It is saved without words too, and counts once they are there. */
export const AnswerForm = z.object({
  stance: z.enum(stances, 'Choose how your venue meets this standard.'),
  words,
  hearOn: optionalDay,
  /** What the answer was opened at: empty before the first one. */
  revision: z.optional(
    z.string('Open this page again.').check(z.regex(/^\d{0,9}$/, 'Open this page again.')),
  ),
})

export const PolicyEvidenceForm = z
  .object({
    policyId: z
      .string('Choose one of your policies.')
      .check(z.minLength(1, 'Choose one of your policies.')),
    /** A section of the policy, or nothing for the whole. */
    pointer: z._default(
      z
        .string('Say where to look, or leave it empty.')
        .check(z.trim(), z.maxLength(80, 'Please shorten this to 80 characters.')),
      '',
    ),
    /** Or a page of its file. */
    page: z._default(
      z
        .string('Type the number of the page, such as 3.')
        .check(z.trim(), z.regex(/^\d{0,4}$/, 'Type the number of the page, such as 3.')),
      '',
    ),
    words,
  })
  .check(
    z.refine(({ pointer, page }) => pointer === '' || page === '', {
      path: ['page'],
      message: 'Choose a section or type a page, not both. You can add the other one afterwards.',
    }),
  )

/** What the form found in its place, so that nobody's is put aside unread. */
const replaces = z.optional(
  z.string('Open this page again.').check(z.maxLength(40, 'Open this page again.')),
)

export const AttestationForm = z.object({
  signedBy: oneLine('Type your name as you would sign.'),
  happenedOn: optionalDay,
  words,
  replaces,
})

export const CountForm = z
  .object({
    count: wholeNumber('Type how many people, as a whole number.'),
    total: wholeNumber('Type how many people are on your team, as a whole number.'),
    happenedOn: pastDay('Choose the date on which you counted.'),
    signedBy: oneLine('Type your name as you would sign.'),
    replaces,
  })
  .check(
    z.refine(({ total }) => total > 0, {
      path: ['total'],
      message: 'Type how many people are on your team: at least one.',
    }),
    z.refine(({ count, total }) => count <= total, {
      path: ['count'],
      message: 'This is more than the whole team. Please look at both numbers again.',
    }),
  )

export const ContactForm = z.object({
  name: oneLine('Type a name or a role, such as “Night manager”.'),
  reach: oneLine('Type a phone number or an email address.'),
  replaces,
})

export const ConversationForm = z.object({
  name: oneLine('Type whom you talked with.'),
  happenedOn: pastDay('Choose the date of the talk.'),
  words,
  replaces,
})

export const AcknowledgementForm = z.object({
  know: z.literal('yes', 'Tick the box when your door team knows.'),
  happenedOn: pastDay('Choose the date on which your team heard of it.'),
  words,
  replaces,
})

export const RegisterCheckForm = z.object({
  happenedOn: pastDay('Choose the date on which you checked the register.'),
  words,
  replaces,
})

/** For a photo and for a blank form; the file itself is judged by what is inside it. */
export const FileForm = z.object({ words })

/** The box is there only for somebody who brings answers of the readiness check. */
export const StartForm = z.object({
  readiness: z._default(z.string('Tick the box, or leave it.'), ''),
})

export const SeenMarksForm = z.object({
  tell: z.enum(['yes', 'no'], 'Choose whether your liaison is told.'),
})

export const ProfileForm = z.object({
  securityStaff: z.enum(['yes', 'no'], 'Choose yes or no.'),
})
