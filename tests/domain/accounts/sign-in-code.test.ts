import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { codeSentTo, requestSignInCode } from '~/domain/accounts/request-sign-in-code.server'
import { sessionOf } from '~/domain/accounts/session.server'
import { normalizedCode } from '~/domain/accounts/typed-code'
import { useSignInCode as takeSignInCode } from '~/domain/accounts/use-sign-in-code.server'
import { Invalid } from '~/domain/errors'
import type { Database } from '~db/open.server'
import { people, sessions, signInCodes } from '~db/schema'
import { aDatabase } from '~tests/support/database'
import {
  aDistrict,
  aLiaison,
  aMembership,
  anOwner,
  aPerson,
  aVenue,
  testNow,
} from '~tests/support/factories'
import { aBrowser, aVisit, codeFor, queuedMail } from '~tests/support/visits'

const email = 'ana@example.com'

describe('signing in with a code by email', () => {
  it('opens a session that says how it was made', async () => {
    const { db, personId } = await withOwner()
    const browser = aBrowser()
    await requestSignInCode(aVisit(db), browser, email)
    const { token } = await take(db, browser, await code(db))

    const session = await sessionOf(db, token, testNow)
    expect(session?.alive).toBe(true)
    expect(session?.actor.person.id).toBe(personId)
    expect(session?.actor.factors).toEqual(['email_code'])
  })

  it('shows the code in two groups and keeps only its keyed hash', async () => {
    const { db } = await withOwner()
    await requestSignInCode(aVisit(db), aBrowser(), email)
    const shown = await codeFor(db, email)
    expect(shown).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/)
    const rows = JSON.stringify(await db.select().from(signInCodes))
    expect(rows).not.toContain(normalizedCode(shown))
    expect(rows).toContain(email)
  })

  it('confirms the address', async () => {
    const { db, personId } = await withOwner()
    await db.transaction((tx) => tx.update(people).set({ emailConfirmedAt: null }))
    const browser = aBrowser()
    await requestSignInCode(aVisit(db), browser, email)
    await take(db, browser, await code(db))
    const [person] = await db.select().from(people).where(eq(people.id, personId))
    expect(person?.emailConfirmedAt).toEqual(testNow)
  })

  it('ends the session that the browser had', async () => {
    const { db } = await withOwner()
    const browser = aBrowser()
    await requestSignInCode(aVisit(db), browser, email)
    const first = await take(db, browser, await code(db))
    const before = await sessionOf(db, first.token, testNow)

    await requestSignInCode(aVisit(db, 1), browser, email)
    await takeSignInCode(aVisit(db, 1), browser, await code(db), before?.id ?? null)
    expect((await sessionOf(db, first.token, testNow))?.alive).toBe(false)
  })
})

describe('a code', () => {
  it('works once', async () => {
    const { db } = await withOwner()
    const browser = aBrowser()
    await requestSignInCode(aVisit(db), browser, email)
    const given = await code(db)
    await take(db, browser, given)
    await expect(take(db, browser, given)).rejects.toThrow(/run out or was used/)
  })

  it('opens one session when it is used twice at the same moment', async () => {
    const { db } = await withOwner()
    const browser = aBrowser()
    await requestSignInCode(aVisit(db), browser, email)
    const given = await code(db)
    const all = await Promise.allSettled([1, 2, 3, 4].map(() => take(db, browser, given)))
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await db.$count(sessions)).toBe(1)
  })

  it('works for ten minutes', async () => {
    const { db } = await withOwner()
    const browser = aBrowser()
    await requestSignInCode(aVisit(db), browser, email)
    const given = await code(db)
    await expect(take(db, browser, given, 600)).rejects.toThrow(/run out/)
    await expect(take(db, browser, given, 599)).resolves.toBeDefined()
  })

  it('bears five tries, and the fifth may be the right one', async () => {
    const { db } = await withOwner()
    const browser = aBrowser()
    await requestSignInCode(aVisit(db), browser, email)
    const given = await code(db)
    for (let wrong = 0; wrong < 4; wrong += 1) {
      await expect(take(db, browser, '00000000')).rejects.toThrow(/not the code/)
    }
    await expect(take(db, browser, given)).resolves.toBeDefined()
  })

  it('is over after five wrong ones', async () => {
    const { db } = await withOwner()
    const browser = aBrowser()
    await requestSignInCode(aVisit(db), browser, email)
    const given = await code(db)
    const tries = await Promise.allSettled([1, 2, 3, 4, 5].map(() => take(db, browser, '00000000')))
    expect(tries.every(({ status }) => status === 'rejected')).toBe(true)
    await expect(take(db, browser, given)).rejects.toThrow(/last of five/)
  })

  it('belongs to the browser that asked', async () => {
    const { db } = await withOwner()
    await requestSignInCode(aVisit(db), aBrowser(), email)
    const given = await code(db)
    await expect(take(db, aBrowser(), given)).rejects.toThrow(Invalid)
    await expect(takeSignInCode(aVisit(db), null, given, null)).rejects.toThrow(Invalid)
  })

  it('is neither replaced nor used up by requests from elsewhere', async () => {
    const { db } = await withOwner()
    const browser = aBrowser()
    await requestSignInCode(aVisit(db), browser, email)
    const given = await code(db)
    for (let other = 1; other <= 6; other += 1) {
      const elsewhere = aBrowser()
      await requestSignInCode(aVisit(db, other), elsewhere, email)
      await expect(take(db, elsewhere, '00000000', other)).rejects.toThrow(Invalid)
    }
    await expect(take(db, browser, given, 10)).resolves.toBeDefined()
  })

  it('is replaced by a newer one of the same browser', async () => {
    const { db } = await withOwner()
    const browser = aBrowser()
    await requestSignInCode(aVisit(db), browser, email)
    const first = await code(db)
    await requestSignInCode(aVisit(db, 1), browser, email)
    await expect(take(db, browser, first, 2)).rejects.toThrow(/not the code we sent last/)
    await expect(take(db, browser, await code(db), 2)).resolves.toBeDefined()
  })
})

describe('an address that nobody has', () => {
  it('gets a row and no mail, and a wrong code gets the same answers', async () => {
    const { db } = await withOwner()
    const known = aBrowser()
    const unknown = aBrowser()
    await requestSignInCode(aVisit(db), known, email)
    await requestSignInCode(aVisit(db), unknown, 'nobody@example.com')

    expect((await queuedMail(db)).map(({ address }) => address)).toEqual([email])
    expect(await db.$count(signInCodes)).toBe(2)
    expect(await codeSentTo(db, unknown, testNow)).toBe('nobody@example.com')
    expect(await answers(db, unknown)).toEqual(await answers(db, known))
  })

  it('is the same as that of a person who was removed', async () => {
    const { db, personId } = await withOwner()
    await db.transaction((tx) =>
      tx.update(people).set({ removedAt: testNow }).where(eq(people.id, personId)),
    )
    await requestSignInCode(aVisit(db), aBrowser(), email)
    expect(await queuedMail(db)).toEqual([])
  })
})

describe('staff who ask for a code', () => {
  it('get a mail that leads to their own sign-in, and no code that works', async () => {
    const db = aDatabase()
    const districtId = await aDistrict(db)
    const personId = await aLiaison(db, districtId)
    await db.transaction((tx) => tx.update(people).set({ email }).where(eq(people.id, personId)))
    const browser = aBrowser()
    await requestSignInCode(aVisit(db), browser, email)

    const mails = await queuedMail(db)
    expect(mails.map(({ kind, facts }) => ({ kind, facts }))).toEqual([
      { kind: 'staff-sign-in', facts: { path: '/sign-in/staff' } },
    ])
    const [row] = await db.select().from(signInCodes)
    expect(row?.personId).toBeNull()
  })

  it('are refused when they became staff after they had asked', async () => {
    const { db, personId } = await withOwner()
    const browser = aBrowser()
    await requestSignInCode(aVisit(db), browser, email)
    await aMembership(db, personId, 'coordinator')
    await expect(take(db, browser, await code(db))).rejects.toThrow(Invalid)
  })
})

describe('two equal submits', () => {
  const submission = 'seed.form-0123456789'

  it('of the address send one mail', async () => {
    const { db } = await withOwner()
    const browser = aBrowser()
    const ask = () => requestSignInCode(aVisit(db, 0, submission), browser, email)
    await Promise.all([ask(), ask(), ask()])
    expect(await queuedMail(db)).toHaveLength(1)
    await expect(take(db, browser, await code(db))).resolves.toBeDefined()
  })

  it('of the right code open one session, and both get it', async () => {
    const { db } = await withOwner()
    const browser = aBrowser()
    await requestSignInCode(aVisit(db), browser, email)
    const given = await code(db)
    const submit = () => takeSignInCode(aVisit(db, 1, submission), browser, given, null)
    const [first, second] = await Promise.all([submit(), submit()])
    expect(second).toEqual(first)
    expect(await db.$count(sessions)).toBe(1)
  })

  it('of a wrong code cost one try', async () => {
    const { db } = await withOwner()
    const browser = aBrowser()
    await requestSignInCode(aVisit(db), browser, email)
    const submit = () => takeSignInCode(aVisit(db, 1, submission), browser, '00000000', null)
    await Promise.allSettled([submit(), submit()])
    const [row] = await db.select().from(signInCodes)
    expect(row?.triesLeft).toBe(4)
  })

  it('are replayed for a minute only', async () => {
    const { db } = await withOwner()
    const browser = aBrowser()
    await requestSignInCode(aVisit(db), browser, email)
    const given = await code(db)
    await takeSignInCode(aVisit(db, 1, submission), browser, given, null)
    await expect(takeSignInCode(aVisit(db, 62, submission), browser, given, null)).rejects.toThrow(
      /was used/,
    )
  })
})

describe('a stranger who asks for codes from many networks', () => {
  const networks = (count: number, from = 0) =>
    Array.from({ length: count }, (_, at) => `198.51.100.${from + at}`)
  const ask = (db: Database, address: string, secondsLater = 0, browser = aBrowser()) => {
    const visit = aVisit(db, secondsLater)
    const there = { ...visit, origin: { ...visit.origin, address } }
    return requestSignInCode(there, browser, email).then(
      () => 'mailed',
      (error: Error) => error.name,
    )
  }
  const fromFour = async (db: Database, at = 0) => {
    const all: string[] = []
    for (const network of networks(4)) {
      for (let time = 0; time < 6; time += 1) all.push(await ask(db, network, at))
    }
    return all
  }

  it('keeps no owner out who comes with a new browser from a new network', async () => {
    const { db } = await withOwner()
    const all = await fromFour(db)
    // Twenty at the speed of everybody, and one more that is slowed already.
    expect(all.filter((each) => each === 'mailed')).toHaveLength(21)
    for (const network of networks(50, 10)) expect(await ask(db, network, 5)).toBe('mailed')

    const browser = aBrowser()
    expect(await ask(db, '203.0.113.9', 10, browser)).toBe('mailed')
    expect(await take(db, browser, await code(db))).toMatchObject({ token: expect.any(String) })
  })

  it('gets one mail in ten minutes for each network, and IPv6 counts by what one customer has', async () => {
    const { db } = await withOwner()
    await fromFour(db)
    const before = (await queuedMail(db)).length
    for (let round = 0; round < 3; round += 1) {
      for (const network of networks(5, 20)) await ask(db, network, round)
      for (const subnet of ['1', '2', 'ffff']) await ask(db, `2001:db8:7:${subnet}::1`, round)
    }
    expect((await queuedMail(db)).length - before).toBe(6)
    expect(await ask(db, '198.51.100.20', 599)).toBe('TooMany')
    expect(await ask(db, '198.51.100.20', 601)).toBe('mailed')
  })

  it('does not even slow a network in which the owner has signed in', async () => {
    const { db } = await withOwner()
    const browser = aBrowser()
    await ask(db, '203.0.113.9', 0, browser)
    const visit = aVisit(db)
    const home = { ...visit, origin: { ...visit.origin, address: '203.0.113.9' } }
    await takeSignInCode(home, browser, await code(db), null)
    await fromFour(db, 1000)
    for (let time = 0; time < 5; time += 1)
      expect(await ask(db, '203.0.113.9', 1001)).toBe('mailed')
    expect(await ask(db, '203.0.113.9', 1002)).toBe('TooMany')
    expect(await ask(db, '203.0.113.9', 1003, browser)).toBe('mailed')
  })
})

async function withOwner() {
  const db = aDatabase()
  const venueId = await aVenue(db)
  const personId = await anOwner(db, venueId)
  await aPerson(db)
  await db.transaction((tx) => tx.update(people).set({ email }).where(eq(people.id, personId)))
  return { db, personId, venueId }
}

async function code(db: Database): Promise<string> {
  return normalizedCode(await codeFor(db, email))
}

function take(db: Database, browser: string, given: string, secondsLater = 0) {
  return takeSignInCode(aVisit(db, secondsLater), browser, given, null)
}

async function answers(db: Database, browser: string): Promise<string[]> {
  const said: string[] = []
  for (let wrong = 0; wrong < 7; wrong += 1) {
    await take(db, browser, '00000000').catch((error: Error) => said.push(error.message))
  }
  return said
}
