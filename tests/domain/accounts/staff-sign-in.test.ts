import { isNull } from 'drizzle-orm'
import { TOTP } from 'otpauth'
import { describe, expect, it } from 'vitest'
import { inviteStaff, type StaffInvitation } from '~/domain/accounts/invite-staff.server'
import { hashPassword, passwordFits } from '~/domain/accounts/password.server'
import { recoverStaff } from '~/domain/accounts/recover-staff.server'
import { sessionOf, startSession } from '~/domain/accounts/session.server'
import { setUpStaff } from '~/domain/accounts/set-up-staff.server'
import { signInStaff } from '~/domain/accounts/sign-in-staff.server'
import { signOut } from '~/domain/accounts/sign-out.server'
import { asksForWord, setupPage } from '~/domain/accounts/staff-setup.server'
import { typeSetupWord } from '~/domain/accounts/type-setup-word.server'
import { unlockByEmail } from '~/domain/accounts/unlock-staff.server'
import { useStaffCode as takeStaffCode } from '~/domain/accounts/use-staff-code.server'
import { Invalid, NotFound } from '~/domain/errors'
import { hasTwoFactors } from '~/domain/permissions/who'
import type { Database } from '~db/open.server'
import {
  credentials,
  events,
  memberships,
  passkeys,
  people,
  sessions,
  staffSetups,
} from '~db/schema'
import { aDatabase } from '~tests/support/database'
import {
  aCoordinator,
  aDistrict,
  anOwner,
  aProgram,
  aVenue,
  contextFor,
  testNow,
} from '~tests/support/factories'
import { aSetupPage } from '~tests/support/staff-setup'
import { aVisit, queuedMail } from '~tests/support/visits'

const email = 'lee@example.com'
const password = 'tulip bridge kayak lantern'
const liaison: StaffInvitation = {
  email,
  name: 'Jordan Lee',
  title: 'Sgt.',
  role: 'liaison',
  district: 'harbor',
  field: null,
}

describe('an invitation of staff', () => {
  it('makes a person with a role and mails a one-time link, without the word that it asks for', async () => {
    const db = await aHarbor()
    const { path, word } = await inviteStaff(db, liaison, testNow)
    const token = path.split('/').at(-1) ?? ''
    const [person] = await db.select().from(people)
    const [membership] = await db.select().from(memberships)
    expect(person).toMatchObject({ email, name: 'Jordan Lee', title: 'Sgt.' })
    expect(membership).toMatchObject({ personId: person?.id, role: 'liaison' })
    const [mail] = await queuedMail(db)
    expect(mail).toMatchObject({ kind: 'staff-setup', address: email })
    expect(mail?.facts).toEqual({
      name: 'Jordan Lee',
      path: `/sign-in/setup/${token}`,
      expires: '2026-11-29',
    })
    expect(word).toMatch(/^[a-z]+-[a-z]+-\d\d$/)
    const kept = [await queuedMail(db), await db.select().from(staffSetups)]
    expect(JSON.stringify(kept)).not.toContain(word)

    expect([await asksForWord(db, token, testNow), await setupPage(db, token, testNow)]).toEqual([
      true,
      null,
    ])
    const given = { password, code: '000000' }
    await expect(setUpStaff(aVisit(db), token, given)).rejects.toThrow(NotFound)
    await expect(typeSetupWord(aVisit(db), token, 'amber-amber-10')).rejects.toThrow(Invalid)
    const open = await typeSetupWord(aVisit(db), token, word ?? '')
    expect(await setupPage(db, open, testNow)).toMatchObject({ email })
    const kinds = (await db.select().from(events)).map(({ kind }) => kind)
    expect(kinds).toEqual(['staff.invited', 'staff.set_up_refused', 'staff.set_up_opened'])
  })

  it('is refused for whoever has a staff sign-in already, and changes nothing', async () => {
    const { db } = await setUp()
    const before = [await db.select().from(credentials), await db.$count(memberships)]
    for (const role of ['liaison', 'coordinator'] as const) {
      await expect(inviteStaff(db, { ...liaison, role, name: 'X' }, testNow)).rejects.toThrow(
        /has a staff sign-in already/,
      )
    }
    expect([await db.select().from(credentials), await db.$count(memberships)]).toEqual(before)
    expect((await db.select().from(people))[0]?.name).toBe('Jordan Lee')
  })

  it('gives an owner no way in that an email alone had made', async () => {
    const db = await aHarbor()
    const owner = await anOwner(db, await aVenue(db))
    const { actor } = await contextFor(db, owner)
    const key = { id: 'key', personId: owner, publicKey: 'x', counter: 0, transports: [] }
    const token = await db.transaction(async (tx) => {
      await tx
        .insert(passkeys)
        .values({ ...key, backedUp: false, label: 'Phone', createdAt: testNow })
      return startSession(tx, owner, ['passkey'], testNow)
    })
    expect((await sessionOf(db, token, testNow))?.alive).toBe(true)
    await inviteStaff(db, { ...liaison, email: actor.person.email }, testNow)
    expect((await sessionOf(db, token, testNow))?.alive).toBe(false)
    expect(await db.$count(passkeys)).toBe(0)
  })

  it('made again before it was used leaves the newest link alone', async () => {
    const db = await aHarbor()
    const first = await inviteStaff(db, liaison, testNow)
    const again = await inviteStaff(db, liaison, testNow)
    const asks = [first, again].map(({ path }) =>
      asksForWord(db, path.split('/').at(-1) ?? '', testNow),
    )
    expect(await Promise.all(asks)).toEqual([false, true])
  })

  it('gives a known person no second role of the same kind', async () => {
    const { db } = await invited()
    await inviteStaff(db, liaison, testNow)
    expect(await db.$count(people)).toBe(1)
    expect(await db.$count(memberships)).toBe(1)
  })

  it('sends a district viewer to the page of the district', async () => {
    const db = aDatabase()
    await aProgram(db)
    await aDistrict(db, 'Harbor')
    const invited = await inviteStaff(db, { ...liaison, role: 'district_viewer' }, testNow)
    expect(invited).toEqual({ path: '/districts/harbor/status', word: null })
    expect((await queuedMail(db)).map(({ kind }) => kind)).toEqual(['viewer-welcome'])
  })

  it('names the districts when the given one is not there', async () => {
    const { db } = await invited()
    await expect(inviteStaff(db, { ...liaison, district: 'nowhere' }, testNow)).rejects.toThrow(
      'Name one of the districts: harbor.',
    )
    await expect(inviteStaff(db, { ...liaison, role: 'partner' }, testNow)).rejects.toThrow(/field/)
  })
})

describe('a set-up link', () => {
  it('shows the secret, sets password and code, and signs in with both factors', async () => {
    const { db, token } = await invited()
    const page = await setupPage(db, token, testNow)
    expect(page).toMatchObject({ name: 'Jordan Lee', email })
    expect(page?.uri).toContain(`secret=${page?.secret}`)

    const signedIn = await setUpStaff(aVisit(db), token, { password, code: codeAt(page?.secret) })
    const session = await sessionOf(db, signedIn.token, testNow)
    expect(session?.actor.factors).toEqual(['password', 'totp'])
    const [kept] = await db.select().from(credentials)
    expect(JSON.stringify(kept)).not.toContain(password)
    expect(JSON.stringify(kept)).not.toContain(page?.secret ?? 'no secret')
  })

  it('works once, also at the same moment', async () => {
    const { db, token } = await invited()
    const page = await setupPage(db, token, testNow)
    const given = { password, code: codeAt(page?.secret) }
    const twice = await Promise.allSettled([
      setUpStaff(aVisit(db), token, given),
      setUpStaff(aVisit(db), token, { ...given, password: 'another kayak under the bridge' }),
    ])
    expect(twice.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    await expect(setUpStaff(aVisit(db), token, given)).rejects.toThrow(NotFound)
    expect(await setupPage(db, token, testNow)).toBeNull()
  })

  it('is not used up by a code that does not fit', async () => {
    const { db, token } = await invited()
    await expect(setUpStaff(aVisit(db), token, { password, code: '000000' })).rejects.toThrow(
      Invalid,
    )
    expect(await setupPage(db, token, testNow)).not.toBeNull()
    expect(await db.$count(credentials)).toBe(0)
  })

  it('runs out after seven days', async () => {
    const db = await aHarbor()
    const { path } = await inviteStaff(db, liaison, testNow)
    const token = path.split('/').at(-1) ?? ''
    const days = (count: number) => new Date(testNow.getTime() + count * 86_400_000)
    expect(await asksForWord(db, token, days(6.9))).toBe(true)
    expect(await asksForWord(db, token, days(7))).toBe(false)
    expect(await setupPage(db, 'never-was-one', testNow)).toBeNull()
  })

  it('signs out whoever was signed in as this person', async () => {
    const { db, personId, secret } = await setUp()
    const { token: half } = await signInStaff(aVisit(db, 60), { email, password }, null)
    const session = await sessionOf(db, half, testNow)
    if (!session) throw new Error('no session')
    const whole = await takeStaffCode(aVisit(db, 60), session, codeAt(secret, 60))
    expect((await sessionOf(db, whole.token, testNow))?.alive).toBe(true)

    const dana = await contextFor(db, await aCoordinator(db))
    const word = await recoverStaff(dana, personId)
    const [mail] = (await queuedMail(db)).filter(({ kind }) => kind === 'staff-recovery')
    const link = String(mail?.facts.path).split('/').at(-1) ?? ''
    const token = await typeSetupWord(aVisit(db, 80), link, word)
    const page = await setupPage(db, token, testNow)
    await setUpStaff(aVisit(db, 90), token, { password, code: codeAt(page?.secret, 90) })
    expect((await sessionOf(db, whole.token, testNow))?.alive).toBe(false)
  })
})

describe('staff sign-in', () => {
  it('asks for the code before it opens anything, with a new token after each factor', async () => {
    const { db, secret } = await setUp()
    const { token } = await signInStaff(aVisit(db, 60), { email, password }, null)
    const half = await sessionOf(db, token, testNow)
    expect(half?.actor.factors).toEqual(['password'])
    expect(half && hasTwoFactors(half.actor)).toBe(false)
    if (!half) throw new Error('no session')

    const whole = await takeStaffCode(aVisit(db, 60), half, codeAt(secret, 60))
    expect(whole.token).not.toBe(token)
    expect((await sessionOf(db, whole.token, testNow))?.actor.factors).toEqual(['password', 'totp'])
    expect((await sessionOf(db, token, testNow))?.alive).toBe(false)
  })

  it('gives a wrong password and an unknown address the same answer', async () => {
    const { db } = await setUp()
    const wrong = await refusal(signInStaff(aVisit(db), { email, password: 'wrong' }, null))
    const nobody = await refusal(
      signInStaff(aVisit(db), { email: 'nobody@example.com', password }, null),
    )
    expect(wrong).toMatch(/^The email address and the password do not fit together, or/)
    expect(nobody).toBe(wrong)
  })

  it('takes a code one step early or late, and no further', async () => {
    for (const [seconds, fits] of [
      [-60, false],
      [-30, true],
      [0, true],
      [30, true],
      [60, false],
    ] as const) {
      const { db, secret } = await setUp()
      const half = await halfway(db, 300)
      const code = codeAt(secret, 300 + seconds)
      const done = await takeStaffCode(aVisit(db, 300), half, code).then(
        () => true,
        () => false,
      )
      expect([seconds, done]).toEqual([seconds, fits])
    }
  })

  it('takes each step once, also at the same moment and from two sessions', async () => {
    const { db, secret } = await setUp()
    const [one, two] = [await halfway(db, 60), await halfway(db, 60)]
    const code = codeAt(secret, 60)
    const both = await Promise.allSettled([
      takeStaffCode(aVisit(db, 60), one, code),
      takeStaffCode(aVisit(db, 60), two, code),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const late = await halfway(db, 60)
    const earlier = codeAt(secret, 30)
    await expect(takeStaffCode(aVisit(db, 60), late, earlier)).rejects.toThrow(/does not fit/)
  })

  it('does not take the code of the set-up again', async () => {
    const { db, secret } = await setUp()
    const half = await halfway(db, 1)
    await expect(takeStaffCode(aVisit(db, 1), half, codeAt(secret))).rejects.toThrow(/works once/)
  })

  it('is locked by five wrong codes until somebody releases it', async () => {
    const { db, secret } = await setUp()
    const half = await halfway(db, 60)
    for (let wrong = 0; wrong < 4; wrong += 1) {
      await expect(takeStaffCode(aVisit(db, 60), half, '000000')).rejects.toThrow(/does not fit/)
    }
    await expect(takeStaffCode(aVisit(db, 60), half, '000000')).rejects.toThrow(/five tries/)
    const later = 61 + 15 * 60
    const again = await halfway(db, later)
    await expect(takeStaffCode(aVisit(db, later), again, codeAt(secret, later))).rejects.toThrow(
      /coordinator can release/,
    )
    await unlockByEmail(db, email, testNow)
    await expect(
      takeStaffCode(aVisit(db, later), again, codeAt(secret, later)),
    ).resolves.toBeDefined()
  })

  it('gives two equal submits one session, also when the second comes late', async () => {
    const { db, secret } = await setUp()
    const half = await halfway(db, 60)
    const visiting = aVisit(db, 60, 'form-of-the-second-factor:digest')
    const first = await takeStaffCode(visiting, half, codeAt(secret, 60))
    const second = await takeStaffCode(visiting, { ...half, alive: false }, codeAt(secret, 60))
    expect(second).toEqual(first)
    expect(await db.$count(sessions)).toBe(2)
  })

  it('starts over when the session of the password has ended', async () => {
    const { db, secret } = await setUp()
    const half = { ...(await halfway(db, 60)), alive: false }
    await expect(takeStaffCode(aVisit(db, 60), half, codeAt(secret, 60))).rejects.toThrow(/start/)
  })
})

it('ends the session on the server when somebody signs out', async () => {
  const { db, personId } = await setUp()
  const factors = ['password' as const, 'totp' as const]
  const token = await db.transaction((tx) => startSession(tx, personId, factors, testNow))
  const session = await sessionOf(db, token, testNow)
  const ctx = await contextFor(db, personId)
  await signOut({ ...ctx, origin: { ...ctx.origin, sessionId: session?.id ?? null } })
  expect((await sessionOf(db, token, testNow))?.alive).toBe(false)
  const [row] = await db.select().from(sessions)
  expect(row?.endedAt).toEqual(testNow)
})

it('compares passwords however they were composed, and refuses all others', async () => {
  const hash = await hashPassword('café au lait for everybody')
  expect(hash).toMatch(/^scrypt\$17\$8\$1\$/)
  expect(await passwordFits('cafe\u0301 au lait for everybody', hash)).toBe(true)
  expect(await passwordFits('cafe au lait for everybody', hash)).toBe(false)
  expect(await passwordFits('', null)).toBe(false)
})

async function aHarbor() {
  const db = aDatabase()
  await aProgram(db)
  await aDistrict(db, 'Harbor')
  return db
}

/** Invited, with the word typed. */
async function invited() {
  const db = await aHarbor()
  return { db, token: await aSetupPage(db, liaison, testNow) }
}

/** As a set-up leaves it; the password is hashed once for the whole file. */
async function setUp() {
  const { db, token } = await invited()
  const page = await setupPage(db, token, testNow)
  hash ??= hashPassword(password)
  const passwordHash = await hash
  const [setup] = await db.select().from(staffSetups).where(isNull(staffSetups.usedAt))
  if (!page || !setup) throw new Error('The invitation made no link.')
  const { personId, totpSecretSealed } = setup
  const totpLastStep = Math.floor(testNow.getTime() / 30_000)
  await db.transaction((tx) =>
    tx
      .insert(credentials)
      .values({ personId, passwordHash, totpSecretSealed, totpLastStep, setAt: testNow }),
  )
  return { db, personId, secret: page.secret }
}

let hash: Promise<string> | undefined

/** A session that has proved the password alone. */
async function halfway(db: Database, secondsLater: number) {
  const now = new Date(testNow.getTime() + secondsLater * 1000)
  const [person] = await db.select().from(people)
  if (!person) throw new Error('There is nobody.')
  const token = await db.transaction((tx) => startSession(tx, person.id, ['password'], now))
  const session = await sessionOf(db, token, now)
  if (!session) throw new Error('The password opened no session.')
  return session
}

function codeAt(secret = '', secondsLater = 0): string {
  const timestamp = testNow.getTime() + secondsLater * 1000
  return new TOTP({ secret }).generate({ timestamp })
}

async function refusal(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'taken',
    (error: Error) => error.message,
  )
}
