import { z } from 'zod/mini'
import { toneKinds } from '~db/vocabulary'

const most = { phrases: 40, phrase: 60, alternative: 120, reason: 200 }

/** The version that was on the page: a change is made to what was read, and to nothing else. */
const version = z.pipe(
  z.string(reopen()).check(z.regex(/^\d{1,9}$/, reopen())),
  z.transform(Number),
)

function reopen(): string {
  return 'Please open this page again: part of the form is not there.'
}

/** One phrase a line, each of words alone: signs and spacing make no difference to what is found. */
const phrases = z.pipe(
  z._default(z.string('Write one phrase a line.'), ''),
  z.transform((typed) => [
    ...new Set(
      typed
        .split(/\r?\n/)
        .map((line) => line.trim().replace(/\s+/g, ' ').replaceAll('’', "'"))
        .filter(Boolean),
    ),
  ]),
)

const arePhrases = (list: string[]) =>
  list.every((line) => /^(?:\[(?:team|paper)\] )?[\p{L}\p{N}][\p{L}\p{N}'. -]*$/u.test(line))

function checked(list: typeof phrases) {
  return list.check(
    z.refine(
      arePhrases,
      'Write words alone, one phrase a line; “[team]” or “[paper]” can come first.',
    ),
    z.refine(
      (lines) => lines.every((line) => line.length <= most.phrase),
      `Keep each phrase to ${most.phrase} characters.`,
    ),
    z.refine((lines) => lines.length <= most.phrases, `Keep to ${most.phrases} phrases here.`),
  )
}

const alternative = z
  ._default(z.string('Write this as text.'), '')
  .check(z.trim(), z.maxLength(most.alternative, `Keep this to ${most.alternative} characters.`))

export const LexiconEntryForm = z
  .object({
    version,
    /** The place of the entry that is changed; empty for a new one. */
    at: z.pipe(
      z._default(z.string(reopen()).check(z.regex(/^\d{0,4}$/, reopen())), ''),
      z.transform((typed) => (typed === '' ? null : Number(typed))),
    ),
    avoid: checked(phrases).check(
      z.refine((lines) => lines.length > 0, 'Write at least one phrase to look for.'),
    ),
    first: alternative,
    second: alternative,
    except: checked(phrases),
    kind: z.enum(toneKinds, 'Choose what kind of words these are.'),
    reason: z
      .string('Say why, in one sentence.')
      .check(
        z.trim(),
        z.minLength(1, 'Say why, in one sentence.'),
        z.maxLength(most.reason, `Keep this to ${most.reason} characters.`),
      ),
    ofTheirs: z.pipe(
      z._default(z.string('Tick the box, or leave it.'), ''),
      z.transform((value) => value === 'yes'),
    ),
    leaveOut: z.pipe(
      z._default(z.string('Tick the box, or leave it.'), ''),
      z.transform((value) => value === 'yes'),
    ),
  })
  .check(
    z.refine(({ first, leaveOut }) => leaveOut || first !== '', {
      path: ['first'],
      message: 'Write what could stand there instead, or tick that the words are best left out.',
    }),
    z.refine(({ first, second, leaveOut }) => !leaveOut || first + second === '', {
      path: ['leaveOut'],
      message: 'Either the words are left out, or something stands in their place.',
    }),
  )

export const TakeOutForm = z.object({
  version,
  at: z.pipe(z.string(reopen()).check(z.regex(/^\d{1,4}$/, reopen())), z.transform(Number)),
})

export const GoBackForm = z.object({ version, to: version })
