import { z } from 'zod/mini'
import { line, openAgain } from '../forms'
import { isCommonPassword } from './known-passwords'
import { normalizedCode } from './typed-code'

/**
 * An address as it is kept: without spaces around it, in lower case, wide letters as plain ones. Line
 * breaks and unseen marks are refused. A letter that only looks like another makes another address.
 */
function addressAsked(ask: string) {
  return z.pipe(
    z.pipe(
      z.string(ask),
      z.transform((text) => text.normalize('NFKC').trim().toLowerCase()),
    ),
    z
      .string()
      .check(
        z.maxLength(254, 'That address is too long to be right. Please type it again.'),
        z.regex(
          /^[^\s@<>(),;:"\\\p{Cc}\p{Cf}]+@[^\s@<>(),;:"\\\p{Cc}\p{Cf}]+\.[^\s@<>(),;:"\\.\p{Cc}\p{Cf}]{2,}$/u,
          ask,
        ),
      ),
  )
}

export const emailAddress = addressAsked('Type your email address, like name@example.com.')
export const theirEmailAddress = addressAsked('Type their email address, like name@example.com.')

export const EmailForm = z.object({ email: emailAddress })

export const CodeForm = z.object({
  code: z.pipe(
    z.pipe(z.string('Type the code from the email.'), z.transform(normalizedCode)),
    z
      .string()
      .check(z.length(8, 'Type the 8 characters of the code from the email, like 7K3M-9XQD.')),
  ),
})

export const StaffForm = z.object({
  email: emailAddress,
  password: z
    .string('Type your password.')
    .check(
      z.minLength(1, 'Type your password.'),
      z.maxLength(200, 'That is longer than any password here. Please type it again.'),
    ),
})

const timeCode = z.pipe(
  z.pipe(
    z.string('Type the 6 digits that your authenticator app shows.'),
    z.transform((text) => text.replace(/[\s-]/g, '')),
  ),
  z
    .string()
    .check(
      z.regex(/^\d{6}$/, 'Type the 6 digits that your authenticator app shows, like 123 456.'),
    ),
)

export const StaffCodeForm = z.object({ code: timeCode })

/** Staff prove once more who they are. */
export const ProofForm = z.object({
  password: StaffForm.shape.password,
  code: timeCode,
})

export const RecoveryCodeForm = z.object({
  code: z.pipe(
    z.pipe(z.string('Type one of your recovery codes.'), z.transform(normalizedCode)),
    z.string().check(z.length(12, 'Type the 12 characters of one code, like 7K3M-9XQD-W2RT.')),
  ),
})

/** The name that somebody is known by. */
export const NameForm = z.object({ name: line('Type the name that you are known by.', 100) })

export const TimeCodeForm = z.object({
  secret: z.string(openAgain).check(z.maxLength(300, openAgain)),
  code: timeCode,
})

/** Length and rarity make a password strong; what characters it is made of is its owner's choice (NIST SP 800-63B). */
const newPassword = z.string('Choose a password of at least 15 characters.').check(
  z.refine(
    (text) => [...text].length >= 15,
    'Choose a password of at least 15 characters. Four or five words in a row work well.',
  ),
  z.maxLength(200, 'Choose a password of at most 200 characters.'),
  z.refine(
    (text) => !isCommonPassword(text),
    'Many people use that one, so it is easy to guess. Choose words that only you would put together.',
  ),
)

export const StaffSetupForm = z.object({
  password: newPassword,
  code: timeCode,
})

const spokenSentence = 'Type the word that you were told, like amber-lantern-42.'

export const SpokenForm = z.object({
  word: z
    .string(spokenSentence)
    .check(z.trim(), z.minLength(1, spokenSentence), z.maxLength(100, spokenSentence)),
})

export const DemoForm = z.object({ personId: z.string('Choose one of the people.') })

export const PasswordForm = z.object({ password: StaffForm.shape.password, newPassword })
