import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { addPasskey } from '~/domain/accounts/add-passkey.server'
import {
  confirmOptions,
  type RelyingParty,
  registerOptions,
  signInOptions,
} from '~/domain/accounts/passkey-challenge.server'
import type { PasskeyAnswer } from '~/domain/accounts/passkey-forms'
import { proveByPasskey } from '~/domain/accounts/prove-by-passkey.server'
import { removePasskey } from '~/domain/accounts/remove-passkey.server'
import { sessionOf } from '~/domain/accounts/session.server'
import { signInByPasskey } from '~/domain/accounts/sign-in-passkey.server'
import { Invalid, NotFound } from '~/domain/errors'
import { hasAllFactors, hasProvedLately } from '~/domain/permissions/who'
import { passkeyChallenges, passkeys, people } from '~db/schema'
import { anAuthenticator } from '~tests/support/authenticator'
import { aDatabase } from '~tests/support/database'
import { aCoordinator, anOwner, aProgram, aVenue, testNow } from '~tests/support/factories'
import { kindsOf, opens, signedInAs } from '~tests/support/sessions'
import { aBrowser, aVisit, queuedMail } from '~tests/support/visits'

const party: RelyingParty = { id: 'bars.example', name: 'Bars', origin: 'https://bars.example' }
const browser = aBrowser()
const asked = (challenge: string) => ({ challenge, origin: party.origin, rpId: party.id })
const notFit = /That passkey did not fit/

describe('a new passkey', () => {
  it('is added once its person has proved who they are, and told by mail', async () => {
    const { db, ctx, device, personId } = await withPasskey()
    const [kept] = await db.select().from(passkeys)
    expect(kept).toMatchObject({ id: device.id, personId, label: 'My phone', counter: 0 })
    expect(await kindsOf(db)).toEqual(['passkey.added'])
    expect((await queuedMail(db))[0]).toMatchObject({ facts: { change: 'passkey_added' } })
    const late = new Date(testNow.getTime() + 10 * 60_000 + 1)
    await expect(adding({ ...ctx, now: late })).rejects.toThrow()
    expect(await db.$count(passkeys)).toBe(1)
  })

  it.each<[string, Parameters<Device['make']>[1]]>([
    ['of another site', { origin: 'https://bars.example.evil.example' }],
    ['at the same name without TLS', { origin: 'http://bars.example' }],
    ['for another name', { rpId: 'evil.example' }],
    ['without a finger, a face or a PIN', { unverified: true }],
    ['of the wrong kind', { type: 'webauthn.get' }],
  ])('%s is refused', async (_, lies) => {
    const { db, ctx } = await aPerson()
    const { challenge } = await registerOptions(ctx, browser, party)
    const answer = anAuthenticator().make(asked(challenge), lies)
    await expect(addPasskey(ctx, browser, party, { label: 'x', answer })).rejects.toThrow(Invalid)
    expect([await db.$count(passkeys), await kindsOf(db)]).toEqual([0, []])
  })

  it('is refused in another browser, after five minutes, for another person, and twice', async () => {
    const { db, ctx } = await aPerson()
    const other = await signedInAs(db, await anOwner(db, await aVenue(db)), ['email_code'])
    const device = anAuthenticator()
    const { challenge } = await registerOptions(ctx, browser, party)
    const given = { label: 'x', answer: device.make(asked(challenge)) }
    const late = { ...ctx, now: new Date(testNow.getTime() + 5 * 60_000) }
    for (const [by, where] of [
      [ctx, aBrowser()],
      [ctx, null],
      [late, browser],
      [other.ctx, browser],
    ] as const) {
      await expect(addPasskey(by, where, party, given)).rejects.toThrow(Invalid)
    }
    await addPasskey(ctx, browser, party, given)
    await expect(addPasskey(ctx, browser, party, given)).rejects.toThrow(Invalid)
    expect(await db.$count(passkeys)).toBe(1)
  })

  it('is never one that somebody else has', async () => {
    const { db, device, personId } = await withPasskey()
    const other = await signedInAs(db, await anOwner(db, await aVenue(db)), ['email_code'])
    await expect(adding(other.ctx, device)).rejects.toThrow(Invalid)
    expect(await db.select().from(passkeys)).toMatchObject([{ id: device.id, personId }])
  })
})

describe('signing in with a passkey', () => {
  it('opens a session with all that staff need, and ends the one before', async () => {
    const { db, device, token: before, ctx } = await withPasskey()
    const { challenge } = await signInOptions(aVisit(db, 60), browser, party)
    const answer = device.use(asked(challenge), { userHandle: ctx.actor.person.id })
    const previous = ctx.origin.sessionId
    const done = await signInByPasskey(aVisit(db, 60), browser, party, answer, previous)
    const session = await sessionOf(db, done.token, testNow)
    expect(session?.actor.factors).toEqual(['passkey'])
    expect(session && hasAllFactors(session.actor)).toBe(true)
    expect(await opens(db, before)).toBe(false)
    expect((await db.select().from(passkeys))[0]).toMatchObject({ counter: 1 })
    expect(await kindsOf(db)).toEqual(['passkey.added', 'person.signed_in'])
  })

  it('works without a counter, as devices that copy passkeys have none', async () => {
    const { db, device } = await withPasskey()
    for (let time = 0; time < 2; time += 1) {
      const { challenge } = await signInOptions(aVisit(db), browser, party)
      const answer = device.use(asked(challenge), { counter: 0 })
      await signInByPasskey(aVisit(db), browser, party, answer, null)
    }
  })

  it.each<[string, Parameters<Device['use']>[1]]>([
    ['signed at another site', { origin: 'https://evil.example' }],
    ['signed at another port', { origin: 'https://bars.example:8443' }],
    ['signed for another name', { rpId: 'evil.example' }],
    ['without a finger, a face or a PIN', { unverified: true }],
    ['of the wrong kind', { type: 'webauthn.create' }],
    ['that says it is somebody else’s', { userHandle: 'per_0000000000000000' }],
  ])('refuses an answer %s', async (_, lies) => {
    const { db, device } = await withPasskey()
    const { challenge } = await signInOptions(aVisit(db), browser, party)
    await expect(signIn(db, device.use(asked(challenge), lies))).rejects.toThrow(notFit)
    expect(await kindsOf(db)).toEqual(['passkey.added', 'passkey.refused'])
    // The challenge is used up, whatever the answer was.
    await expect(signIn(db, device.use(asked(challenge)))).rejects.toThrow(notFit)
  })

  it('refuses an altered signature, and another device’s', async () => {
    const { db, device } = await withPasskey()
    const thief = anAuthenticator()
    for (const alter of [
      (answer: PasskeyAnswer) => ({ ...answer.response, signature: flipped(answer) }),
      (answer: PasskeyAnswer) => ({ ...answer.response, signature: 'AAAA' }),
      (_: PasskeyAnswer, challenge: string) => thief.use(asked(challenge)).response,
    ]) {
      const { challenge } = await signInOptions(aVisit(db), browser, party)
      const answer = device.use(asked(challenge))
      await expect(signIn(db, { ...answer, response: alter(answer, challenge) })).rejects.toThrow(
        notFit,
      )
    }
    const { challenge } = await signInOptions(aVisit(db), browser, party)
    await expect(signIn(db, thief.use(asked(challenge)))).rejects.toThrow(notFit)
  })

  it('refuses an answer that was used, also at the same moment', async () => {
    const { db, device } = await withPasskey()
    const { challenge } = await signInOptions(aVisit(db), browser, party)
    const answer = device.use(asked(challenge))
    const both = await Promise.allSettled([1, 2].map(() => signIn(db, answer)))
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    await expect(signIn(db, answer)).rejects.toThrow(notFit)
    await signInOptions(aVisit(db), browser, party)
    await expect(signIn(db, answer)).rejects.toThrow(notFit)
  })

  it('refuses a counter that stands still or went back: the passkey may be copied', async () => {
    const { db, device } = await withPasskey()
    const withCounter = async (counter: number) => {
      const { challenge } = await signInOptions(aVisit(db), browser, party)
      return signIn(db, device.use(asked(challenge), { counter }))
    }
    await withCounter(7)
    await expect(withCounter(7)).rejects.toThrow(notFit)
    await expect(withCounter(6)).rejects.toThrow(notFit)
    await withCounter(8)
  })

  it('refuses a challenge of another browser, and one that is five minutes old', async () => {
    const { db, device } = await withPasskey()
    const { challenge } = await signInOptions(aVisit(db), browser, party)
    const answer = device.use(asked(challenge))
    for (const where of [aBrowser(), null]) {
      const elsewhere = signInByPasskey(aVisit(db), where, party, answer, null)
      await expect(elsewhere).rejects.toThrow(notFit)
    }
    const late = signInByPasskey(aVisit(db, 300), browser, party, answer, null)
    await expect(late).rejects.toThrow(notFit)
    const inTime = signInByPasskey(aVisit(db, 299.9), browser, party, answer, null)
    expect((await inTime).token).toEqual(expect.any(String))
  })

  it('refuses a challenge that was for something else, or that nobody gave', async () => {
    const { db, ctx, device } = await withPasskey()
    const confirm = await confirmOptions(ctx, browser, party)
    await expect(signIn(db, device.use(asked(confirm.challenge)))).rejects.toThrow(notFit)
    const register = await registerOptions(ctx, browser, party)
    await expect(signIn(db, device.use(asked(register.challenge)))).rejects.toThrow(notFit)
    await expect(signIn(db, device.use(asked('bWFkZSB1cA')))).rejects.toThrow(notFit)
  })

  it('refuses a removed passkey, and a removed person', async () => {
    const gone = await withPasskey()
    await gone.db.transaction((tx) =>
      tx.update(people).set({ removedAt: testNow }).where(eq(people.id, gone.personId)),
    )
    const first = await signInOptions(aVisit(gone.db), browser, party)
    await expect(signIn(gone.db, gone.device.use(asked(first.challenge)))).rejects.toThrow(notFit)

    const { db, ctx, device } = await withPasskey()
    await removePasskey(ctx, device.id)
    const { challenge } = await signInOptions(aVisit(db), browser, party)
    await expect(signIn(db, device.use(asked(challenge)))).rejects.toThrow(notFit)
    expect(await kindsOf(db)).toEqual(['passkey.added', 'passkey.removed', 'passkey.refused'])
  })
})

describe('proof by passkey', () => {
  it('counts for ten minutes, under a new token', async () => {
    const { db, ctx, device, token } = await withPasskey()
    const now = new Date(testNow.getTime() + 11 * 60_000)
    const later = { ...ctx, now }
    const { challenge } = await confirmOptions(later, browser, party)
    const renewed = await proveByPasskey(later, browser, party, device.use(asked(challenge)))
    expect(await sessionOf(db, token, now)).toBeNull()
    const session = await sessionOf(db, renewed, now)
    expect(session && hasProvedLately(session.actor, now)).toBe(true)
  })

  it('refuses somebody else’s passkey, another purpose, and an answer that was used', async () => {
    const { db, ctx, device } = await withPasskey()
    const other = await signedInAs(db, await anOwner(db, await aVenue(db)), ['email_code'])
    const theirs = await confirmOptions(other.ctx, browser, party)
    expect(theirs.allowCredentials).toEqual([])
    const stolen = device.use(asked(theirs.challenge))
    await expect(proveByPasskey(other.ctx, browser, party, stolen)).rejects.toThrow(notFit)

    const signing = await signInOptions(aVisit(db), browser, party)
    const wrong = device.use(asked(signing.challenge))
    await expect(proveByPasskey(ctx, browser, party, wrong)).rejects.toThrow(notFit)
    const { challenge } = await confirmOptions(ctx, browser, party)
    const answer = device.use(asked(challenge))
    await proveByPasskey(ctx, browser, party, answer)
    await expect(proveByPasskey(ctx, browser, party, answer)).rejects.toThrow(notFit)
  })
})

describe('removing a passkey', () => {
  it('is for its person alone, and asks for a fresh proof', async () => {
    const { db, ctx, device } = await withPasskey()
    const other = await signedInAs(db, await anOwner(db, await aVenue(db)), ['email_code'])
    await expect(removePasskey(other.ctx, device.id)).rejects.toThrow(NotFound)
    const late = new Date(testNow.getTime() + 10 * 60_000 + 1)
    await expect(removePasskey({ ...ctx, now: late }, device.id)).rejects.toThrow()
    expect(await db.$count(passkeys)).toBe(1)
  })
})

it('a browser has one open challenge for each purpose', async () => {
  const { db, ctx } = await aPerson()
  for (let times = 0; times < 3; times += 1) {
    await signInOptions(aVisit(db), browser, party)
    await confirmOptions(ctx, browser, party)
  }
  expect(await db.$count(passkeyChallenges)).toBe(2)
})

type Device = ReturnType<typeof anAuthenticator>

async function aPerson() {
  const db = aDatabase()
  await aProgram(db)
  const personId = await aCoordinator(db)
  return { db, personId, ...(await signedInAs(db, personId)) }
}

async function withPasskey() {
  const person = await aPerson()
  const device = anAuthenticator()
  await adding(person.ctx, device)
  return { ...person, device }
}

async function adding(ctx: Parameters<typeof addPasskey>[0], device = anAuthenticator()) {
  const { challenge } = await registerOptions(ctx, browser, party)
  const answer = device.make(asked(challenge))
  return addPasskey(ctx, browser, party, { label: 'My phone', answer })
}

function signIn(db: ReturnType<typeof aDatabase>, answer: PasskeyAnswer) {
  return signInByPasskey(aVisit(db), browser, party, answer, null)
}

/** The signature with its last bit turned over. */
function flipped({ response }: PasskeyAnswer): string {
  const bytes = Buffer.from(response.signature, 'base64url')
  bytes.writeUInt8((bytes.at(-1) ?? 0) ^ 1, bytes.length - 1)
  return bytes.toString('base64url')
}
