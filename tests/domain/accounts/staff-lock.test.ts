import { eq } from 'drizzle-orm'
import { TOTP } from 'otpauth'
import { describe, expect, it } from 'vitest'
import { aLine } from '~/domain/accounts/a-line'
import { knowBrowser, knowsBrowser } from '~/domain/accounts/known-browsers.server'
import { spend } from '~/domain/accounts/limits.server'
import { hashPassword } from '~/domain/accounts/password.server'
import { sessionOf, startSession } from '~/domain/accounts/session.server'
import { signInStaff } from '~/domain/accounts/sign-in-staff.server'
import { lockedSince, noteStaffFailure, staffDoor } from '~/domain/accounts/staff-lock.server'
import { newTimeSecret, timeSecretFor } from '~/domain/accounts/time-code.server'
import { unlockByEmail, unlockStaff } from '~/domain/accounts/unlock-staff.server'
import { useStaffCode as takeStaffCode } from '~/domain/accounts/use-staff-code.server'
import { NotFound, NotPermitted, TooMany } from '~/domain/errors'
import type { PersonId } from '~/domain/ids'
import type { Database } from '~db/open.server'
import { credentials, events, knownBrowsers, people, signInLocks } from '~db/schema'
import { aDatabase } from '~tests/support/database'
import { aCoordinator, aDistrict, aLiaison, contextFor, testNow } from '~tests/support/factories'
import { aBrowser, aVisit, queuedMail } from '~tests/support/visits'

const email = 'lee@example.com'
const password = 'tulip bridge kayak lantern'
const quarter = 15 * 60

describe('five failures in 15 minutes', () => {
  it('lock the account for new browsers, and tell its person and the coordinators once', async () => {
    const { db, personId, coordinator } = await withLiaison()
    await fail(db, 4)
    expect(await lockedSince(db, personId)).toBeNull()
    await fail(db, 4, { at: 1 })
    expect(await lockedSince(db, personId)).toEqual(moment(1))
    const told = (await queuedMail(db)).map(({ kind, personId: to, facts }) => [
      kind,
      to,
      facts.own,
    ])
    expect(told.toSorted()).toEqual(
      [
        ['staff-locked', personId, true],
        ['staff-locked', coordinator, false],
      ].toSorted(),
    )
    const locked = await db.select().from(events).where(eq(events.kind, 'staff.locked'))
    expect(locked.map(({ subjectId, personId: by }) => [subjectId, by])).toEqual([[personId, null]])
    expect(await door(db, aBrowser(), 30 * 24 * 3600)).toBe('locked')
  })

  it('lock at the same moment only once', async () => {
    const { db } = await withLiaison()
    await Promise.all(Array.from({ length: 20 }, () => fail(db, 1)))
    expect(await db.$count(signInLocks)).toBe(1)
    expect(await queuedMail(db)).toHaveLength(2)
  })

  it('do not lock when the fifth comes later', async () => {
    const { db, personId } = await withLiaison()
    await fail(db, 4)
    await fail(db, 4, { at: quarter })
    expect(await lockedSince(db, personId)).toBeNull()
  })

  it('lock wherever the 15 minutes are laid, also across a quarter that began with the first', async () => {
    const { db, personId } = await withLiaison()
    await fail(db, 1)
    await fail(db, 3, { at: quarter - 1 })
    await fail(db, 1, { at: quarter + 1 })
    expect(await lockedSince(db, personId)).toBeNull()
    await fail(db, 1, { at: quarter + 2 })
    expect(await lockedSince(db, personId)).toEqual(moment(quarter + 2))
  })

  it('of a stranger do not lock the officer out of their own browser', async () => {
    const { db, personId, secret } = await withLiaison()
    const own = aBrowser()
    await db.transaction((tx) => knowBrowser(tx, personId, own, testNow))
    await fail(db, 50)
    expect(await door(db, own, 5)).toBe('open')
    const { token } = await signInStaff(aVisit(db, 60), { email, password }, null, own)
    const half = await sessionOf(db, token, moment(60))
    if (!half) throw new Error('no session')
    const whole = await takeStaffCode(aVisit(db, 60), half, codeAt(secret, 60), own)
    expect((await sessionOf(db, whole.token, moment(60)))?.alive).toBe(true)
  })

  it('in a known browser hold up that browser alone, for 15 minutes', async () => {
    const { db, personId } = await withLiaison()
    const [own, other] = [aBrowser(), aBrowser()]
    for (const browser of [own, other]) {
      await db.transaction((tx) => knowBrowser(tx, personId, browser, testNow))
    }
    await fail(db, 5, { browser: own })
    expect(await door(db, own, 60)).toEqual({
      limited: 'staff-failure-known-browser',
      seconds: quarter - 60,
    })
    const held = signInStaff(aVisit(db, 60), { email, password }, null, own)
    await expect(held).rejects.toThrow(/This browser can try again in 14 minutes/)
    await expect(held).rejects.toThrow(TooMany)
    expect(await door(db, other, 60)).toBe('open')
    expect(await door(db, aBrowser(), 60)).toBe('open')
    expect(await lockedSince(db, personId)).toBeNull()
    expect(await door(db, own, quarter)).toBe('open')
  })
})

describe('many tries at the same moment', () => {
  it('are counted before any password is looked at, and what fits is given back', async () => {
    const { db } = await withLiaison()
    const visit = aVisit(db, 60)
    const there = { ...visit, origin: { ...visit.origin, address: '203.0.113.9' } }
    for (let use = 0; use < 59; use += 1) await spend(there, 'staff-sign-in')
    for (const _ of [1, 2]) await signInStaff(there, { email, password }, null)

    const given = { email: 'nobody@example.com', password: 'no' }
    const all = await Promise.all(
      Array.from({ length: 40 }, () => signInStaff(there, given, null).catch(kindOf)),
    )
    expect(all.toSorted()).toEqual(['Invalid', ...Array(39).fill('TooMany')])
  })

  it('fill no more than a short line, and the next is told at once to come again', async () => {
    const inTurn = aLine({ atOnce: 2, mostWaiting: 3, crowded: 'Come again.' })
    let [running, most] = [0, 0]
    const work = async () => {
      running += 1
      most = Math.max(most, running)
      await new Promise((resolve) => setTimeout(resolve, 5))
      running -= 1
      return 'done'
    }
    for (const _ of [1, 2]) {
      const all = Array.from({ length: 9 }, () => inTurn(work).catch(kindOf))
      const done = Array(5).fill('done')
      expect(await Promise.all(all)).toEqual([...done, ...Array(4).fill('Busy')])
    }
    await expect(inTurn(() => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect([await inTurn(work), most]).toEqual(['done', 2])
  })
})

describe('what a stranger learns', () => {
  it('is the same of a known and an unknown address, before, at and after the lock', async () => {
    const { db } = await withLiaison()
    const said: string[][] = []
    for (const address of [email, 'nobody@example.com']) {
      await fail(db, 3, { address })
      const answers: string[] = []
      for (const at of [1, 2, 3, quarter + 5]) {
        answers.push(
          await refusal(signInStaff(aVisit(db, at), { email: address, password: 'no' }, null)),
        )
      }
      said.push(answers)
    }
    expect(said[1]).toEqual(said[0])
    expect(new Set(said[0]).size).toBe(2)
  })

  it('is nothing about the password while the account is locked', async () => {
    const { db } = await withLiaison()
    await fail(db, 5)
    const later = quarter + 5
    const right = await refusal(signInStaff(aVisit(db, later), { email, password }, null))
    const wrong = await refusal(signInStaff(aVisit(db, later), { email, password: 'no' }, null))
    expect(right).toBe(wrong)
  })
})

describe('a whole sign-in', () => {
  it('makes the browser known, by a keyed hash', async () => {
    const { db, personId, secret } = await withLiaison()
    const browser = aBrowser()
    const half = await db.transaction((tx) => startSession(tx, personId, ['password'], testNow))
    expect(await knowsBrowser(db, personId, browser)).toBe(false)
    const session = await sessionOf(db, half, testNow)
    if (!session) throw new Error('no session')
    await takeStaffCode(aVisit(db, 60), session, codeAt(secret, 60), browser)
    expect(await knowsBrowser(db, personId, browser)).toBe(true)
    expect(JSON.stringify(await db.select().from(knownBrowsers))).not.toContain(browser)
  })

  it('with the password alone does not', async () => {
    const { db, personId } = await withLiaison()
    const browser = aBrowser()
    await signInStaff(aVisit(db), { email, password }, null, browser)
    expect(await knowsBrowser(db, personId, browser)).toBe(false)
  })
})

describe('a locked account', () => {
  it('is released by a coordinator, who stands in the record', async () => {
    const { db, personId, coordinator } = await withLiaison()
    await fail(db, 5)
    await unlockStaff(await contextFor(db, coordinator), personId)
    expect(await door(db, aBrowser(), 1)).toBe('open')
    const [event] = await db.select().from(events).where(eq(events.kind, 'staff.unlocked'))
    expect(event).toMatchObject({ personId: coordinator, subjectId: personId })
    await fail(db, 4, { at: 2 })
    expect(await lockedSince(db, personId)).toBeNull()
  })

  it('is released by nobody else', async () => {
    const { db, personId } = await withLiaison()
    await fail(db, 5)
    await expect(unlockStaff(await contextFor(db, personId), personId)).rejects.toThrow(
      NotPermitted,
    )
    expect(await lockedSince(db, personId)).not.toBeNull()
  })

  it('may be released twice, and nobody is not there', async () => {
    const { db, personId, coordinator } = await withLiaison()
    await fail(db, 5)
    expect(await unlockByEmail(db, email, testNow)).toBe(true)
    expect(await unlockByEmail(db, email, testNow)).toBe(false)
    const ctx = await contextFor(db, coordinator)
    await unlockStaff(ctx, personId)
    await expect(unlockStaff(ctx, 'per_nobody' as PersonId)).rejects.toThrow(NotFound)
    await expect(unlockByEmail(db, 'nobody@example.com', testNow)).rejects.toThrow(/Nobody has/)
    expect(await db.$count(events, eq(events.kind, 'staff.unlocked'))).toBe(1)
  })
})

async function withLiaison() {
  const db = aDatabase()
  const personId = await aLiaison(db, await aDistrict(db))
  const coordinator = await aCoordinator(db)
  hash ??= hashPassword(password)
  const passwordHash = await hash
  const totpSecretSealed = newTimeSecret()
  await db.transaction(async (tx) => {
    await tx.update(people).set({ email }).where(eq(people.id, personId))
    await tx
      .insert(credentials)
      .values({ personId, passwordHash, totpSecretSealed, totpLastStep: 0, setAt: testNow })
  })
  return { db, personId, coordinator, secret: timeSecretFor(totpSecretSealed, email).secret }
}

let hash: Promise<string> | undefined

/** Failures, counted as sign-in counts them. */
async function fail(
  db: Database,
  times: number,
  { at = 0, browser = null as string | null, address = email } = {},
) {
  const personId = await idOf(db, address)
  for (let time = 0; time < times; time += 1) {
    const trying = { email: address, personId, browser }
    await db.transaction((tx) => noteStaffFailure(tx, aVisit(db, at), trying))
  }
}

async function door(db: Database, browser: string, secondsLater: number) {
  const personId = await idOf(db, email)
  return db.transaction((tx) => staffDoor(tx, moment(secondsLater), { email, personId, browser }))
}

async function idOf(db: Database, address: string): Promise<PersonId | null> {
  const [row] = await db.select().from(people).where(eq(people.email, address))
  return row?.id ?? null
}

function kindOf(error: Error): string {
  return error.name
}

function moment(seconds: number): Date {
  return new Date(testNow.getTime() + seconds * 1000)
}

function codeAt(secret: string, secondsLater: number): string {
  return new TOTP({ secret }).generate({ timestamp: moment(secondsLater).getTime() })
}

async function refusal(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'taken',
    (error: Error) => error.message,
  )
}
