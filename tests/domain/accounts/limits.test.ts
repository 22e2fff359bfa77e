import { describe, expect, it, onTestFinished } from 'vitest'
import { countFailure, failuresOf } from '~/domain/accounts/failures.server'
import { forgetOldRows } from '~/domain/accounts/forget-old-rows.server'
import { type Limit, type LimitName, limits, whenWords } from '~/domain/accounts/limits'
import { giveBack, refuseWhenSpent, spend, spentOf } from '~/domain/accounts/limits.server'
import { TooMany } from '~/domain/errors'
import { type Database, openDatabase } from '~db/open.server'
import { eventDetails, events, rateLimits } from '~db/schema'
import { aDatabase, aDatabaseIn } from '~tests/support/database'
import { testNow } from '~tests/support/factories'
import { aVisit } from '~tests/support/visits'

const address = '203.0.113.9'

describe('a limit', () => {
  it('bears what it allows, then says when to try again, and opens again', async () => {
    const db = aDatabase()
    for (let use = 0; use < 30; use += 1) await spend(from(db, address, use), 'claim')
    const error = await refusal(spend(from(db, address, 60), 'claim'))
    expect(error.message).toBe(
      'Many codes that open nothing were tried from your network. Please try again in 14 minutes.',
    )
    expect(error.retryAfterSeconds).toBe(14 * 60)
    await spend(from(db, address, 15 * 60), 'claim')
  })

  it('is neither lengthened by what it refuses nor counted past its end', async () => {
    const db = aDatabase()
    for (let use = 0; use < 30; use += 1) await spend(from(db, address), 'claim')
    for (let late = 0; late < 50; late += 1) {
      expect((await refusal(spend(from(db, address, 899), 'claim'))).retryAfterSeconds).toBe(1)
    }
    const [row] = await db.select().from(rateLimits)
    expect(row?.points).toBe(31)
    await spend(from(db, address, 900), 'claim')
  })

  it('counts everybody apart', async () => {
    const db = aDatabase()
    const ask = (at: string, email: string) => spend(from(db, at), 'code-request', { email })
    for (let use = 0; use < 5; use += 1) await ask(address, 'ana@example.com')
    await refusal(ask(address, 'ana@example.com'))
    await ask(address, 'bo@example.com')
    await ask('198.51.100.7', 'ana@example.com')
  })

  it('counts an IPv6 network as one', async () => {
    const db = aDatabase()
    for (let host = 1; host <= 30; host += 1) {
      await spend(from(db, `2001:db8:1:2::${host.toString(16)}`), 'claim')
    }
    await refusal(spend(from(db, '2001:db8:1:2:ffff::1'), 'claim'))
    await spend(from(db, '2001:db8:1:3::1'), 'claim')
  })

  it('counts nothing when one of its allowances is used up', async () => {
    const db = aDatabase()
    const who = { person: 'per_1', venue: 'ven_1' }
    for (let use = 0; use < 30; use += 1) await spend(from(db), 'invitation', who)
    await refusal(spend(from(db), 'invitation', who))
    expect(await spentOf(db, testNow, 'invitation', 'person', 'per_1')).toBe(30)
  })

  it('lets fifty at the same moment have what is left, and no more', async () => {
    const db = aDatabase()
    const all = await Promise.allSettled(
      Array.from({ length: 50 }, () => spend(from(db, address), 'claim')),
    )
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(30)
    expect(await db.$count(events)).toBe(1)
  })

  it('writes one event for each time that it is used up', async () => {
    const db = aDatabase()
    for (const later of [0, 900, 1800]) {
      for (let use = 0; use < 35; use += 1) {
        await spend(from(db, address, later), 'claim').catch(() => undefined)
      }
    }
    const written = await db.select().from(events)
    expect(written.map(({ kind, facts }) => [kind, facts])).toEqual(
      Array(3).fill(['person.limited', { limit: 'claim' }]),
    )
    expect(await db.$count(eventDetails)).toBe(3)
  })

  it('keeps no address and no name in its table', async () => {
    const db = aDatabase()
    await spend(from(db, address), 'code-request', { email: 'ana@example.com' })
    const rows = await db.select().from(rateLimits)
    expect(rows).toHaveLength(2)
    for (const { key } of rows) expect(key).toMatch(/^[\w-]{43}$/)
  })

  it('gives a use back, and never more than was used', async () => {
    const db = aDatabase()
    const back = () => db.transaction((tx) => giveBack(tx, from(db, address), 'claim'))
    await back()
    for (let use = 0; use < 30; use += 1) await spend(from(db, address), 'claim')
    await back()
    await spend(from(db, address), 'claim')
    await refusal(spend(from(db, address), 'claim'))
    await back()
    await refusal(spend(from(db, address), 'claim'))
    expect(await db.$count(events)).toBe(1)
  })

  it('survives a restart, and so does a lock in the making', async () => {
    const { db, file, remove } = aDatabaseIn()
    onTestFinished(remove)
    const failing = { rule: 'staff-failure', counted: 'email', id: 'ana@example.com' } as const
    for (let use = 0; use < 30; use += 1) await spend(from(db, address), 'claim')
    await db.transaction((tx) => countFailure(tx, testNow, failing))
    await db.close()
    const again = openDatabase(file)
    onTestFinished(() => again.close())
    const error = await refusal(spend(from(again, address, 60), 'claim'))
    expect(error.retryAfterSeconds).toBe(14 * 60)
    expect((await failuresOf(again, testNow, failing)).count).toBe(1)
  })

  it('writes nothing when it is only asked', async () => {
    const db = aDatabase()
    const before = db.version()
    for (let look = 0; look < 100; look += 1) await refuseWhenSpent(from(db, address), 'check')
    expect(db.version()).toBe(before)
    for (let use = 0; use < 60; use += 1) await spend(from(db, address), 'check')
    await refusal(refuseWhenSpent(from(db, address), 'check'))
  })

  it('is forgotten once its time is over', async () => {
    const db = aDatabase()
    await spend(from(db, address), 'claim')
    await forgetOldRows(db, new Date(testNow.getTime() + 899_000))
    expect(await db.$count(rateLimits)).toBe(1)
    await forgetOldRows(db, new Date(testNow.getTime() + 900_000))
    expect(await db.$count(rateLimits)).toBe(0)
  })
})

describe('the list of limits', () => {
  const all = Object.entries(limits) as [LimitName, Limit][]

  it.each(all)('%s ends within an hour and says when', (_, { per, sentence }) => {
    expect(Object.keys(per).length).toBeGreaterThan(0)
    for (const { points, seconds } of Object.values(per)) {
      expect(points).toBeGreaterThan(0)
      expect(seconds).toBeLessThanOrEqual(3600)
    }
    expect(sentence('in 5 minutes')).toMatch(/^[A-Z].* in 5 minutes\b.*\.$/)
  })

  it.each([
    [1, 'in a minute'],
    [60, 'in a minute'],
    [61, 'in 2 minutes'],
    [899, 'in 15 minutes'],
    [3540, 'in 59 minutes'],
    [3541, 'in an hour'],
  ])('never promises too early: %i seconds are %s', (seconds, words) => {
    expect(whenWords(seconds)).toBe(words)
  })
})

function from(db: Database, at: string | null = null, secondsLater = 0) {
  const visit = aVisit(db, secondsLater)
  return { ...visit, origin: { ...visit.origin, address: at } }
}

async function refusal(work: Promise<unknown>): Promise<TooMany> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof TooMany)) throw new Error(`It was not refused: ${error}`)
  return error
}
