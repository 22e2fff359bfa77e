import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import type { PersonId } from '~/domain/ids'
import { sessionCookie } from '~/http/session.server'
import { loader as account } from '~/routes/account._index'
import { action as saveName } from '~/routes/account.name'
import { loader as passwordPage, action as savePassword } from '~/routes/account.password'
import { loader as codesPage, action as makeCodes } from '~/routes/account.recovery-codes'
import { loader as askToEnd, action as endOne } from '~/routes/account.sessions.$sessionId.end'
import { action as endOthers } from '~/routes/account.sessions.end-others'
import { loader as appPage, action as connectApp } from '~/routes/account.time-code'
import { action as passkeyOptions } from '~/routes/sign-in.passkey.options'
import { action as recover } from '~/routes/sign-in.recovery'
import { action as firstFactor } from '~/routes/sign-in.staff._index'
import type { Database } from '~db/open.server'
import { events, passkeyChallenges, people, sessions } from '~db/schema'
import type { Factor } from '~db/vocabulary'
import { aDatabase } from '~tests/support/database'
import { anOwner, aProgram, aVenue } from '~tests/support/factories'
import { answerOf, cookiesOf, routeArgs } from '~tests/support/route-args'
import { appCode, aStaffPerson, opens, signedInAs, staffPassword } from '~tests/support/sessions'
import '~tests/support/visits'

const passkeyPath = '/sign-in/passkey/options'

describe('the list of sessions', () => {
  it('shows one’s own, with device and last use, and says which is this one', async () => {
    const { db, owner } = await aFew()
    const elsewhere = await visitor(db, owner.personId, ['email_code'])
    const page = await (await answerOf(account(routeArgs(db, '/account', owner)))).json()
    expect(page.sessions.map(({ id, device, own }: Row) => [id, device, own]).sort()).toEqual(
      [
        [owner.id, 'Firefox on Android', true],
        [elsewhere.id, 'Firefox on Android', false],
      ].sort(),
    )
    expect(JSON.stringify(page)).not.toContain(owner.token)
  })

  it('leaves out what has ended or run out', async () => {
    const { db, owner } = await aFew()
    const hours = (count: number) => new Date(Date.now() - count * 3_600_000)
    const idle = await visitor(db, owner.personId, ['email_code'])
    const ended = await visitor(db, owner.personId, ['email_code'])
    await change(db, idle.id, { lastSeenAt: hours(13), createdAt: hours(14) })
    await change(db, ended.id, { endedAt: new Date() })
    const page = await (await answerOf(account(routeArgs(db, '/account', owner)))).json()
    expect(page.sessions.map(({ id }: Row) => id)).toEqual([owner.id])
  })

  it('ends one at once, and a second time it is not there', async () => {
    const { db, owner } = await aFew()
    const elsewhere = await visitor(db, owner.personId, ['email_code'])
    const end = () => endSession(db, owner.cookies, elsewhere.id)
    expect((await end()).headers.get('Location')).toBe('/account')
    expect([await opensNow(db, elsewhere), await opensNow(db, owner)]).toEqual([false, true])
    expect((await end()).status).toBe(404)
    expect(await kinds(db)).toEqual(['person.session_ended'])
  })

  it('has nothing of another person: their session answers as an absent one', async () => {
    const { db, owner, staff } = await aFew()
    const theirs = await endSession(db, owner.cookies, staff.id)
    const absent = await endSession(db, owner.cookies, 'ses_0000000000000000')
    expect([theirs.status, absent.status]).toEqual([404, 404])
    expect(await theirs.text()).toBe(await absent.text())
    expect([await opensNow(db, staff), await kinds(db)]).toEqual([true, []])
  })

  it('ends all others, and of nobody else', async () => {
    const { db, owner, staff } = await aFew()
    const others = [
      await visitor(db, owner.personId, ['email_code']),
      await visitor(db, owner.personId, ['passkey']),
    ]
    const path = '/account/sessions/end-others'
    const done = await answerOf(
      endOthers(routeArgs(db, path, { form: {}, cookies: owner.cookies })),
    )
    expect(done.headers.get('Location')).toBe('/account')
    for (const other of others) expect(await opensNow(db, other)).toBe(false)
    expect([await opensNow(db, owner), await opensNow(db, staff)]).toEqual([true, true])
    const [event] = await db.select().from(events)
    expect(event).toMatchObject({ kind: 'person.sessions_ended', facts: { ended: 2 } })
  })
})

describe('the button that ends a session', () => {
  it('has a page of its own, which asks again; for another person’s session it is not there', async () => {
    const { db, owner, staff } = await aFew()
    const elsewhere = await visitor(db, owner.personId, ['email_code'])
    const ask = (sessionId: string) => {
      const path = `/account/sessions/${sessionId}/end`
      const params = { sessionId }
      return answerOf(askToEnd(routeArgs(db, path, { cookies: owner.cookies, params })))
    }
    expect(await (await ask(elsewhere.id)).json()).toEqual({ device: 'Firefox on Android' })
    expect([(await ask(staff.id)).status, (await ask('ses_0000')).status]).toEqual([404, 404])
  })
})

describe('signing in with a passkey', () => {
  it('is slowed down for a network that tries without end', async () => {
    const db = aDatabase()
    await aProgram(db)
    const options = () => answerOf(passkeyOptions(routeArgs(db, passkeyPath, { form: {} })))
    for (let times = 0; times < 120; times += 1) expect((await options()).status).toBe(200)
    const refused = await options()
    expect(refused.status).toBe(429)
    expect(await db.$count(passkeyChallenges)).toBe(120)
  })
})

describe('one’s own name', () => {
  it('is saved, and comes back as typed when it cannot be', async () => {
    const { db, owner } = await aFew()
    const save = (name: string) =>
      answerOf(saveName(routeArgs(db, '/account/name', { form: { name }, ...owner })))
    expect((await save('Marta Castillo-Ruiz')).headers.get('Location')).toBe('/account')
    const [row] = await db.select().from(people).where(eq(people.id, owner.personId))
    expect(row?.name).toBe('Marta Castillo-Ruiz')
    const refused = await save('a'.repeat(101))
    expect([refused.status, (await refused.json()).values.name]).toEqual([422, 'a'.repeat(101)])
  })
})

describe('the password', () => {
  it('is changed with the old one, and no answer carries what was typed', async () => {
    const { db, staff } = await aFew()
    const elsewhere = await visitor(db, staff.personId, ['password', 'totp'])
    const save = (form: Record<string, string>) =>
      answerOf(savePassword(routeArgs(db, '/account/password', { form, ...staff })))
    const common = await save({ password: staffPassword, newPassword: 'passwordpassword' })
    expect(common.status).toBe(422)
    const text = await common.text()
    expect(text).toContain('Many people use that one')
    expect(text).not.toMatch(/kayak|passwordpassword/)
    const wrong = await save({ password: 'not this', newPassword: 'seven boats under one moon' })
    const body = await wrong.json()
    expect([wrong.status, body.errors.password]).toEqual([422, expect.stringMatching(/current/)])
    expect(JSON.stringify(body)).not.toContain('boats')
    const done = await save({ password: staffPassword, newPassword: 'seven boats under one moon' })
    expect(done.headers.get('Location')).toBe('/account')
    const renewed = await answerOf(account(routeArgs(db, '/account', { cookies: cookiesOf(done) })))
    expect(renewed.status).toBe(200)
    expect([await opensNow(db, staff), await opensNow(db, elsewhere)]).toEqual([false, false])
  })

  it.each([
    ['password', '/account/password', passwordPage, savePassword],
    ['app', '/account/time-code', appPage, connectApp],
    ['recovery codes', '/account/recovery-codes', codesPage, makeCodes],
  ] as const)('page for the %s is absent for whoever has none', async (_, path, loader, action) => {
    const { db, owner } = await aFew()
    expect((await answerOf(loader(routeArgs(db, path, owner)))).status).toBe(404)
    expect((await answerOf(action(routeArgs(db, path, { form: {}, ...owner })))).status).toBe(404)
  })

  it.each([
    ['password', '/account/password', passwordPage],
    ['app', '/account/time-code', appPage],
    ['recovery codes', '/account/recovery-codes', codesPage],
  ] as const)('page for the %s asks staff first to show who they are', async (_, path, loader) => {
    const { db, staff } = await aFew()
    await change(db, staff.id, { createdAt: new Date(Date.now() - 11 * 60_000) })
    const asked = await answerOf(loader(routeArgs(db, path, staff)))
    expect(asked.headers.get('Location')).toBe(
      `/account/prove?returnTo=${encodeURIComponent(path)}`,
    )
  })
})

describe('the authenticator app', () => {
  it('is changed with the first code of the new one; a wrong one keeps the square', async () => {
    const { db, staff } = await aFew()
    const path = '/account/time-code'
    const page = await (await answerOf(appPage(routeArgs(db, path, staff)))).json()
    const send = (code: string) =>
      answerOf(connectApp(routeArgs(db, path, { form: { secret: page.sealed, code }, ...staff })))
    const refused = await send('000000')
    expect([refused.status, (await refused.json()).again.secret]).toEqual([422, page.secret])
    const done = await send(appCode(page.secret.replaceAll(' ', ''), new Date()))
    expect(done.headers.get('Location')).toBe('/account')
    expect(await opensNow(db, staff)).toBe(false)
  })
})

describe('recovery codes', () => {
  it('are shown once, and one of them signs in after the password', async () => {
    const { db, staff } = await aFew()
    const path = '/account/recovery-codes'
    const made = await answerOf(makeCodes(routeArgs(db, path, { form: {}, ...staff })))
    expect(made.headers.get('Cache-Control')).toBe('no-store')
    const { codes } = await made.json()
    const page = await answerOf(codesPage(routeArgs(db, path, staff)))
    expect(await page.json()).toEqual({ left: 10 })

    const early = await answerOf(recover(recoveryArgs(db, codes[0], [])))
    expect((await early.json()).errors.code).toMatch(/password comes first/)
    const [person] = await db.select().from(people).where(eq(people.id, staff.personId))
    const form = { email: person?.email ?? '', password: staffPassword }
    const half = cookiesOf(await answerOf(firstFactor(routeArgs(db, '/sign-in/staff', { form }))))
    const done = await answerOf(recover(recoveryArgs(db, codes[0], half)))
    expect([done.status, done.headers.get('Location')]).toEqual([302, '/home'])
    const again = await answerOf(recover(recoveryArgs(db, codes[0], half)))
    expect(again.status).toBe(422)
  })
})

type Row = { id: string; device: string; own: boolean }

async function aFew() {
  const db = aDatabase()
  await aProgram(db)
  const owner = await visitor(db, await anOwner(db, await aVenue(db)), ['email_code'])
  const staff = await visitor(db, (await aStaffPerson(db)).personId, ['password', 'totp'])
  return { db, owner, staff }
}

async function visitor(db: Database, personId: PersonId, factors: Factor[]) {
  const { token, session } = await signedInAs(db, personId, factors, new Date())
  const cookies = [(await sessionCookie(token)).split(';')[0] ?? '']
  return { personId, token, id: session.id, cookies }
}

const opensNow = (db: Database, { token }: { token: string }) => opens(db, token, new Date())

async function change(db: Database, id: string, values: Partial<typeof sessions.$inferInsert>) {
  const its = eq(sessions.id, id as never)
  await db.transaction((tx) => tx.update(sessions).set(values).where(its))
}

function endSession(db: Database, cookies: string[], sessionId: string) {
  const path = `/account/sessions/${sessionId}/end`
  return answerOf(endOne(routeArgs(db, path, { form: {}, cookies, params: { sessionId } })))
}

function recoveryArgs(db: Database, code: string, cookies: string[]) {
  return routeArgs(db, '/sign-in/recovery', { form: { code }, cookies })
}

async function kinds(db: Database) {
  return (await db.select().from(events)).map(({ kind }) => kind)
}
