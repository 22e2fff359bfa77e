import { describe, expect, it } from 'vitest'
import { EmailForm, StaffForm, StaffSetupForm } from '~/domain/accounts/forms'
import { requestSignInCode } from '~/domain/accounts/request-sign-in-code.server'
import { line } from '~/domain/forms'
import { aDatabase } from '~tests/support/database'
import { aPerson } from '~tests/support/factories'
import { aBrowser, aVisit, queuedMail } from '~tests/support/visits'

const known = 'admin@example.com'
const emailOf = (email: string) => {
  const read = EmailForm.safeParse({ email })
  return read.success ? read.data.email : null
}

describe('an address that only looks like another', () => {
  it.each([
    ['\u0430dmin@example.com'],
    ['admin@ex\u0430mple.com'],
    ['adm\u0131n@example.com'],
    ['admin@example.c\u043em'],
  ])('is another one, and its code goes to nobody: %s', async (typed) => {
    const db = aDatabase()
    await aPerson(db, { email: known })
    const email = emailOf(typed) ?? ''
    expect(email).not.toBe(known)
    await requestSignInCode(aVisit(db), aBrowser(), email)
    expect(await queuedMail(db)).toEqual([])
    await requestSignInCode(aVisit(db), aBrowser(), known)
    expect(await queuedMail(db)).toHaveLength(1)
  })

  it('in wide letters is the plain one', () => {
    expect(emailOf('\uff41dmin\uff20example.com')).toBe(known)
  })
})

it.each([
  ['a line break', 'admin@example.com\r\nBcc: everyone@example.com'],
  ['a null byte', 'admin\u0000@example.com'],
  ['a mark that turns the text around', 'admin\u202e@example.com'],
  ['a mark of no width', 'ad\u200bmin@example.com'],
  ['a wide sign that becomes a separator', 'admin@example.com\uff0ceve@example.com'],
  ['255 characters', `${'a'.repeat(243)}@example.com`],
  ['10,000 characters', `${'a'.repeat(10_000)}@example.com`],
])('an address with %s is refused', (_, typed) => {
  expect(emailOf(typed)).toBeNull()
})

describe('a name', () => {
  const name = line('Type a name.', 120)

  it.each([
    ['Ana\u202eseyeR', 'Ana seyeR'],
    ['\u2067Ana\u2069 Reyes\u200f', 'Ana Reyes'],
    ['Ana\u0000Reyes', 'Ana Reyes'],
    ['Ana\r\nBcc: x@example.com', 'Ana Bcc: x@example.com'],
    ['Ana\u2028Reyes', 'Ana Reyes'],
    ['عمر الخيام', 'عمر الخيام'],
  ])('stands on one line and turns nothing around: %j', (typed, kept) => {
    expect(name.parse(typed)).toBe(kept)
  })

  it('of 10,000 characters, or of marks alone, is refused with a sentence', () => {
    const said = (typed: string) => name.safeParse(typed).error?.issues[0]?.message
    expect(said('a'.repeat(10_000))).toBe('Please shorten this to 120 characters.')
    expect(said('\u202e\u200b\u0000')).toBe('Type a name.')
  })
})

it('a password of 10,000 characters is refused before it is hashed', () => {
  const password = 'a b'.repeat(5_000)
  expect(StaffForm.safeParse({ email: known, password }).success).toBe(false)
  expect(StaffSetupForm.safeParse({ password, code: '123456' }).success).toBe(false)
})
