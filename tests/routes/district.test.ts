import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { startSession } from '~/domain/accounts/session.server'
import type { DistrictId, PersonId } from '~/domain/ids'
import { sessionCookie } from '~/http/session.server'
import type { Database } from '~db/open.server'
import type { Factor } from '~db/vocabulary'
import { aDatabase } from '~tests/support/database'
import {
  aCoordinator,
  aDistrict,
  aLiaison,
  aMembership,
  anOwner,
  aPerson,
  aProgram,
  aVenue,
} from '~tests/support/factories'
import { infoOf } from '~tests/support/judge-pdf'
import { wholeSite } from '~tests/support/whole-site'
import '~tests/support/visits'

const twoFactors: Factor[] = ['password', 'totp']

async function aSite() {
  const db = aDatabase()
  await aProgram(db)
  const harbor = await aDistrict(db, 'Harbor')
  const mill = await aDistrict(db, 'Old Mill')
  return { db, harbor, mill, site: wholeSite(db) }
}

async function cookieOf(db: Database, personId: PersonId, factors: Factor[]): Promise<string> {
  const token = await db.transaction((tx) => startSession(tx, personId, factors, new Date()))
  return (await sessionCookie(token)).split(';')[0] ?? ''
}

async function aViewer(db: Database, ...districtIds: DistrictId[]): Promise<string> {
  const id = await aPerson(db)
  for (const districtId of districtIds) await aMembership(db, id, 'district_viewer', { districtId })
  return cookieOf(db, id, ['email_code'])
}

const addresses = (slug: string) =>
  ['status', 'status.csv', 'status.pdf'].map((page) => `/districts/${slug}/${page}`)

test('a district opens for who follows it, its liaisons and coordinators', async () => {
  const { db, harbor, site } = await aSite()
  for (const cookie of [
    await aViewer(db, harbor),
    await cookieOf(db, await aLiaison(db, harbor), twoFactors),
    await cookieOf(db, await aCoordinator(db), twoFactors),
  ]) {
    for (const address of addresses('harbor')) {
      expect([address, (await site.ask(address, { cookie })).status]).toEqual([address, 200])
    }
  }
})

test('a foreign district answers as an absent one, by every door', async () => {
  const { db, harbor, mill, site } = await aSite()
  const owner = await anOwner(db, await aVenue(db, { districtId: mill }))
  for (const cookie of [
    await aViewer(db, harbor),
    await cookieOf(db, await aLiaison(db, harbor), twoFactors),
    await cookieOf(db, owner, ['email_code']),
  ]) {
    for (const [index, address] of addresses('old-mill').entries()) {
      const missing = addresses('nowhere')[index] ?? ''
      const doors = index === 0 ? [undefined, 'districts.$slug.status._index'] : [undefined]
      for (const data of doors) {
        const answers = [
          await site.ask(address, { cookie, data }),
          await site.ask(missing, { cookie, data }),
        ]
        const bodies = await Promise.all(answers.map(async (answer) => plain(await answer.text())))
        expect(answers.map(({ status }) => status)).toEqual([404, 404])
        expect(bodies[0]).toBe(bodies[1])
      }
    }
  }
})

/** A page without what differs from one answer to the next. */
function plain(text: string): string {
  return text
    .replaceAll('old-mill', 'SLUG')
    .replaceAll('nowhere', 'SLUG')
    .replace(/nonce(=\\?"|-)[\w-]{22}/g, 'nonce')
    .replace(/"seed":"[0-9a-f]{24}"/g, 'seed')
    .replace(/(value=")[0-9a-f]{24}[\w.:-]*"/g, 'value')
}

test('whoever is not signed in is led to sign in, and back', async () => {
  const { site } = await aSite()
  const answer = await site.ask('/districts/harbor/status')
  expect(answer.headers.get('Location')).toBe('/sign-in?returnTo=%2Fdistricts%2Fharbor%2Fstatus')
})

test('the home of who follows one district is its status; who follows two chooses', async () => {
  const { db, harbor, mill, site } = await aSite()
  const one = await site.ask('/home', { cookie: await aViewer(db, harbor) })
  expect(one.headers.get('Location')).toBe('/districts/harbor/status')

  const cookie = await aViewer(db, harbor, mill)
  const two = await (await site.ask('/home', { cookie })).text()
  expect(two).toContain('href="/districts/harbor/status"')
  expect(two).toContain('href="/districts/old-mill/status"')
  const page = await (await site.ask('/districts/old-mill/status', { cookie })).text()
  expect(page).toContain('href="/venues?district=old-mill"')
  expect(page).toContain('aria-current="true"')
})

test('the files are downloads: a table that says it has a header, and one page of PDF', async () => {
  const { db, harbor, site } = await aSite()
  const cookie = await aViewer(db, harbor)
  const table = await site.ask('/districts/harbor/status.csv', { cookie })
  expect(table.headers.get('Content-Type')).toBe('text/csv; charset=utf-8; header=present')
  expect(table.headers.get('Content-Disposition')).toMatch(
    /^attachment; filename="status-harbor-\d{4}-\d\d-\d\d\.csv"/,
  )
  const bytes = Buffer.from(await table.arrayBuffer())
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  const rows = parse(bytes, { bom: true, columns: true }) as Record<string, string>[]
  expect(rows[0]).toMatchObject({ Figure: 'Invited', Value: 'Fewer than five' })
  expect(Object.keys(rows[0] ?? {})).toEqual(['Figure', 'Value', 'How this is counted', 'As of'])

  const paper = await site.ask('/districts/harbor/status.pdf', { cookie })
  expect(paper.headers.get('Content-Type')).toBe('application/pdf')
  expect(paper.headers.get('Content-Disposition')).toMatch(/^attachment;/)
  const { pages, tagged } = await infoOf(new Uint8Array(await paper.arrayBuffer()))
  expect([pages, tagged]).toEqual([1, true])
})
