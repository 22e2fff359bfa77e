import { is, Table } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { startSession } from '~/domain/accounts/session.server'
import { answerStandard } from '~/domain/applications/answer-standard.server'
import { applicationFor } from '~/domain/applications/queries.server'
import { shareApplication } from '~/domain/applications/share-application.server'
import type { PersonId } from '~/domain/ids'
import { readinessQuestions } from '~/domain/standards/readiness'
import { sessionCookie } from '~/http/session.server'
import type { Database } from '~db/open.server'
import * as schema from '~db/schema'
import type { Factor } from '~db/vocabulary'
import { aDatabase } from '~tests/support/database'
import {
  aDistrict,
  aLiaison,
  anOwner,
  aProgram,
  aVenue,
  contextFor,
} from '~tests/support/factories'
import { wholeSite } from '~tests/support/whole-site'
import '~tests/support/visits'

const answers = {
  security: 'no',
  ...Object.fromEntries(readinessQuestions.map(({ id }) => [id, 'yes'])),
  ride: 'partly',
  notes: 'not_yet',
}

async function everything(db: Database) {
  const tables = Object.values(schema).filter((each) => is(each, Table)) as Table[]
  const rows = await Promise.all(tables.map(async (table) => db.select().from(table)))
  return rows
}

async function cookieOf(db: Database, personId: PersonId, factors: Factor[]) {
  const token = await db.transaction((tx) => startSession(tx, personId, factors, new Date()))
  return (await sessionCookie(token)).split(';')[0] ?? ''
}

async function aSite() {
  const db = aDatabase()
  await aProgram(db)
  return { db, site: wholeSite(db, { LOG_LEVEL: 'trace' }) }
}

describe('the readiness check', () => {
  test('answers in place, and leaves no trace: no row, no cookie, no line with an answer', async () => {
    const { db, site } = await aSite()
    const before = await everything(db)
    const page = await site.ask('/readiness')
    expect(page.status).toBe(200)
    expect(page.headers.get('Cache-Control')).toBe('public, max-age=0, must-revalidate')
    const answered = await site.ask('/readiness', { form: answers })
    expect(answered.status).toBe(200)
    const text = await answered.text()
    expect(text).toContain('Ten of twelve essentials sound in place')
    expect(text).toContain('rule of thumb')
    expect(text).not.toMatch(/<script|failed/)
    expect(answered.headers.get('Cache-Control')).toBe('no-store')
    expect(answered.headers.get('ETag')).toBeNull()
    expect([page, answered].map(({ headers }) => headers.getSetCookie())).toEqual([[], []])
    expect(await everything(db)).toEqual(before)
    expect(site.lines.length).toBeGreaterThanOrEqual(2)
    expect(site.lines.join('')).not.toMatch(/partly|not_yet|ride|notes/)
  })

  test('asks again when nothing was answered, and takes no offense at nonsense', async () => {
    const { site } = await aSite()
    const nonsense: Record<string, string>[] = [
      {},
      { security: 'no' },
      { age: 'DROP TABLE' },
      { 0: 'yes' },
    ]
    for (const form of nonsense) {
      const text = await (await site.ask('/readiness', { form })).text()
      expect(text).toContain('There is nothing to show yet')
      expect(text).toContain('Question 12 of 12')
    }
  })

  test('the answers travel only when somebody asks for it, in one short cookie', async () => {
    const { site } = await aSite()
    const started = await site.ask('/readiness/start', { form: answers })
    expect(started.headers.get('Location')).toBe('/readiness/start')
    const [set = ''] = started.headers.getSetCookie()
    expect(set).toMatch(
      /^lamplight-readiness=[^;]{1,60}; Max-Age=7200; Path=\/; HttpOnly; SameSite=Lax$/,
    )
    const cookie = set.split(';')[0]
    const page = await (await site.ask('/readiness/start', { cookie })).text()
    expect(page).toContain('Your answers come along')
    expect(page).toContain('Use the code from your letter')
    const without = await (await site.ask('/readiness/start')).text()
    expect(without).toContain('There are no answers with you')
    const empty = await site.ask('/readiness/start', { form: { age: 'never' } })
    expect([empty.headers.get('Location'), empty.headers.getSetCookie()]).toEqual([
      '/readiness',
      [],
    ])
  })
})

describe('starting with the answers', () => {
  async function atTheDoor() {
    const { db, site } = await aSite()
    const districtId = await aDistrict(db)
    const venueId = await aVenue(db, { districtId })
    const ownerId = await anOwner(db, venueId)
    const liaisonId = await aLiaison(db, districtId)
    const owner = await cookieOf(db, ownerId, ['email_code'])
    const started = await site.ask('/readiness/start', { cookie: owner, form: answers })
    const brought = started.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    const start = `/venue/${venueId}/application/start`
    expect(started.headers.get('Location')).toBe(start)
    return { db, site, venueId, ownerId, liaisonId, owner, start, cookie: `${owner}; ${brought}` }
  }

  test('asks once more, keeps them, clears the cookie, and shows them to the venue', async () => {
    const { db, site, owner, venueId, start, cookie } = await atTheDoor()
    expect(await (await site.ask(start, { cookie: owner })).text()).not.toContain(
      'Take the answers',
    )
    expect(await (await site.ask(start, { cookie })).text()).toContain('Take the answers along')
    const done = await site.ask(start, { cookie, form: { readiness: 'yes' } })
    expect(done.headers.get('Location')).toBe(`/venue/${venueId}/application`)
    expect(done.headers.getSetCookie().join()).toMatch(/lamplight-readiness=[^;]*; Max-Age=0/)
    const [{ readiness } = { readiness: null }] = await db.select().from(schema.applications)
    const { credentials: _, ...kept } = answers as Record<string, string>
    expect(readiness).toEqual(kept)

    const tasks = await (await site.ask(`/venue/${venueId}/application`, { cookie: owner })).text()
    expect(tasks).toContain('In the readiness check you said: sounds in place.')
    const ride = await site.ask(`/venue/${venueId}/standards/HOME-1`, { cookie: owner })
    expect(await ride.text()).toContain('In the readiness check you said: nearly there.')
    // What is nearly there is suggested first.
    const home = await (await site.ask(`/venue/${venueId}`, { cookie: owner })).text()
    expect(home).toContain('A good next one: A safe way home')
  })

  test('says that they stay out of an application that is under way', async () => {
    const { site, owner, start, cookie } = await atTheDoor()
    await site.ask(start, { cookie: owner, form: {} })
    const late = await (await site.ask(start, { cookie })).text()
    expect(late).toContain('Your application is under way already')
    expect(late).toContain('Answers of the readiness check come along only when')
    expect(late).not.toContain('Take the answers along')
    const plain = await (await site.ask(start, { cookie: owner })).text()
    expect(plain).toContain('It waits as you left it')
  })

  test('leaves them behind when the box is not ticked', async () => {
    const { db, site, start, cookie } = await atTheDoor()
    const done = await site.ask(start, { cookie, form: {} })
    expect(done.headers.getSetCookie().join()).toContain('Max-Age=0')
    const [row] = await db.select().from(schema.applications)
    expect(row?.readiness).toBeNull()
  })

  test('takes nothing from a cookie that somebody made up', async () => {
    const { db, site, start, owner } = await atTheDoor()
    const made = Buffer.from(JSON.stringify('r1zzzzzzzzzzzzz')).toString('base64')
    const cookie = `${owner}; lamplight-readiness=${encodeURIComponent(made)}`
    await site.ask(start, { cookie, form: { readiness: 'yes' } })
    const [row] = await db.select().from(schema.applications)
    expect(row?.readiness).toBeNull()
  })

  test('stays with the venue: no staff page and no frozen round has it', async () => {
    const { db, site, ownerId, liaisonId, venueId, start, cookie } = await atTheDoor()
    await site.ask(start, { cookie, form: { readiness: 'yes' } })
    const planted = { ...answers, age: 'planted-answer' }
    await db.transaction((tx) => tx.update(schema.applications).set({ readiness: planted }))
    const owner = await contextFor(db, ownerId)
    const words = 'We have no door.'
    const said = { stance: 'not_applicable', words, hearOn: null } as const
    await answerStandard(owner, venueId, 'SRV-1', said)
    await shareApplication(owner, venueId, 'Hello')
    const [application] = await db.select().from(schema.applications)
    if (!application) throw new Error('No application was started.')
    const liaison = await contextFor(db, liaisonId)
    const read = await applicationFor(db, liaison.actor, application.id)
    expect(Object.keys(read)).not.toContain('readiness')
    // The row has it, and nothing that goes along with a share does.
    const { rounds, roundAnswers, roundEvidence, events, outbox } = schema
    expect(JSON.stringify(await db.select().from(schema.applications))).toContain('planted')
    for (const table of [rounds, roundAnswers, roundEvidence, events, outbox]) {
      expect(JSON.stringify(await db.select().from(table))).not.toContain('planted')
    }

    const staff = await cookieOf(db, liaisonId, ['password', 'totp'])
    for (const path of ['/liaison', `/liaison/applications/${application.id}`]) {
      const page = await site.ask(path, { cookie: staff })
      expect(page.status).toBe(200)
      expect(await page.text()).not.toMatch(/planted|readiness check you said|not_yet/)
    }
    const foreign = await site.ask(`/venue/${venueId}/application`, { cookie: staff })
    expect(foreign.status).toBe(404)
  })
})
