import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { inviteToPlace } from '~/domain/accounts/invite-to-place.server'
import { startSession } from '~/domain/accounts/session.server'
import { normalizedCode } from '~/domain/accounts/typed-code'
import type { PersonId } from '~/domain/ids'
import { sessionCookie } from '~/http/session.server'
import { action as accept, loader as page } from '~/routes/invited.$token._index/route'
import { action as renew, loader as renewed } from '~/routes/invited.$token.renew'
import { action as confirm, loader as confirmPage } from '~/routes/join.code'
import type { Database } from '~db/open.server'
import { memberships, outbox, people, placeInvitations } from '~db/schema'
import type { Factor } from '~db/vocabulary'
import { aDatabase } from '~tests/support/database'
import {
  aCoordinator,
  aDistrict,
  aMembership,
  anOwner,
  aPerson,
  aProgram,
  aVenue,
  contextFor,
} from '~tests/support/factories'
import { answerOf, cookiesOf, routeArgs } from '~tests/support/route-args'
import { codeFor, queuedMail } from '~tests/support/visits'

const email = 'cam@example.com'

async function anInvitation() {
  const db = aDatabase()
  await aProgram(db)
  const venueId = await aVenue(db, { name: 'The Lantern' })
  const owner = await contextFor(db, await anOwner(db, venueId, { name: 'Marta' }), new Date())
  const place = { role: 'manager' as const, venueId, districtId: null, field: null }
  await inviteToPlace(owner, { name: 'Cam Lee', email, title: null, ...place })
  return { db, venueId, token: await linkIn(db) }
}

async function aStaffInvitation() {
  const db = aDatabase()
  await aProgram(db)
  const coordinator = await contextFor(db, await aCoordinator(db), new Date())
  const place = { role: 'liaison' as const, venueId: null, districtId: await aDistrict(db) }
  const offer = { name: 'Cam Lee', email, title: null, field: null, ...place }
  const { spokenWord } = await inviteToPlace(coordinator, offer)
  return { db, token: await linkIn(db), word: spokenWord ?? '' }
}

async function linkIn(db: Database): Promise<string> {
  const mail = (await queuedMail(db)).find(({ kind }) => kind === 'place-invitation')
  return String(mail?.facts.path).split('/')[2] ?? ''
}

function at(db: Database, token: string, sent: Parameters<typeof routeArgs>[2] = {}) {
  return routeArgs(db, `/invited/${token}`, { params: { token }, ...sent })
}

async function signedIn(db: Database, personId: PersonId, factors: Factor[] = ['email_code']) {
  const token = await db.transaction((tx) => startSession(tx, personId, factors, new Date()))
  return [(await sessionCookie(token)).split(';')[0] ?? '']
}

async function confirmed(db: Database, asked: Response): Promise<Response> {
  const form = { code: normalizedCode(await codeFor(db, email)) }
  const path = asked.headers.get('Location') ?? ''
  return answerOf(confirm(routeArgs(db, path, { form, cookies: cookiesOf(asked) })))
}

async function outboxToForget(db: Database) {
  // codeFor reads the newest mail to the address: the invitation goes out first.
  await db.transaction((tx) => tx.delete(outbox).where(eq(outbox.kind, 'place-invitation')))
}

describe('the link of an invitation', () => {
  it('shows who invited to what, keeps the address half hidden, and does nothing', async () => {
    const { db, token } = await anInvitation()
    const before = await db.select().from(placeInvitations)
    const answer = await answerOf(page(at(db, token)))
    const text = await answer.text()
    expect(JSON.parse(text)).toMatchObject({
      open: {
        from: 'Marta',
        what: 'a manager of The Lantern',
        way: 'code',
        email: 'c…@example.com',
      },
    })
    expect(text).not.toContain(email)
    expect(await db.select().from(placeInvitations)).toEqual(before)
    expect(await db.$count(people, eq(people.email, email))).toBe(0)
  })

  it('leads somebody new over a code by email to their venue', async () => {
    const { db, token, venueId } = await anInvitation()
    await outboxToForget(db)
    const asked = await answerOf(accept(at(db, token, { form: {} })))
    const where = asked.headers.get('Location') ?? ''
    const shown = await answerOf(confirmPage(routeArgs(db, where)))
    expect(await shown.json()).toMatchObject({ email: 'c…@example.com', back: `/invited/${token}` })
    expect(await db.$count(memberships, eq(memberships.role, 'manager'))).toBe(0)
    const joined = await confirmed(db, asked)
    expect(joined.headers.get('Location')).toBe(`/venue/${venueId}`)
    const [cam] = await db.select().from(people).where(eq(people.email, email))
    expect(cam?.name).toBe('Cam Lee')
    expect(await db.$count(memberships, eq(memberships.role, 'manager'))).toBe(1)

    const again = await answerOf(page(at(db, token)))
    expect([again.status, (await again.json()).closed]).toEqual([404, 'accepted'])
    const own = await answerOf(page(at(db, token, { cookies: cookiesOf(joined) })))
    expect(own.headers.get('Location')).toBe(`/venue/${venueId}`)
  })

  it('is accepted with one button by who is signed in with the address, and by nobody else', async () => {
    const { db, token, venueId } = await anInvitation()
    const other = await signedIn(db, await aPerson(db))
    const seen = await answerOf(page(at(db, token, { cookies: other })))
    expect((await seen.json()).open.way).toBe('other')
    const refused = await answerOf(accept(at(db, token, { form: {}, cookies: other })))
    expect(refused.status).toBe(422)
    const cam = await signedIn(db, await aPerson(db, { email }))
    const accepted = await answerOf(accept(at(db, token, { form: {}, cookies: cam })))
    expect(accepted.headers.get('Location')).toBe(`/venue/${venueId}`)
  })

  it('asks new staff for their word after the code, and leads them to set up their sign-in', async () => {
    const { db, token, word } = await aStaffInvitation()
    await outboxToForget(db)
    const asked = await answerOf(accept(at(db, token, { form: {} })))
    const joined = await confirmed(db, asked)
    expect(joined.headers.get('Location')).toBe(`/invited/${token}`)
    expect(await db.$count(memberships, eq(memberships.role, 'liaison'))).toBe(0)
    const cookies = cookiesOf(joined)
    const shown = await answerOf(page(at(db, token, { cookies })))
    expect((await shown.json()).open).toMatchObject({ way: 'accept', spoken: true })
    const wrong = await answerOf(accept(at(db, token, { cookies, form: { spoken: 'no-no-10' } })))
    expect(wrong.status).toBe(422)
    expect((await wrong.json()).errors.spoken).toContain('not the word')
    const right = await answerOf(accept(at(db, token, { cookies, form: { spoken: word } })))
    expect(right.headers.get('Location')).toMatch(/^\/sign-in\/setup\/[\w-]{43}$/)
  })

  it('sends those who have a staff sign-in to it, and mails them no code', async () => {
    const { db, token } = await aStaffInvitation()
    const cam = await aPerson(db, { email })
    await aMembership(db, cam, 'coordinator')
    const shown = await answerOf(page(at(db, token)))
    expect((await shown.json()).open.way).toBe('staff')
    const mails = (await queuedMail(db)).length
    const asked = await answerOf(accept(at(db, token, { form: {} })))
    expect(asked.headers.get('Location')).toBe(`/invited/${token}`)
    expect((await queuedMail(db)).length).toBe(mails)
    const half = await signedIn(db, cam, ['password'])
    const stopped = await answerOf(page(at(db, token, { cookies: half })))
    expect(stopped.headers.get('Location')).toBe('/sign-in/staff/code')
  })
})

describe('a new link', () => {
  it('is answered alike for a good, a replaced and an unknown link', async () => {
    const { db, token } = await anInvitation()
    const answers: unknown[] = []
    for (const each of [token, `${token.slice(0, 16)}old`, 'nothing']) {
      const args = routeArgs(db, '/invited/x/renew', { params: { token: each }, form: {} })
      const answer = await answerOf(renew(args))
      answers.push([answer.status, answer.headers.get('Location')?.replace(each, 'TOKEN')])
      const next = routeArgs(db, `/invited/${each}/renew?sent=yes`, { params: { token: each } })
      expect(await (await answerOf(renewed(next))).json()).toEqual({ sent: true })
    }
    expect(answers).toEqual(Array(3).fill([302, '/invited/TOKEN/renew?sent=yes']))
    const mailed = (await queuedMail(db)).filter(({ kind }) => kind === 'place-invitation')
    expect(mailed.length).toBe(3)
    expect(mailed.every(({ address }) => address === email)).toBe(true)
  })

  it('is not asked for by opening the page', async () => {
    const { db, token } = await anInvitation()
    const args = routeArgs(db, `/invited/${token}/renew`, { params: { token } })
    expect(await (await answerOf(renewed(args))).json()).toEqual({ sent: false })
    expect((await queuedMail(db)).length).toBe(1)
  })
})
