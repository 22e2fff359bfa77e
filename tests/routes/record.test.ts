import { parse } from 'csv-parse/sync'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { startSession } from '~/domain/accounts/session.server'
import { recordEvent } from '~/domain/events.server'
import type { PersonId } from '~/domain/ids'
import { sessionCookie } from '~/http/session.server'
import type { Database } from '~db/open.server'
import { events, sessions } from '~db/schema'
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
import { wholeSite } from '~tests/support/whole-site'

const twoFactors: Factor[] = ['password', 'totp']

test('the record opens for a coordinator, and for nobody else', async () => {
  const { db, site, harbor, venueId, coordinator, eventId } = await aSite()
  const addresses = ['', `/${eventId}`, '.csv'].map((end) => `/coordinator/record${end}`)
  for (const address of addresses) {
    expect([address, (await site.ask(address, { cookie: coordinator })).status]).toEqual([
      address,
      200,
    ])
  }
  const [viewer, partner] = [await aPerson(db), await aPerson(db)]
  await aMembership(db, viewer, 'district_viewer', { districtId: harbor })
  await aMembership(db, partner, 'partner', { field: 'fire' })
  for (const cookie of [
    await cookieOf(db, await aLiaison(db, harbor), twoFactors),
    await cookieOf(db, partner, twoFactors),
    await cookieOf(db, viewer, ['email_code']),
    await cookieOf(db, await anOwner(db, venueId), ['email_code']),
  ]) {
    for (const address of addresses) {
      const { status } = await site.ask(address, { cookie })
      expect([address, [403, 404].includes(status)]).toEqual([address, true])
    }
  }
  expect(await db.$count(events, eq(events.kind, 'export.record'))).toBe(1)
})

test('the file keeps formulas as text, and asks for a fresh proof', async () => {
  const { db, site, coordinator } = await aSite()
  const file = await (await site.ask('/coordinator/record.csv', { cookie: coordinator })).text()
  const [row] = parse(file, { columns: true, bom: true }) as Record<string, string>[]
  expect(row).toMatchObject({ Venue: "'=1+1", Address: '203.0.113.7', Kind: 'venue.invited' })

  await db.transaction((tx) => tx.update(sessions).set({ provedAt: new Date(0) }))
  const refused = await site.ask('/coordinator/record.csv', { cookie: coordinator })
  expect([refused.status, refused.headers.get('location')]).toEqual([
    302,
    expect.stringContaining('/account/prove'),
  ])
})

test('a download of a district is recorded with who, from where and in which form', async () => {
  const { db, site, harbor, coordinator } = await aSite()
  for (const form of ['csv', 'pdf']) {
    await site.ask(`/districts/harbor/status.${form}`, { cookie: coordinator })
  }
  const rows = await db.select().from(events).where(eq(events.kind, 'export.district'))
  expect(rows.map(({ facts }) => facts.form)).toEqual(['csv', 'pdf'])
  expect(rows.every((row) => row.subjectId === harbor && row.personId && row.detailsDigest)).toBe(
    true,
  )
})

async function aSite() {
  const db = aDatabase()
  await aProgram(db)
  const harbor = await aDistrict(db, 'Harbor')
  const venueId = await aVenue(db, { name: '=1+1' })
  const coordinator = await cookieOf(db, await aCoordinator(db), twoFactors)
  const origin = { requestId: null, sessionId: null, submission: null, device: 'Firefox on Linux' }
  await db.transaction((tx) =>
    recordEvent(tx, {
      ...{ kind: 'venue.invited', actor: null, at: new Date(), venueId },
      origin: { ...origin, address: '203.0.113.7' },
    }),
  )
  const [event] = await db.select().from(events).where(eq(events.kind, 'venue.invited'))
  return { db, harbor, venueId, coordinator, eventId: event?.id ?? '', site: wholeSite(db) }
}

async function cookieOf(db: Database, personId: PersonId, factors: Factor[]): Promise<string> {
  const token = await db.transaction((tx) => startSession(tx, personId, factors, new Date()))
  return (await sessionCookie(token)).split(';')[0] ?? ''
}
