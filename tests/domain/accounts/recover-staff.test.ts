import { eq } from 'drizzle-orm'
import { TOTP } from 'otpauth'
import { describe, expect, it } from 'vitest'
import { recoverStaff } from '~/domain/accounts/recover-staff.server'
import { sessionOf } from '~/domain/accounts/session.server'
import { setUpStaff } from '~/domain/accounts/set-up-staff.server'
import { asksForWord, setupPage } from '~/domain/accounts/staff-setup.server'
import { typeSetupWord } from '~/domain/accounts/type-setup-word.server'
import { unlockStaff } from '~/domain/accounts/unlock-staff.server'
import { withdrawRecovery } from '~/domain/accounts/withdraw-recovery.server'
import { Conflict, Invalid, NotFound, NotPermitted, ProofNeeded } from '~/domain/errors'
import type { Database } from '~db/open.server'
import {
  credentials,
  events,
  knownBrowsers,
  passkeys,
  people,
  recoveryCodes,
  signInLocks,
  staffSetups,
  submissions,
} from '~db/schema'
import { aDatabase } from '~tests/support/database'
import {
  aCoordinator,
  aDistrict,
  aMembership,
  aPerson,
  aProgram,
  contextFor,
  testNow,
} from '~tests/support/factories'
import { aSetupPage } from '~tests/support/staff-setup'
import { aVisit, queuedMail } from '~tests/support/visits'

const email = 'lee@example.com'
const password = 'tulip bridge kayak lantern'

/** A liaison who can sign in, and two coordinators. */
async function aDesk() {
  const db = aDatabase()
  await aProgram(db)
  await aDistrict(db, 'Harbor')
  const dana = await contextFor(db, await aCoordinator(db))
  const kim = await contextFor(db, await aCoordinator(db))
  const invitation = { email, name: 'Jordan Lee', title: 'Sgt.', district: 'harbor', field: null }
  const page = await aSetupPage(db, { ...invitation, role: 'liaison' }, testNow)
  const { token } = await setUp(db, page, 0)
  const [lee] = await db.select().from(people).where(eq(people.email, email))
  if (!lee) throw new Error('There is no liaison.')
  return { db, dana, kim, leeId: lee.id, session: token }
}

async function setUp(db: Database, token: string, seconds: number) {
  const page = await setupPage(db, token, aVisit(db, seconds).now)
  if (!page) throw new Error('The link opens nothing.')
  const totp = new TOTP({ secret: page.secret })
  const code = totp.generate({ timestamp: testNow.getTime() + seconds * 1000 })
  return setUpStaff(aVisit(db, seconds), token, { password, code })
}

async function linkIn(db: Database): Promise<string> {
  const mail = (await queuedMail(db)).find(({ kind }) => kind === 'staff-recovery')
  return String(mail?.facts.path).split('/').at(-1) ?? ''
}

describe('the recovery of a sign-in', () => {
  it('closes every old way in at once', async () => {
    const { db, dana, leeId, session } = await aDesk()
    await db.transaction(async (tx) => {
      const personId = leeId
      const times = { personId, createdAt: testNow }
      await tx.insert(passkeys).values({
        ...{ id: 'key', publicKey: 'x', counter: 0, transports: [], backedUp: false },
        ...{ ...times, label: 'Phone' },
      })
      await tx.insert(recoveryCodes).values({ ...times, codeHash: 'x' })
      await tx.insert(knownBrowsers).values({ ...times, browserHash: 'x', lastSeenAt: testNow })
      await tx.insert(signInLocks).values({ personId, lockedAt: testNow })
    })
    expect((await sessionOf(db, session, testNow))?.alive).toBe(true)
    await recoverStaff(dana, leeId)
    expect((await sessionOf(db, session, testNow))?.alive).toBe(false)
    for (const table of [credentials, passkeys, recoveryCodes, knownBrowsers, signInLocks]) {
      expect(await db.$count(table, eq(table.personId, leeId))).toBe(0)
    }
  })

  it('tells the person, whoever did it, and every other coordinator, and none of them the word', async () => {
    const { db, dana, kim, leeId } = await aDesk()
    const before = (await queuedMail(db)).length
    const word = await recoverStaff(dana, leeId)
    const mails = await queuedMail(db)
    const sent = mails.filter(({ kind }) => kind.startsWith('staff-recovery'))
    expect(mails.length - before).toBe(3)
    const own = (id: string) => sent.find(({ personId }) => personId === id)
    expect(own(leeId)).toMatchObject({ kind: 'staff-recovery', address: email })
    expect(own(dana.actor.person.id)?.facts).toMatchObject({ own: true, person: 'Sgt. Jordan Lee' })
    expect(own(kim.actor.person.id)?.facts).toMatchObject({ own: false })
    expect(word).toMatch(/^[a-z]+-[a-z]+-\d\d$/)
    expect(JSON.stringify(sent)).not.toContain(word)
    const [event] = await db.select().from(events).where(eq(events.kind, 'staff.recovery_started'))
    expect(event).toMatchObject({ subjectId: leeId, personId: dana.actor.person.id })
  })

  it('opens with the link and the word, and never with the link alone', async () => {
    const { db, dana, leeId } = await aDesk()
    const word = await recoverStaff(dana, leeId)
    const token = await linkIn(db)
    expect(await asksForWord(db, token, testNow)).toBe(true)
    expect(await setupPage(db, token, testNow)).toBeNull()
    await expect(setUp(db, token, 60)).rejects.toThrow('opens nothing')
    const given = { password, code: '000000' }
    await expect(setUpStaff(aVisit(db, 60), token, given)).rejects.toThrow(NotFound)
    await expect(typeSetupWord(aVisit(db, 60), token, 'amber-amber-10')).rejects.toThrow(Invalid)

    const typed = word.toUpperCase().replaceAll('-', ' ')
    const next = await typeSetupWord(aVisit(db, 61), token, typed)
    const { token: session } = await setUp(db, next, 90)
    const open = await sessionOf(db, session, aVisit(db, 90).now)
    expect(open?.actor.person.id).toBe(leeId)
    await expect(typeSetupWord(aVisit(db, 91), token, word)).rejects.toThrow(NotFound)
    expect(await setupPage(db, next, aVisit(db, 91).now)).toBeNull()
  })

  it('bears five wrong words, also at the same moment, and none after', async () => {
    const { db, dana, leeId } = await aDesk()
    const word = await recoverStaff(dana, leeId)
    const token = await linkIn(db)
    const tries = Array.from({ length: 8 }, () => typeSetupWord(aVisit(db, 5), token, 'no-no-10'))
    const refused = await Promise.allSettled(tries)
    const wrong = refused.filter(
      (each) => each.status === 'rejected' && each.reason instanceof Invalid,
    )
    expect(wrong).toHaveLength(5)
    await expect(typeSetupWord(aVisit(db, 6), token, word)).rejects.toThrow(NotFound)
    expect(await asksForWord(db, token, testNow)).toBe(false)
    const kept = await db.select().from(events).where(eq(events.kind, 'staff.recovery_refused'))
    expect(kept.map(({ facts }) => facts.left).sort()).toEqual([0, 1, 2, 3, 4])
  })

  it('runs out after two days, and within an hour of the word', async () => {
    const { db, dana, leeId } = await aDesk()
    const word = await recoverStaff(dana, leeId)
    const token = await linkIn(db)
    const hours = (count: number) => new Date(testNow.getTime() + count * 3_600_000)
    expect(await asksForWord(db, token, hours(47.9))).toBe(true)
    expect(await asksForWord(db, token, hours(48))).toBe(false)
    const next = await typeSetupWord(aVisit(db), token, word)
    expect(await setupPage(db, next, hours(0.9))).not.toBeNull()
    expect(await setupPage(db, next, hours(1))).toBeNull()
  })

  it('is taken back, before and after the word was typed', async () => {
    const { db, dana, kim, leeId } = await aDesk()
    const word = await recoverStaff(dana, leeId)
    await withdrawRecovery(kim, leeId)
    await expect(typeSetupWord(aVisit(db, 5), await linkIn(db), word)).rejects.toThrow(NotFound)
    await expect(withdrawRecovery(kim, leeId)).rejects.toThrow(Conflict)
    expect(await db.$count(credentials, eq(credentials.personId, leeId))).toBe(0)

    const again = await recoverStaff(dana, leeId)
    const links = await db.select().from(staffSetups)
    expect(links.filter(({ usedAt, withdrawnAt }) => !usedAt && !withdrawnAt)).toHaveLength(1)
    const mails = (await queuedMail(db)).filter(({ kind }) => kind === 'staff-recovery')
    const paths = mails.map(({ facts }) => String(facts.path).split('/').at(-1) ?? '')
    const opened = await Promise.allSettled(
      paths.map((token) => typeSetupWord(aVisit(db, 9), token, again)),
    )
    const next = opened.flatMap((each) => (each.status === 'fulfilled' ? each.value : []))[0] ?? ''
    expect(await setupPage(db, next, testNow)).not.toBeNull()
    await withdrawRecovery(dana, leeId)
    expect(await setupPage(db, next, testNow)).toBeNull()
  })

  it('shows the word to two equal submits alike, and keeps it nowhere readable', async () => {
    const { db, dana, leeId } = await aDesk()
    const once = { ...dana, origin: { ...dana.origin, submission: 'one' } }
    const word = await recoverStaff(once, leeId)
    expect(await recoverStaff(once, leeId)).toBe(word)
    const kept = [await db.select().from(submissions), await db.select().from(staffSetups)]
    expect(JSON.stringify(kept)).not.toContain(word)
  })

  it('is for another coordinator with a fresh proof, and for staff alone', async () => {
    const { db, dana, leeId } = await aDesk()
    const lee = await contextFor(db, leeId)
    await expect(recoverStaff(lee, leeId)).rejects.toThrow(NotPermitted)
    await expect(recoverStaff(dana, dana.actor.person.id)).rejects.toThrow('another coordinator')
    const stale = { ...dana, now: new Date(testNow.getTime() + 11 * 60_000) }
    await expect(recoverStaff(stale, leeId)).rejects.toThrow(ProofNeeded)
    const bo = await aPerson(db)
    await aMembership(db, bo, 'district_viewer', { districtId: await aDistrict(db) })
    await expect(recoverStaff(dana, bo)).rejects.toThrow(Invalid)
    await expect(recoverStaff(dana, await aPerson(db))).rejects.toThrow(NotFound)
    expect(await db.$count(credentials, eq(credentials.personId, leeId))).toBe(1)
  })
})

it('a locked account is released by another coordinator, once', async () => {
  const { db, dana, leeId } = await aDesk()
  await db.transaction((tx) =>
    tx.insert(signInLocks).values({ personId: leeId, lockedAt: testNow }),
  )
  await expect(unlockStaff(await contextFor(db, leeId), leeId)).rejects.toThrow(NotPermitted)
  await unlockStaff(dana, leeId)
  await unlockStaff(dana, leeId)
  expect(await db.$count(signInLocks)).toBe(0)
  expect(await db.$count(events, eq(events.kind, 'staff.unlocked'))).toBe(1)
})
