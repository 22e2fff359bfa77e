import { describe, expect, it } from 'vitest'
import { StaffForm, StaffSetupForm } from '~/domain/accounts/forms'
import { commonPasswords, refuseCommonPassword } from '~/domain/accounts/stolen-passwords.server'

const person = { email: 'jordan.lee@police.example.gov', name: 'Jordan Lee' }
const refused = (password: string) =>
  refuseCommonPassword(password, person).then(
    () => null,
    (error: Error) => error.message,
  )

describe('the list of common passwords', () => {
  it('holds more than the 3,000 that the standard asks for, all long enough', async () => {
    const list = await commonPasswords()
    expect(list.size).toBeGreaterThan(9_000)
    for (const password of list) expect(password.length).toBeGreaterThanOrEqual(15)
  })

  it.each([
    ['1qaz2wsx3edc4rfv'],
    ['1QAZ2WSX3EDC4RFV'],
    ['qwertyuiopasdfghjkl'],
    ['  passwordpassword '],
  ])('refuses %j', async (password) => {
    expect(await refused(password)).toMatch(/easy to guess/)
  })

  it.each([
    ['jordan.lee@police.example.gov'],
    ['Jordan Lee Jordan Lee'],
    ['JordanLeeJordan2026'],
    ['Lamplight Lamplight'],
    ['lamplight jordan 1234'],
    ['policeexamplegov'],
  ])('refuses what is known of its owner: %j', async (password) => {
    expect(await refused(password)).toMatch(/your own name/)
  })

  it.each([
    ['tulip bridge kayak lantern'],
    ['jordan crossed the bridge by kayak'],
    ['lamplight over the harbor'],
    ['日本語のとても長い合言葉です、はい'],
    ['  with spaces around it  '],
  ])('takes %j', async (password) => {
    expect(await refused(password)).toBeNull()
  })
})

it('takes long passwords whole, and asks for no kinds of characters', () => {
  const long = `${'tulip bridge '.repeat(14)}kayak`
  expect(StaffSetupForm.parse({ password: long, code: '123456' }).password).toBe(long)
  expect(StaffForm.parse({ email: 'a@example.com', password: long }).password).toBe(long)
})
