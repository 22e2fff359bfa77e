import { expect, it } from 'vitest'
import { forgetOldRows } from '~/domain/accounts/forget-old-rows.server'
import { requestSignInCode } from '~/domain/accounts/request-sign-in-code.server'
import { startSession } from '~/domain/accounts/session.server'
import type { Database } from '~db/open.server'
import { sessions, signInCodes, submissions } from '~db/schema'
import { aDatabase } from '~tests/support/database'
import { aPerson, testNow } from '~tests/support/factories'
import { aBrowser, aVisit } from '~tests/support/visits'

const day = 24 * 60 * 60_000

it('forgets codes after a day, submits after 30, sessions 30 days past their end', async () => {
  const db = aDatabase()
  const personId = await aPerson(db)
  await requestSignInCode(aVisit(db, 0, 'seed.form-0123456789'), aBrowser(), 'x@example.com')
  await db.transaction((tx) => startSession(tx, personId, ['email_code'], testNow))
  expect(await counts(db, 0.9)).toEqual([1, 1, 1])
  expect(await counts(db, 1.1)).toEqual([0, 1, 1])
  expect(await counts(db, 29.9)).toEqual([0, 1, 1])
  expect(await counts(db, 30.1)).toEqual([0, 0, 1])
  expect(await counts(db, 59.9)).toEqual([0, 0, 1])
  expect(await counts(db, 60.1)).toEqual([0, 0, 0])
})

async function counts(db: Database, days: number): Promise<number[]> {
  await forgetOldRows(db, new Date(testNow.getTime() + days * day))
  return Promise.all([db.$count(signInCodes), db.$count(submissions), db.$count(sessions)])
}
