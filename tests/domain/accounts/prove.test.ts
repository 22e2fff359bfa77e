import { TOTP } from 'otpauth'
import { describe, expect, it } from 'vitest'
import { hashPassword } from '~/domain/accounts/password.server'
import { proveByCode, sendProofCode } from '~/domain/accounts/prove-by-email.server'
import { proveByPassword } from '~/domain/accounts/prove-by-password.server'
import { proveInDemo } from '~/domain/accounts/prove-in-demo.server'
import { sessionOf, startSession } from '~/domain/accounts/session.server'
import { newTimeSecret, timeSecretFor } from '~/domain/accounts/time-code.server'
import { normalizedCode } from '~/domain/accounts/typed-code'
import type { Context } from '~/domain/context'
import { Invalid, NotFound, NotPermitted } from '~/domain/errors'
import type { PersonId } from '~/domain/ids'
import { hasProvedLately } from '~/domain/permissions/who'
import type { Database } from '~db/open.server'
import { credentials, events } from '~db/schema'
import type { Factor } from '~db/vocabulary'
import { aDatabase } from '~tests/support/database'
import { aCoordinator, anOwner, aProgram, aVenue, testNow } from '~tests/support/factories'
import { codeFor } from '~tests/support/visits'

const password = 'tulip bridge kayak lantern'
const minutes = (count: number) => new Date(testNow.getTime() + count * 60_000)

describe('proof', () => {
  it('counts for ten minutes from signing in, and ten more from each proof', async () => {
    const { db, owner, token } = await anOwnersSession()
    const lately = async (of: string, at: number) => {
      const session = await sessionOf(db, of, minutes(at))
      return session && hasProvedLately(session.actor, minutes(at))
    }
    expect([await lately(token, 10), await lately(token, 10.01)]).toEqual([true, false])
    const ctx = await later(owner, 11)
    await sendProofCode(ctx)
    const renewed = await proveByCode(ctx, await codeOf(db, owner))
    expect([await lately(renewed, 21), await lately(renewed, 21.01)]).toEqual([true, false])
  })

  it('gives the session a new token, and the old one opens nothing', async () => {
    const { db, owner, token } = await anOwnersSession()
    await sendProofCode(owner)
    const renewed = await proveByCode(owner, await codeOf(db, owner))
    expect(renewed).not.toBe(token)
    expect(await sessionOf(db, token, testNow)).toBeNull()
    expect(await sessionOf(db, renewed, testNow)).toMatchObject({
      id: owner.origin.sessionId,
      alive: true,
    })
    expect(await kinds(db)).toEqual(['person.proved'])
  })

  it('by email is for one session, one use and ten minutes', async () => {
    const { db, owner } = await anOwnersSession()
    const elsewhere = await sessionFor(db, owner.actor.person.id, ['email_code'])
    await sendProofCode(owner)
    const code = await codeOf(db, owner)
    await expect(proveByCode(elsewhere.ctx, code)).rejects.toThrow(/run out or was used/)
    await expect(proveByCode(await later(owner, 10), code)).rejects.toThrow(/run out/)
    await expect(proveByCode(owner, 'wrong')).rejects.toThrow(/not the code/)
    await proveByCode(owner, code)
    await expect(proveByCode(owner, code)).rejects.toThrow(/run out or was used/)
  })

  it('is sent five times in 15 minutes and no more', async () => {
    const { owner } = await anOwnersSession()
    for (let sent = 0; sent < 5; sent += 1) await sendProofCode(owner)
    await expect(sendProofCode(owner)).rejects.toThrow(Invalid)
    await sendProofCode(await later(owner, 16))
  })

  it('of staff is never a code by email', async () => {
    const { ctx } = await aStaffSession()
    await expect(sendProofCode(ctx)).rejects.toThrow(NotPermitted)
    expect(() => proveByCode(ctx, '00000000')).toThrow(NotPermitted)
  })

  it('of staff takes the password and the code, and each code once', async () => {
    const { db, ctx, code } = await aStaffSession()
    await expect(proveByPassword(ctx, { password: 'wrong', code: code() })).rejects.toThrow(Invalid)
    await expect(proveByPassword(ctx, { password, code: '000000' })).rejects.toThrow(Invalid)
    const both = await Promise.allSettled(
      [1, 2].map(() => proveByPassword(ctx, { password, code: code() })),
    )
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    await expect(proveByPassword(ctx, { password, code: code() })).rejects.toThrow(Invalid)
    expect((await kinds(db)).sort()).toEqual([
      'person.proof_refused',
      'person.proof_refused',
      'person.proof_refused',
      'person.proof_refused',
      'person.proved',
    ])
  })

  it('refused five times in 15 minutes ends the session', async () => {
    const { db, owner, token } = await anOwnersSession()
    await sendProofCode(owner)
    const code = await codeOf(db, owner)
    for (let tries = 0; tries < 4; tries += 1) {
      await expect(proveByCode(owner, 'wrong')).rejects.toThrow(/not the code/)
    }
    expect((await sessionOf(db, token, testNow))?.alive).toBe(true)
    await expect(proveByCode(owner, 'wrong')).rejects.toThrow(/signed you out/)
    expect((await sessionOf(db, token, testNow))?.alive).toBe(false)
    await expect(proveByCode(owner, code)).rejects.toThrow(Invalid)
  })

  it('by one click is there in a demo alone', async () => {
    const { owner } = await anOwnersSession()
    await expect(proveInDemo(owner)).rejects.toThrow(NotFound)
    const actor = { ...owner.actor, factors: ['demo' as const] }
    await expect(proveInDemo({ ...owner, actor })).rejects.toThrow(NotFound)
  })
})

async function anOwnersSession() {
  const db = aDatabase()
  await aProgram(db)
  const ownerId = await anOwner(db, await aVenue(db))
  const { ctx, token } = await sessionFor(db, ownerId, ['email_code'])
  return { db, owner: ctx, token }
}

async function aStaffSession() {
  const db = aDatabase()
  await aProgram(db)
  const personId = await aCoordinator(db)
  const totpSecretSealed = newTimeSecret()
  const passwordHash = await hashPassword(password)
  await db.transaction((tx) =>
    tx.insert(credentials).values({ personId, passwordHash, totpSecretSealed, setAt: testNow }),
  )
  const { secret } = timeSecretFor(totpSecretSealed, '')
  const code = () => new TOTP({ secret }).generate({ timestamp: testNow.getTime() })
  return { db, code, ...(await sessionFor(db, personId, ['password', 'totp'])) }
}

async function sessionFor(db: Database, personId: PersonId, factors: Factor[]) {
  const token = await db.transaction((tx) => startSession(tx, personId, factors, testNow))
  const session = await sessionOf(db, token, testNow)
  if (!session) throw new Error('There is no session.')
  const nowhere = { requestId: null, address: null, device: null, submission: null }
  const origin = { ...nowhere, sessionId: session.id }
  return { token, ctx: { db, actor: session.actor, now: testNow, origin } satisfies Context }
}

async function later(ctx: Context, count: number): Promise<Context> {
  return { ...ctx, now: minutes(count) }
}

async function codeOf(db: Database, { actor }: Context): Promise<string> {
  return normalizedCode(await codeFor(db, actor.person.email))
}

async function kinds(db: Database): Promise<string[]> {
  const rows = await db.select().from(events).orderBy(events.sequence)
  return rows.map(({ kind }) => kind)
}
