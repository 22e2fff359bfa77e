import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { normalizedCode } from '~/domain/accounts/typed-code'
import { requirePerson } from '~/http/guards.server'
import { localPath } from '~/http/way-back.server'
import { loader as homeLoader } from '~/routes/home'
import { loader as askAgain, action as askForCode } from '~/routes/sign-in._index'
import { loader as codePage, action as typeCode } from '~/routes/sign-in.code/route'
import { action as leave } from '~/routes/sign-out'
import type { Database } from '~db/open.server'
import { people } from '~db/schema'
import { aDatabase } from '~tests/support/database'
import {
  aCoordinator,
  aDistrict,
  aMembership,
  anOwner,
  aProgram,
  aVenue,
} from '~tests/support/factories'
import { answerOf, cookiesOf, routeArgs } from '~tests/support/route-args'
import { codeFor } from '~tests/support/visits'

const email = 'ana@example.com'

describe('the way in by email', () => {
  it('leads from the address to the code to the page that was asked for', async () => {
    const { db } = await withOwner()
    const asked = await answerOf(
      askForCode(routeArgs(db, '/sign-in', { form: { email, _returnTo: '/venue/x/team' } })),
    )
    expect(asked.status).toBe(302)
    expect(asked.headers.get('Location')).toBe('/sign-in/code?returnTo=%2Fvenue%2Fx%2Fteam')

    const typed = await type(db, cookiesOf(asked), { _returnTo: '/venue/x/team' })
    expect(typed.headers.get('Location')).toBe('/venue/x/team')
    const cookie = typed.headers.getSetCookie().join()
    expect(cookie).toMatch(/^lamplight=/)
    expect(cookie).toMatch(/HttpOnly/)
    expect(cookie).toMatch(/SameSite=Lax/)
  })

  it('answers a known and an unknown address alike, header by header', async () => {
    const { db } = await withOwner()
    const answers = await Promise.all(
      [email, 'nobody@example.com'].map(async (address) => {
        const answer = await answerOf(
          askForCode(routeArgs(db, '/sign-in', { form: { email: address } })),
        )
        const headers = [...answer.headers].map(([name, value]) =>
          name === 'set-cookie' ? [name, value.replace(/=[^;]*/, '=')] : [name, value],
        )
        return { status: answer.status, headers, body: await answer.text() }
      }),
    )
    expect(answers[1]).toEqual(answers[0])
    expect(answers[0]?.headers.map(([name]) => name)).toContain('set-cookie')
  })

  it('keeps what was typed beside a code that does not fit', async () => {
    const { db } = await withOwner()
    const asked = await answerOf(askForCode(routeArgs(db, '/sign-in', { form: { email } })))
    const form = { code: 'AAAA-AAAA', _returnTo: '/home' }
    const answer = await answerOf(
      typeCode(routeArgs(db, '/sign-in/code', { form, cookies: cookiesOf(asked) })),
    )
    expect(answer.status).toBe(422)
    expect(await answer.json()).toEqual({
      values: { code: 'AAAA-AAAA' },
      errors: {
        code: 'That is not the code we sent last. Look at the newest email, and type it again.',
      },
      way: { returnTo: '/home', carry: null },
    })
  })

  it('does not ask again who is signed in', async () => {
    const { db } = await withOwner()
    const cookies = await signedIn(db)
    const answer = await answerOf(
      askAgain(routeArgs(db, '/sign-in?returnTo=/standards', { cookies })),
    )
    expect(answer.headers.get('Location')).toBe('/standards')
  })

  it('says on the code page where the code went, to the browser that asked alone', async () => {
    const { db } = await withOwner()
    const asked = await answerOf(askForCode(routeArgs(db, '/sign-in', { form: { email } })))
    const here = routeArgs(db, '/sign-in/code', { cookies: cookiesOf(asked) })
    expect(await codePage(here)).toMatchObject({ sentTo: email })
    expect(await codePage(routeArgs(db, '/sign-in/code'))).toMatchObject({ sentTo: null })
  })
})

describe('a form whose session had ended', () => {
  const path = '/venue/x/policies/y/sections/z'
  const typed = { title: 'Closing', body: 'The closing lead wears the amber pin.' }

  it('travels through sign-in and is posted again to its own address', async () => {
    const { db } = await withOwner()
    const carry = await carryOf(db, await endedSession(db))
    const asked = await answerOf(
      askForCode(routeArgs(db, '/sign-in', { form: { email, _carry: carry } })),
    )
    expect(asked.status).toBe(200)
    expect(await asked.json()).toEqual({ next: 'code', way: { returnTo: null, carry } })

    const done = await type(db, cookiesOf(asked), { _carry: carry })
    expect(done.status).toBe(307)
    expect(done.headers.get('Location')).toBe(path)
  })

  it('is not given to another person: they come to their own home', async () => {
    const { db } = await withOwner()
    const carry = await carryOf(db, await endedSession(db))
    const other = 'bo@example.com'
    await withAddress(db, await anOwner(db, await aVenue(db)), other)
    const asked = await answerOf(
      askForCode(routeArgs(db, '/sign-in', { form: { email: other, _carry: carry } })),
    )
    const done = await type(db, cookiesOf(asked), { _carry: carry }, other)
    expect(done.status).toBe(302)
    expect(done.headers.get('Location')).toBe('/home')
  })

  it('keeps its way also through a code that does not fit', async () => {
    const { db } = await withOwner()
    const carry = await carryOf(db, await endedSession(db))
    const form = { email, _carry: carry }
    const asked = await answerOf(askForCode(routeArgs(db, '/sign-in', { form })))
    const wrong = { code: 'AAAAAAAA', _carry: carry }
    const answer = await answerOf(
      typeCode(routeArgs(db, '/sign-in/code', { form: wrong, cookies: cookiesOf(asked) })),
    )
    expect((await answer.json()).way).toEqual({ returnTo: null, carry })
  })

  it('goes straight back when the person signed in meanwhile in another window', async () => {
    const { db } = await withOwner()
    const carry = await carryOf(db, await endedSession(db))
    const cookies = await signedIn(db)
    const form = { email, _carry: carry }
    const answer = await answerOf(askForCode(routeArgs(db, '/sign-in', { form, cookies })))
    expect([answer.status, answer.headers.get('Location')]).toEqual([307, path])
  })

  async function carryOf(db: Database, cookies: string[]): Promise<string> {
    const refused = await answerOf(requirePerson(routeArgs(db, path, { form: typed, cookies })))
    expect(refused.status).toBe(401)
    const { carry } = await refused.json()
    expect(carry).not.toContain('amber')
    return carry
  }
})

describe('where sign-in may lead', () => {
  it.each([
    ['/home', '/home'],
    ['/venues?district=harbor', '/venues?district=harbor'],
    ['/', '/'],
    ['', null],
    [null, null],
    ['home', null],
    ['https://elsewhere.example', null],
    ['//elsewhere.example', null],
    ['/\\elsewhere.example', null],
    ['\\\\elsewhere.example', null],
    ['/\telsewhere', null],
    ['/a\r\nSet-Cookie: x=y', null],
    ['/a//b', null],
    ['/\u0000', null],
    ['javascript:alert(1)', null],
    [`/${'a'.repeat(2000)}`, null],
  ])('%j leads to %j', (given, led) => {
    expect(localPath(given)).toBe(led)
  })
})

describe('one’s own home', () => {
  it('is the one place that a person has', async () => {
    const { db, venueId } = await withOwner()
    const answer = await answerOf(
      homeLoader(routeArgs(db, '/home', { cookies: await signedIn(db) })),
    )
    expect(answer.headers.get('Location')).toBe(`/venue/${venueId}`)
  })

  it('is a choice for somebody with several', async () => {
    const { db, venueId, personId } = await withOwner()
    const second = await aVenue(db, { name: 'Another Place' })
    await aMembership(db, personId, 'manager', { venueId: second })
    const districtId = await aDistrict(db, 'Harbor')
    await aMembership(db, personId, 'district_viewer', { districtId })
    const page = await homeLoader(routeArgs(db, '/home', { cookies: await signedIn(db) }))
    expect(page.homes.map(({ to }) => to).sort()).toEqual(
      [`/venue/${venueId}`, `/venue/${second}`, '/districts/harbor/status'].sort(),
    )
  })

  it('is behind sign-in', async () => {
    const { db } = await withOwner()
    const answer = await answerOf(homeLoader(routeArgs(db, '/home')))
    expect(answer.headers.get('Location')).toBe('/sign-in')
  })
})

it('signs out on the server and in the browser', async () => {
  const { db } = await withOwner()
  const cookies = await signedIn(db)
  const answer = await answerOf(leave(routeArgs(db, '/sign-out', { form: {}, cookies })))
  expect(answer.headers.get('Location')).toBe('/')
  expect(answer.headers.get('Set-Cookie')).toMatch(/Max-Age=0/)
  expect(answer.headers.get('Clear-Site-Data')).toBe('"cache", "storage"')
  const after = await answerOf(homeLoader(routeArgs(db, '/home', { cookies })))
  expect(after.headers.get('Location')).toBe('/sign-in')
})

it('keeps an email code from opening what asks for two factors', async () => {
  const { db, personId } = await withOwner()
  const cookies = await signedIn(db)
  await aCoordinator(db)
  await aMembership(db, personId, 'coordinator')
  const { requireCoordinator } = await import('~/http/guards.server')
  const answer = await answerOf(requireCoordinator(routeArgs(db, '/coordinator', { cookies })))
  expect(answer.headers.get('Location')).toBe('/sign-in/staff?returnTo=%2Fcoordinator')
})

async function withOwner() {
  const db = aDatabase()
  await aProgram(db)
  const venueId = await aVenue(db)
  const personId = await anOwner(db, venueId)
  await withAddress(db, personId, email)
  return { db, venueId, personId }
}

function withAddress(db: Database, personId: Awaited<ReturnType<typeof anOwner>>, address: string) {
  return db.transaction((tx) =>
    tx.update(people).set({ email: address }).where(eq(people.id, personId)),
  )
}

async function type(
  db: Database,
  cookies: string[],
  more: Record<string, string>,
  address = email,
): Promise<Response> {
  const form = { code: normalizedCode(await codeFor(db, address)), ...more }
  return answerOf(typeCode(routeArgs(db, '/sign-in/code', { form, cookies })))
}

async function signedIn(db: Database): Promise<string[]> {
  const asked = await answerOf(askForCode(routeArgs(db, '/sign-in', { form: { email } })))
  return cookiesOf(await type(db, cookiesOf(asked), {}))
}

async function endedSession(db: Database): Promise<string[]> {
  const cookies = await signedIn(db)
  await leave(routeArgs(db, '/sign-out', { form: {}, cookies }))
  return cookies
}
