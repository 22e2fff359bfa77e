import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { normalizedCode } from '~/domain/accounts/typed-code'
import { inviteVenue } from '~/domain/venues/invite-venue.server'
import { invitationLetter } from '~/domain/venues/letters.server'
import { action as lookUp } from '~/routes/claim._index'
import { loader as codeOpens, action as useCode } from '~/routes/claim.$code'
import { loader as search } from '~/routes/join._index'
import { action as ask, loader as askPage } from '~/routes/join.$venueId'
import { action as confirm, loader as confirmPage } from '~/routes/join.code'
import { action as askTyped } from '~/routes/join.new'
import type { Database } from '~db/open.server'
import { joinRequests, memberships, people, venues } from '~db/schema'
import { aDatabase } from '~tests/support/database'
import {
  aCoordinator,
  anOwner,
  aPerson,
  aProgram,
  aVenue,
  contextFor,
} from '~tests/support/factories'
import { answerOf, cookiesOf, routeArgs } from '~tests/support/route-args'
import { codeFor, queuedMail } from '~tests/support/visits'

const cam = { name: 'Cam Lee', email: 'cam@example.com' }

async function aTown() {
  const db = aDatabase()
  await aProgram(db)
  const venueId = await aVenue(db, { name: 'The Lantern' })
  return { db, venueId }
}

async function aLetter() {
  const town = await aTown()
  const coordinator = await contextFor(town.db, await aCoordinator(town.db), new Date())
  const id = await inviteVenue(coordinator, town.venueId, { email: '' })
  return { ...town, code: (await invitationLetter(coordinator, id)).code ?? '' }
}

/** Types the code that was mailed, in the browser that asked for it. */
async function confirmed(db: Database, asked: Response, address = cam.email): Promise<Response> {
  expect(asked.status).toBe(302)
  const form = { code: normalizedCode(await codeFor(db, address)) }
  const path = asked.headers.get('Location') ?? ''
  return answerOf(confirm(routeArgs(db, path, { form, cookies: cookiesOf(asked) })))
}

describe('a letter’s code', () => {
  it('leads somebody new from the code to their venue', async () => {
    const { db, venueId, code } = await aLetter()
    const typed = code.toUpperCase().replace(/(....)(?=.)/g, '$1 ')
    const looked = await answerOf(lookUp(routeArgs(db, '/claim', { form: { code: typed } })))
    expect(looked.headers.get('Location')).toBe(`/claim/${code}`)

    const params = { code }
    const page = await answerOf(codeOpens(routeArgs(db, `/claim/${code}`, { params })))
    expect(await page.json()).toMatchObject({ opens: { venue: 'The Lantern', as: null } })
    expect(await db.$count(memberships, eq(memberships.venueId, venueId))).toBe(0)

    const asked = await answerOf(useCode(routeArgs(db, `/claim/${code}`, { params, form: cam })))
    const joined = await confirmed(db, asked)
    expect(joined.headers.get('Location')).toBe(`/venue/${venueId}`)
    expect(joined.headers.getSetCookie().join()).toMatch(/^lamplight=/)
    expect(await db.$count(memberships, eq(memberships.venueId, venueId))).toBe(1)

    const again = await answerOf(codeOpens(routeArgs(db, `/claim/${code}`, { params })))
    expect(again.status).toBe(404)
    expect(await again.json()).toMatchObject({ refused: expect.stringMatching('used already') })
  })

  it('is used by a signed-in person with one button, and leads them back afterwards', async () => {
    const { db, venueId, code } = await aLetter()
    const first = await answerOf(
      ask(routeArgs(db, `/join/${venueId}`, { params: { venueId }, form: cam })),
    )
    const cookies = cookiesOf(await confirmed(db, first))
    const params = { code }
    const used = await answerOf(
      useCode(routeArgs(db, `/claim/${code}`, { params, form: {}, cookies })),
    )
    expect(used.headers.get('Location')).toBe(`/venue/${venueId}`)
    const again = await answerOf(codeOpens(routeArgs(db, `/claim/${code}`, { params, cookies })))
    expect(again.headers.get('Location')).toBe(`/venue/${venueId}`)
  })

  it.each([
    ['', 'Type the 12 letters and digits'],
    ['AAAA-AAAA-AAAA', 'We do not know this code'],
    [['a', 'b'].join('\n'), 'Type the 12 letters and digits'],
  ])('%j comes back beside its sentence', async (code, sentence) => {
    const { db } = await aTown()
    const answer = await answerOf(lookUp(routeArgs(db, '/claim', { form: { code } })))
    expect(answer.status).toBe(422)
    expect(await answer.json()).toMatchObject({
      errors: { code: expect.stringContaining(sentence) },
      values: { code },
    })
  })
})

describe('asking to join', () => {
  it('answers a known and an unknown address alike', async () => {
    const { db, venueId } = await aTown()
    await aPerson(db, { email: 'known@example.com' })
    const answers = await Promise.all(
      ['known@example.com', 'newer@example.com'].map(async (email) => {
        const form = { name: 'Cam Lee', email, words: '' }
        const path = `/join/${venueId}`
        const answer = await answerOf(ask(routeArgs(db, path, { params: { venueId }, form })))
        const location = answer.headers.get('Location') ?? ''
        const page = await answerOf(confirmPage(routeArgs(db, location)))
        const told = JSON.stringify(await page.json()).replace(email, '')
        return { status: answer.status, length: location.length, told }
      }),
    )
    expect(answers[1]).toEqual(answers[0])
    expect((await queuedMail(db)).map(({ kind }) => kind)).toEqual(['sign-in-code', 'sign-in-code'])
  })

  it('shows anybody the name and address of a venue, and nothing else', async () => {
    const { db, venueId } = await aTown()
    await anOwner(db, venueId, { name: 'Ana Reyes' })
    const found = await answerOf(search(routeArgs(db, '/join?words=lantern')))
    const [venue] = await db.select().from(venues)
    const listed = { id: venueId, name: 'The Lantern', address: venue?.address }
    expect(await found.json()).toMatchObject({ found: [listed] })
    const page = await answerOf(askPage(routeArgs(db, `/join/${venueId}`, { params: { venueId } })))
    expect(await page.json()).toEqual({ ...listed, as: null, request: null })
  })

  it('with a venue typed in opens its drafts', async () => {
    const { db } = await aTown()
    const form = { ...cam, venue: 'Harbor  Light', address: '12 Pier St', words: '' }
    const asked = await answerOf(askTyped(routeArgs(db, '/join/new', { form })))
    expect(await db.$count(venues)).toBe(1)
    const joined = await confirmed(db, asked)
    const [made] = await db.select().from(venues).where(eq(venues.source, 'typed')).limit(2)
    const typed = await db.select().from(venues).where(eq(venues.name, 'Harbor Light'))
    expect(made).toBeDefined()
    expect(joined.headers.get('Location')).toBe(`/venue/${typed[0]?.id}`)
  })

  it('two equal submits of the last step are one request', async () => {
    const { db, venueId } = await aTown()
    const path = `/join/${venueId}`
    const asked = await answerOf(ask(routeArgs(db, path, { params: { venueId }, form: cam })))
    const form = {
      code: normalizedCode(await codeFor(db, cam.email)),
      _submission: 'a-form-with-an-id-of-its-own',
    }
    const twice = await Promise.all(
      [1, 2].map(() =>
        answerOf(
          confirm(
            routeArgs(db, asked.headers.get('Location') ?? '', { form, cookies: cookiesOf(asked) }),
          ),
        ),
      ),
    )
    expect(twice.map((answer) => answer.headers.get('Location'))).toEqual(
      Array(2).fill(`/venue/${venueId}`),
    )
    expect(await db.$count(joinRequests)).toBe(1)
    expect(await db.$count(people, eq(people.email, cam.email))).toBe(1)
  })

  it('with an address that was altered begins again', async () => {
    const { db } = await aTown()
    const answer = await answerOf(confirmPage(routeArgs(db, '/join/code?intent=abcdefgh')))
    expect(answer.headers.get('Location')).toBe('/join')
  })

  it('a venue that does not exist is absent, before anything is mailed', async () => {
    const { db } = await aTown()
    const params = { venueId: 'ven_nowhere' }
    const answer = await answerOf(ask(routeArgs(db, '/join/ven_nowhere', { params, form: cam })))
    expect(answer.status).toBe(404)
    expect(await queuedMail(db)).toEqual([])
  })

  it.each([
    [{ ...cam, name: '' }, { name: 'Type your name, as you would sign a letter.' }],
    [{ ...cam, email: 'cam' }, { email: 'Type your email address, like name@example.com.' }],
    [{ ...cam, words: 'x'.repeat(501) }, { words: 'Please shorten this to 500 characters.' }],
  ])('%j comes back with its sentence', async (form, errors) => {
    const { db, venueId } = await aTown()
    const args = routeArgs(db, `/join/${venueId}`, { params: { venueId }, form })
    const answer = await answerOf(ask(args))
    expect(answer.status).toBe(422)
    expect(await answer.json()).toEqual({ errors, values: form })
  })
})
