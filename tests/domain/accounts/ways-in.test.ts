import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { changePassword, changeTimeCode } from '~/domain/accounts/change-password.server'
import { NameForm, PasswordForm } from '~/domain/accounts/forms'
import { proveByPassword } from '~/domain/accounts/prove-by-password.server'
import { rename } from '~/domain/accounts/rename.server'
import { signInStaff } from '~/domain/accounts/sign-in-staff.server'
import { newTimeSecret, timeSecretFor } from '~/domain/accounts/time-code.server'
import { Invalid, NotFound } from '~/domain/errors'
import { credentials, eventDetails, events, people } from '~db/schema'
import { aDatabase } from '~tests/support/database'
import { anOwner, aProgram, aVenue, testNow } from '~tests/support/factories'
import {
  appCode,
  aStaffPerson,
  kindsOf,
  opens,
  staffPassword as password,
  signedInAs,
} from '~tests/support/sessions'
import { aVisit, queuedMail } from '~tests/support/visits'

const newPassword = 'seven boats under one moon'
const overAMoment = new Date(testNow.getTime() + 10 * 60_000 + 1)

describe('a new password', () => {
  it('takes the place of the old one, signs out everywhere else, and is told by mail', async () => {
    const { db, ctx, token, personId } = await staff()
    const elsewhere = await signedInAs(db, personId)
    const next = await changePassword(ctx, { password, newPassword })
    expect([
      await opens(db, next),
      await opens(db, token),
      await opens(db, elsewhere.token),
    ]).toEqual([true, false, false])
    const { email } = ctx.actor.person
    await expect(signInStaff(aVisit(db), { email, password }, null)).rejects.toThrow(Invalid)
    await signInStaff(aVisit(db), { email, password: newPassword }, null)
    expect(await kindsOf(db)).toContain('password.changed')
    const [mail] = await queuedMail(db)
    expect(mail).toMatchObject({
      kind: 'sign-in-changed',
      address: email,
      facts: { change: 'password' },
    })
    const told = JSON.stringify([
      await db.select().from(events),
      await db.select().from(eventDetails),
    ])
    expect(told).not.toMatch(/kayak|boats/)
  })

  it('asks for the old one, five times at most', async () => {
    const { db, ctx, token } = await staff()
    const wrong = () => changePassword(ctx, { password: 'not the one of now', newPassword })
    for (let tries = 0; tries < 4; tries += 1) {
      await expect(wrong()).rejects.toThrow(/not your current password/)
    }
    expect(await opens(db, token)).toBe(true)
    await expect(wrong()).rejects.toThrow(/signed you out/)
    expect(await opens(db, token)).toBe(false)
  })

  it('asks for a fresh proof, and is for those who have one', async () => {
    const { db, ctx } = await staff()
    const given = { password, newPassword }
    await expect(changePassword({ ...ctx, now: overAMoment }, given)).rejects.toThrow()
    const owner = await signedInAs(db, await anOwner(db, await aVenue(db)), ['email_code'])
    await expect(changePassword(owner.ctx, given)).rejects.toThrow(NotFound)
    expect(await kindsOf(db)).toEqual([])
  })

  it.each([
    ['short', 'fourteen chars', /at least 15/],
    ['known to everybody', 'passwordpassword', /Many people use that one/],
    ['too long to be read', 'a'.repeat(201), /at most 200/],
  ])('is refused when it is %s', (_, chosen, sentence) => {
    const read = PasswordForm.safeParse({ password, newPassword: chosen })
    expect(read.error?.issues[0]?.message).toMatch(sentence)
  })

  it('may be fifteen characters of any kind', () => {
    expect(PasswordForm.safeParse({ password, newPassword: 'ñandú y colibrí' }).success).toBe(true)
  })
})

describe('a new authenticator app', () => {
  it('takes the place of the old one, signs out everywhere else, and is told by mail', async () => {
    const { db, ctx, personId, code } = await staff()
    const elsewhere = await signedInAs(db, personId)
    const secret = newTimeSecret()
    const fresh = appCode(timeSecretFor(secret, '').secret)
    const next = await changeTimeCode(ctx, { secret, code: fresh })
    expect([await opens(db, next), await opens(db, elsewhere.token)]).toEqual([true, false])
    const later = new Date(testNow.getTime() + 60_000)
    const at = { ...ctx, now: later }
    await expect(proveByPassword(at, { password, code: code(later) })).rejects.toThrow(Invalid)
    await expect(proveByPassword(ctx, { password, code: fresh })).rejects.toThrow(Invalid)
    await proveByPassword(at, { password, code: appCode(timeSecretFor(secret, '').secret, later) })
    expect(await kindsOf(db)).toContain('time_code.changed')
    expect((await queuedMail(db))[0]).toMatchObject({ facts: { change: 'time_code' } })
  })

  it('changes nothing when its code does not fit, or without a fresh proof', async () => {
    const { db, ctx, token } = await staff()
    const secret = newTimeSecret()
    await expect(changeTimeCode(ctx, { secret, code: '000000' })).rejects.toThrow(/does not fit/)
    expect(() => changeTimeCode({ ...ctx, now: overAMoment }, { secret, code: '000000' })).toThrow()
    expect(await opens(db, token)).toBe(true)
    const [kept] = await db.select().from(credentials)
    expect(kept?.totpSecretSealed).not.toBe(secret)
    expect(await queuedMail(db)).toEqual([])
  })

  it('is for those who have a password', async () => {
    const { db } = await staff()
    const owner = await signedInAs(db, await anOwner(db, await aVenue(db)), ['email_code'])
    const secret = newTimeSecret()
    const code = appCode(timeSecretFor(secret, '').secret)
    await expect(changeTimeCode(owner.ctx, { secret, code })).rejects.toThrow(NotFound)
  })
})

describe('a name', () => {
  it('changes for its person alone, and the record keeps both where they can be erased', async () => {
    const { db, ctx, personId } = await staff()
    const before = ctx.actor.person.name
    await rename(ctx, 'Dana Cole-Rivera')
    const [row] = await db.select().from(people).where(eq(people.id, personId))
    expect(row?.name).toBe('Dana Cole-Rivera')
    const [event] = await db.select().from(events)
    expect([event?.kind, event?.subjectId, event?.facts]).toEqual(['person.renamed', personId, {}])
    const [kept] = await db.select().from(eventDetails)
    expect(kept?.details).toMatchObject({
      before: { name: before },
      after: { name: 'Dana Cole-Rivera' },
    })
  })

  it('is never empty or longer than 100 characters, and always one line', () => {
    for (const name of ['', '   ', 'a'.repeat(101)]) {
      expect(NameForm.safeParse({ name }).success).toBe(false)
    }
    const { data } = NameForm.safeParse({ name: 'Dana\r\nBcc: x@example.com' })
    expect(data?.name ?? '').not.toMatch(/[\r\n]/)
  })
})

async function staff() {
  const db = aDatabase()
  await aProgram(db)
  const person = await aStaffPerson(db)
  return { db, ...person, ...(await signedInAs(db, person.personId)) }
}
