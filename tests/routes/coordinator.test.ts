import { mkdtempSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isNotNull } from 'drizzle-orm'
import jsQR from 'jsqr'
import { afterAll, describe, expect, it } from 'vitest'
import { keepSecret } from '~/domain/accounts/secrets.server'
import { startSession } from '~/domain/accounts/session.server'
import type { InvitationId, VenueId } from '~/domain/ids'
import { askToJoin } from '~/domain/venues/ask-to-join.server'
import { inviteVenue } from '~/domain/venues/invite-venue.server'
import { env } from '~/env.server'
import { sessionCookie } from '~/http/session.server'
import { loader as home } from '~/routes/coordinator._index/route'
import { action as arrange, loader as districtsPage } from '~/routes/coordinator.districts'
import {
  action as importList,
  loader as importPage,
} from '~/routes/coordinator.imports.$importId._index/route'
import { action as upload } from '~/routes/coordinator.imports.new'
import { loader as letter } from '~/routes/coordinator.invitations.$invitationId._index/route'
import { loader as withdrawPage } from '~/routes/coordinator.invitations.$invitationId.withdraw'
import { loader as requests } from '~/routes/coordinator.requests._index'
import {
  action as confirmRequest,
  loader as requestPage,
} from '~/routes/coordinator.requests.$requestId._index/route'
import {
  loader as requestLetter,
  action as writeRequestLetter,
} from '~/routes/coordinator.requests.$requestId.letter'
import { loader as setAsidePage } from '~/routes/coordinator.requests.$requestId.set-aside'
import { loader as venuesList } from '~/routes/coordinator.venues._index'
import { loader as venuePage } from '~/routes/coordinator.venues.$venueId._index'
import { loader as placePage } from '~/routes/coordinator.venues.$venueId.district'
import {
  action as invite,
  loader as invitePage,
} from '~/routes/coordinator.venues.$venueId.invitation'
import type { Database } from '~db/open.server'
import { districts, invitations, joinRequests, memberships, sessions, venues } from '~db/schema'
import type { Factor } from '~db/vocabulary'
import { aDatabase } from '~tests/support/database'
import {
  aCoordinator,
  aDistrict,
  anOwner,
  aPerson,
  aProgram,
  aVenue,
  contextFor,
} from '~tests/support/factories'
import { answerOf, routeArgs } from '~tests/support/route-args'

keepSecret('a secret for tests, with more than enough characters')

const dataDir = mkdtempSync(join(tmpdir(), 'lamplight-import-'))
const before = env.dataDir
Object.assign(env, { dataDir })
afterAll(() => {
  Object.assign(env, { dataDir: before })
  rmSync(dataDir, { recursive: true, force: true })
})

async function aDesk() {
  const db = aDatabase()
  await aProgram(db)
  const personId = await aCoordinator(db)
  return { db, personId, cookies: await signedIn(db, personId) }
}

async function signedIn(
  db: Database,
  personId: Awaited<ReturnType<typeof aPerson>>,
  factors: Factor[] = ['password', 'totp'],
) {
  const token = await db.transaction((tx) => startSession(tx, personId, factors, new Date()))
  return [(await sessionCookie(token)).split(';')[0] ?? '']
}

function sending(
  db: Database,
  cookies: string[],
  bytes: Uint8Array<ArrayBuffer> | null,
  name: string,
) {
  const args = routeArgs(db, '/coordinator/imports/new', { cookies })
  const body = new FormData()
  if (bytes) body.set('file', new File([bytes], name))
  else body.set('file', '')
  const headers = { Cookie: cookies.join('; ') }
  const request = new Request(args.request.url, { method: 'POST', headers, body })
  return answerOf(upload({ ...args, request }))
}

/** When whoever is signed in last proved who they are. */
function provedOn(db: Database, provedAt: Date) {
  return db.transaction((tx) => tx.update(sessions).set({ provedAt }))
}

const bytesOf = (text: string) => new Uint8Array(Buffer.from(text))

describe('importing a license list in the browser', () => {
  it('previews, imports, and says that a second run changes nothing', async () => {
    const { db, cookies } = await aDesk()
    const bytes = new Uint8Array(await readFile('db/real-data/dc-licensees-2016.csv'))
    for (const run of [
      { added: 1256, unchanged: 0 },
      { added: 0, unchanged: 1256 },
    ]) {
      const sent = await sending(db, cookies, bytes, 'licenses.csv')
      const path = sent.headers.get('Location') ?? ''
      const params = { importId: path.split('/').at(-1) ?? '' }
      const preview = await (
        await answerOf(importPage(routeArgs(db, path, { params, cookies })))
      ).json()
      expect(preview).toMatchObject({ done: false, report: { rows: 1259, venues: 1256, ...run } })
      expect(preview.file.repeatedRows).toHaveLength(3)
      expect(preview.choice.choices).toHaveLength(79)
      expect(preview.choice.districts).toHaveLength(12)

      const form: Record<string, string> = {}
      for (const [i, choice] of preview.choice.choices.entries()) {
        form[`neighborhoods.${i}.name`] = choice.name
        form[`neighborhoods.${i}.district`] = choice.name === 'Anacostia' ? '' : choice.district
      }
      const done = await answerOf(importList(routeArgs(db, path, { params, cookies, form })))
      expect(done.headers.get('Location')).toBe(path)
      const report = await (
        await answerOf(importPage(routeArgs(db, path, { params, cookies })))
      ).json()
      expect(report).toMatchObject({ done: true, choice: null, report: run })
    }
    expect(await db.$count(venues)).toBe(1256)
    const page = await answerOf(districtsPage(routeArgs(db, '/coordinator/districts', { cookies })))
    const { neighborhoods } = await page.json()
    const anacostia = neighborhoods.find((each: { name: string }) => each.name === 'Anacostia')
    expect(anacostia).toMatchObject({ venues: 4, districtId: null })
  }, 30_000)

  it.each<[string, Uint8Array<ArrayBuffer> | null, string]>([
    ['no file', null, 'Choose the file with the list.'],
    ['an empty file', bytesOf(''), 'This file is empty'],
    ['a program', bytesOf('\x7fELF\x02\x01'), 'This looks like a program'],
    ['a PDF', bytesOf('%PDF-1.7'), 'This looks like a PDF'],
    ['something binary', bytesOf('a\0b\0c'), 'This file is not text'],
    [
      'text that is no list',
      bytesOf('Dear all,\nsee you on Friday.\n'),
      'No row in this file names',
    ],
    ['a list of 11 MB', new Uint8Array(11_000_000).fill(65), 'larger than 10 MB'],
    ['nothing below the headings', bytesOf('License,Name,Address\n'), 'no rows below them'],
  ])('%s gets its sentence', async (_, bytes, sentence) => {
    const { db, cookies } = await aDesk()
    const answer = await sending(db, cookies, bytes, 'list.csv')
    expect(answer.status).toBe(422)
    expect((await answer.json()).errors.file).toContain(sentence)
  })
})

describe('arranging the districts in the browser', () => {
  it('keeps each name with its own district when the page comes back with another list', async () => {
    const { db, cookies } = await aDesk()
    const [docks, pier] = [await aDistrict(db, 'Docks'), await aDistrict(db, 'Pier')]
    const path = '/coordinator/districts'
    const { seen } = await (await answerOf(districtsPage(routeArgs(db, path, { cookies })))).json()
    const save = (form: Record<string, string>) =>
      answerOf(arrange(routeArgs(db, path, { cookies, form: { newDistrict: '', ...form } })))
    const first = await save({ seen, newDistrict: 'Alley' })
    expect(first.headers.get('Location')).toBe('/coordinator/districts?moved=0')

    const form = { [`districts.${docks}.name`]: 'Wharf', [`districts.${pier}.name`]: 'Pier' }
    const second = await save({ seen, ...form })
    expect(second.status).toBe(409)
    const kept = (await second.json()).values
    const now = await (await answerOf(districtsPage(routeArgs(db, path, { cookies })))).json()
    await save({ ...kept, seen: now.seen })
    const names = await db.select({ name: districts.name }).from(districts).orderBy(districts.name)
    expect(names.map(({ name }) => name)).toEqual(['Alley', 'Pier', 'Wharf'])
  })
})

describe('a letter', () => {
  it('carries its code and a square that leads to it', async () => {
    const { db, cookies } = await aDesk()
    const venueId = await aVenue(db)
    const params = { venueId }
    const path = `/coordinator/venues/${venueId}/invitation`
    const made = await answerOf(
      invite(routeArgs(db, path, { params, cookies, form: { email: '' } })),
    )
    const letterPath = made.headers.get('Location') ?? ''
    const invitationId = letterPath.split('/').at(-1) ?? ''
    const answer = await answerOf(
      letter(routeArgs(db, letterPath, { params: { invitationId }, cookies })),
    )
    const { code, square, url } = await answer.json()
    const claim = `${env.publicUrl}/claim/${code.toLowerCase().replaceAll('-', '')}`
    expect(readSquare(square)).toBe(claim)
    expect(claim).toContain(url)
  })
})

describe('who gives an owner their place', () => {
  it('proves first who they are: nothing happens, and what was typed waits and comes back', async () => {
    const { db, personId, cookies } = await aDesk()
    const venueId = await aVenue(db, { districtId: null })
    const now = new Date()
    const asking = await contextFor(db, await aPerson(db), now)
    await askToJoin(asking, venueId, '')
    const invitationId = await inviteVenue(await contextFor(db, personId, now), venueId, {
      email: '',
    })
    const [request] = await db.select().from(joinRequests)
    const params = { venueId, invitationId, requestId: request?.id ?? '' }
    const aWhileAgo = new Date(now.getTime() - 29 * 60_000)
    await provedOn(db, aWhileAgo)

    const at = (path: string, form?: Record<string, string>) =>
      routeArgs(db, path, { params, cookies, ...(form && { form }) })
    const reads = [
      await answerOf(letter(at('/coordinator/invitations/x'))),
      await answerOf(invitePage(at('/coordinator/venues/x/invitation'))),
    ]
    for (const answer of reads) {
      expect(answer.headers.get('Location')).toMatch(/^\/account\/prove\?returnTo=/)
    }
    const deeds = [
      [invite, { email: 'bo@example.com' }],
      [confirmRequest, { phone: '(202) 555-0100', district: '' }],
      [writeRequestLetter, {}],
    ] as const
    for (const [deed, form] of deeds) {
      const stopped = await answerOf(deed(at('/coordinator', form)))
      const { prove, carry } = await stopped.json()
      expect([stopped.status, prove]).toEqual([401, true])
      await provedOn(db, new Date())
      const filled = await answerOf(deed(at('/coordinator', { _carry: carry })))
      expect((await filled.json()).values).toEqual(form)
      await provedOn(db, aWhileAgo)
    }
    expect(await db.select().from(joinRequests)).toEqual([request])
    expect(await db.$count(invitations)).toBe(1)
    expect(await db.select().from(memberships).where(isNotNull(memberships.confirmedAt))).toEqual([
      expect.objectContaining({ role: 'coordinator' }),
    ])
  })
})

describe('every page of the coordinator', () => {
  it('is closed to owners, whether its subject exists or not, and to half a sign-in', async () => {
    const { db, personId } = await aDesk()
    const venueId = await aVenue(db)
    const invitationId = await inviteVenue(await contextFor(db, personId, new Date()), venueId, {
      email: '',
    })
    const owner = await signedIn(db, await anOwner(db, await aVenue(db)))
    const foreign = { venueId, invitationId }
    const absent = { venueId: 'ven_0' as VenueId, invitationId: 'inv_0' as InvitationId }
    const loaders = [
      home,
      districtsPage,
      importPage,
      letter,
      withdrawPage,
      requestPage,
      requestLetter,
      setAsidePage,
      requests,
      venuePage,
      placePage,
      invitePage,
      venuesList,
    ]
    for (const loader of loaders) {
      for (const ids of [foreign, absent]) {
        const params = { importId: 'imp_0', requestId: 'joi_0', ...ids }
        const args = { params, cookies: owner }
        const answer = await answerOf(loader(routeArgs(db, '/coordinator', args)))
        expect(answer.status).toBe(403)
      }
    }
    const half = await signedIn(db, personId, ['password'])
    for (const cookies of [half, []]) {
      for (const loader of loaders) {
        const answer = await answerOf(
          loader(routeArgs(db, '/coordinator', { params: foreign, cookies })),
        )
        expect(answer.headers.get('Location')).toMatch(/^\/sign-in/)
      }
    }
    const cookies = await signedIn(db, personId)
    const page = await answerOf(
      venuePage(routeArgs(db, '/coordinator', { params: absent, cookies })),
    )
    expect(page.status).toBe(404)
    const own = await answerOf(
      venuePage(routeArgs(db, '/coordinator', { params: foreign, cookies })),
    )
    expect(own.status).toBe(200)
  })
})

/** Draws the square's path into pixels and reads them as a camera would. */
function readSquare({ path, size }: { path: string; size: number }): string | undefined {
  const scale = 6
  const side = size * scale
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255)
  for (const [, x, y] of path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)) {
    for (let dy = 0; dy < scale; dy += 1) {
      for (let dx = 0; dx < scale; dx += 1) {
        const at = ((Number(y) * scale + dy) * side + Number(x) * scale + dx) * 4
        pixels.fill(0, at, at + 3)
      }
    }
  }
  return jsQR(pixels, side, side)?.data
}
