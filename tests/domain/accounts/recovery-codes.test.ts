import { describe, expect, it } from 'vitest'
import { RecoveryCodeForm } from '~/domain/accounts/forms'
import { makeRecoveryCodes, recoveryCodesLeft } from '~/domain/accounts/recovery-codes.server'
import { useRecoveryCode as takeRecoveryCode } from '~/domain/accounts/use-recovery-code.server'
import { Invalid, NotFound } from '~/domain/errors'
import { hasTwoFactors } from '~/domain/permissions/who'
import { events, recoveryCodes } from '~db/schema'
import { aDatabase } from '~tests/support/database'
import { anOwner, aProgram, aVenue, testNow } from '~tests/support/factories'
import { aStaffPerson, kindsOf, opens, signedInAs } from '~tests/support/sessions'
import { aBrowser, aVisit, queuedMail } from '~tests/support/visits'

const browser = aBrowser()
const typed = (code = '') => RecoveryCodeForm.parse({ code }).code

describe('recovery codes', () => {
  it('are ten different ones, and the database keeps none of them', async () => {
    const { db, codes } = await withCodes()
    expect(new Set(codes).size).toBe(10)
    for (const code of codes) expect(code).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){2}$/)
    const kept = JSON.stringify(await db.select().from(recoveryCodes))
    const told = JSON.stringify([await queuedMail(db), await db.select().from(events)])
    for (const code of codes) {
      for (const text of [code, typed(code)]) expect(kept + told).not.toContain(text)
    }
    expect(await kindsOf(db)).toEqual(['recovery_codes.made'])
    const [mail] = await queuedMail(db)
    expect(mail).toMatchObject({ kind: 'sign-in-changed', facts: { change: 'recovery_codes' } })
  })

  it('are made by staff who have just proved who they are, and by nobody else', async () => {
    const { db, ctx } = await withCodes()
    const late = new Date(testNow.getTime() + 10 * 60_000 + 1)
    await expect(makeRecoveryCodes({ ...ctx, now: late })).rejects.toThrow()
    const owner = await signedInAs(db, await anOwner(db, await aVenue(db)), ['email_code'])
    await expect(makeRecoveryCodes(owner.ctx)).rejects.toThrow(NotFound)
    expect(await db.$count(recoveryCodes)).toBe(10)
  })

  it('stand in once for the time-based code, also at the same moment, and a mail says how many are left', async () => {
    const { db, personId, codes } = await withCodes()
    const half = await halfway(db, personId)
    const both = await Promise.allSettled(
      [1, 2].map(() => takeRecoveryCode(aVisit(db), half, typed(codes[0]), browser)),
    )
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const again = takeRecoveryCode(
      aVisit(db),
      await halfway(db, personId),
      typed(codes[0]),
      browser,
    )
    await expect(again).rejects.toThrow(/it was used before/)
    expect(await recoveryCodesLeft(db, personId)).toBe(9)
    const mails = (await queuedMail(db)).filter(({ kind }) => kind === 'recovery-code-used')
    expect(mails.map(({ facts }) => facts)).toEqual([{ left: 9 }])
    const used = (await db.select().from(events)).filter(
      ({ kind }) => kind === 'recovery_code.used',
    )
    expect(used).toMatchObject([{ subjectId: personId, facts: { left: 9 } }])
  })

  it('open a session with both factors, and end the half one', async () => {
    const { db, personId, codes } = await withCodes()
    const half = await signedInAs(db, personId, ['password'])
    const code = typed(codes[3]?.toLowerCase().replaceAll('-', ' '))
    const { token } = await takeRecoveryCode(aVisit(db), half.session, code, browser)
    expect([await opens(db, token), await opens(db, half.token)]).toEqual([true, false])
    const { actor } = (await signedInAs(db, personId, ['password', 'recovery_code'])).ctx
    expect(hasTwoFactors(actor)).toBe(true)
  })

  it('stop working when new ones are made', async () => {
    const { db, ctx, personId, codes } = await withCodes()
    const fresh = await makeRecoveryCodes(ctx)
    expect(await recoveryCodesLeft(db, personId)).toBe(10)
    const half = await halfway(db, personId)
    await expect(takeRecoveryCode(aVisit(db), half, typed(codes[0]), browser)).rejects.toThrow(
      Invalid,
    )
    await takeRecoveryCode(aVisit(db), half, typed(fresh[0]), browser)
  })

  it('need the password first, and are of one person alone', async () => {
    const { db, personId, codes } = await withCodes()
    const other = await aStaffPerson(db)
    const theirs = await halfway(db, other.personId)
    await expect(takeRecoveryCode(aVisit(db), theirs, typed(codes[0]), browser)).rejects.toThrow(
      /does not fit/,
    )
    const { session } = await signedInAs(db, personId, ['email_code'])
    await expect(takeRecoveryCode(aVisit(db), session, typed(codes[0]), browser)).rejects.toThrow(
      /start again with your password/,
    )
    expect(await recoveryCodesLeft(db, personId)).toBe(10)
  })

  it('that do not fit count like any other failure, and the fifth locks the account for new browsers', async () => {
    const { db, personId, codes } = await withCodes()
    const half = await halfway(db, personId)
    const wrong = (from: string) => takeRecoveryCode(aVisit(db), half, '0000zzzz0000', from)
    for (let tries = 0; tries < 4; tries += 1) {
      await expect(wrong(aBrowser())).rejects.toThrow(/does not fit/)
    }
    await expect(wrong(aBrowser())).rejects.not.toThrow(/does not fit/)
    await expect(takeRecoveryCode(aVisit(db), half, typed(codes[0]), aBrowser())).rejects.toThrow(
      Invalid,
    )
    expect(await recoveryCodesLeft(db, personId)).toBe(10)
  })
})

async function withCodes() {
  const db = aDatabase()
  await aProgram(db)
  const { personId } = await aStaffPerson(db)
  const { ctx } = await signedInAs(db, personId)
  return { db, ctx, personId, codes: await makeRecoveryCodes(ctx) }
}

/** A session that has proved the password alone. */
async function halfway(
  db: ReturnType<typeof aDatabase>,
  personId: Parameters<typeof signedInAs>[1],
) {
  return (await signedInAs(db, personId, ['password'])).session
}
