import { describe, expect, it } from 'vitest'
import {
  CodeForm,
  EmailForm,
  StaffCodeForm,
  StaffForm,
  StaffSetupForm,
} from '~/domain/accounts/forms'
import { normalizedCode, shownCode } from '~/domain/accounts/typed-code'

describe('a typed code', () => {
  it.each([
    ['7k3m9xqd', '7k3m9xqd'],
    ['7K3M-9XQD', '7k3m9xqd'],
    ['  7k3m – 9xqd ', '7k3m9xqd'],
    ['7K3M\u00a09XQD', '7k3m9xqd'],
    ['ｏil0-9xqd', '01109xqd'],
  ])('is read from %s', (typed, code) => {
    expect(normalizedCode(typed)).toBe(code)
    expect(CodeForm.parse({ code: typed })).toEqual({ code })
  })

  it('is shown in two groups', () => {
    expect(shownCode('7k3m9xqd')).toBe('7K3M-9XQD')
  })

  it.each([[''], ['7k3m'], ['7k3m9xqdd']])('of the wrong length is refused: %j', (code) => {
    expect(sentences(CodeForm, { code })).toEqual([
      'Type the 8 characters of the code from the email, like 7K3M-9XQD.',
    ])
  })
})

describe('an email address', () => {
  it('is kept in lower case without spaces around it', () => {
    expect(EmailForm.parse({ email: '  Ana.Reyes@Example.COM ' })).toEqual({
      email: 'ana.reyes@example.com',
    })
  })

  it.each([
    [''],
    ['ana'],
    ['ana@example'],
    ['ana@exa mple.com'],
    ['a@b@example.com'],
    ['ana@example.com\nbcc: x@example.com'],
    ['Ana <ana@example.com>'],
    ['ana@example.com,x@example.com'],
    [['a@example.com', 'b@example.com']],
    [undefined],
  ])('is refused when it is %j', (email) => {
    expect(sentences(EmailForm, { email })).toEqual([
      'Type your email address, like name@example.com.',
    ])
  })

  it('is refused when it is too long', () => {
    const [sentence] = sentences(EmailForm, { email: `${'a'.repeat(250)}@example.com` })
    expect(sentence).toMatch(/too long/)
  })
})

describe('a new password', () => {
  const code = '123456'

  it.each([
    ['four plain words here'],
    ['tulip tulip bridge kayak'],
    ['日本語のとても長い合言葉です、はい'],
    ['aaaaaaaaaaaaaab plus more'],
  ])('may be anything long enough: %s', (password) => {
    expect(StaffSetupForm.safeParse({ password, code }).success).toBe(true)
  })

  it('has at least 15 characters', () => {
    expect(sentences(StaffSetupForm, { password: 'abcdefgh ijklm', code })).toEqual([
      'Choose a password of at least 15 characters. Four or five words in a row work well.',
    ])
  })

  it.each([
    ['passwordpassword'],
    ['Password-Password 1'],
    ['123456789012345'],
    ['aaaaaaaaaaaaaaaa'],
    ['qwertyuiop 123456'],
    ['Correct Horse Battery Staple'],
    ['abc abc abc abc abc'],
  ])('is refused when many people use it: %s', (password) => {
    expect(sentences(StaffSetupForm, { password, code })[0]).toMatch(/easy to guess/)
  })
})

it('takes a time-based code with a space in it', () => {
  expect(StaffCodeForm.parse({ code: ' 123 456 ' })).toEqual({ code: '123456' })
  expect(sentences(StaffCodeForm, { code: '12345' })).toHaveLength(1)
})

it('answers each missing field with its own sentence', () => {
  for (const form of [EmailForm, CodeForm, StaffForm, StaffCodeForm, StaffSetupForm]) {
    for (const sentence of sentences(form, {})) expect(sentence).toMatch(/^(Type|Choose) .*\.$/)
  }
})

function sentences(
  form: { safeParse(given: unknown): { error?: { issues: { message: string }[] } } },
  given: unknown,
): string[] {
  return form.safeParse(given).error?.issues.map(({ message }) => message) ?? []
}
