import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { startSession } from '~/domain/accounts/session.server'
import { newId, type PersonId } from '~/domain/ids'
import { sessionCookie } from '~/http/session.server'
import type { Database } from '~db/open.server'
import { events, removals, venues } from '~db/schema'
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
import { formsOf } from '~tests/support/page-forms'
import { queuedMail } from '~tests/support/visits'
import { wholeSite } from '~tests/support/whole-site'

const twoFactors: Factor[] = ['password', 'totp']
const day = 86_400_000
const page = '/coordinator/retention'
const inDays = (days: number) => new Date(Date.now() + days * day).toISOString().slice(0, 10)

test('the page tells how long what is kept and why, what goes when, and what went', async () => {
  const { db, site, coordinator, venueId } = await aSite()
  const before = await (await site.ask(page, { cookie: coordinator })).text()
  expect(before).toContain('Nothing was removed from the list yet.')
  expect(before).toContain('What a venue that left never shared: 1 venue')
  expect(before).toContain('The Lantern &amp; Co')
  expect(before).toContain('Training records that a venue removed')
  expect(before).toContain('A year after the venue removed the record')
  expect(before).toContain('As long as the program runs')

  await db.transaction((tx) =>
    tx
      .update(removals)
      .set({ removeAfter: new Date(Date.now() - day) })
      .where(eq(removals.subjectId, venueId)),
  )
  expect(await (await site.ask(page, { cookie: coordinator })).text()).toContain(
    'It goes within the hour.',
  )
})

test('a coordinator keeps a line longer for a reason, and lets it go after all, without a script; the venue hears', async () => {
  const { db, site, coordinator, id, venueId } = await aSite()
  const keep = `${page}/${id}/keep`
  const alone = await (await site.ask(keep, { cookie: coordinator })).text()
  expect(alone).toContain('nobody is told by email')
  const ownerId = await anOwner(db, venueId)
  const told = await (await site.ask(keep, { cookie: coordinator })).text()
  expect(told).toContain('are told by email that you keep it')
  const form = formsOf(await (await site.ask(keep, { cookie: coordinator })).text(), keep).find(
    ({ fields }) => fields.some(({ name }) => name === 'because'),
  )
  const fields = Object.fromEntries((form?.fields ?? []).map(({ name, value }) => [name, value]))
  expect(Object.keys(fields)).toEqual(expect.arrayContaining(['because', 'until']))

  const refused = await site.ask(keep, {
    cookie: coordinator,
    form: { ...fields, because: '', until: inDays(400) },
  })
  expect(refused.status).toBe(422)
  const tooLong = await site.ask(keep, {
    cookie: coordinator,
    form: { ...fields, because: 'A claim is open.', until: inDays(400) },
  })
  const text = await tooLong.text()
  expect([tooLong.status, text.includes('Choose a day from')]).toEqual([422, true])
  expect(text).toContain('A claim is open.')
  expect(await db.$count(events, eq(events.kind, 'retention.kept'))).toBe(0)

  const kept = await site.ask(keep, {
    cookie: coordinator,
    form: { ...fields, because: 'A claim is open.', until: inDays(90) },
  })
  expect([kept.status, kept.headers.get('location')]).toEqual([302, `${page}?done=kept`])
  const list = await (await site.ask(`${page}?done=kept`, { cookie: coordinator })).text()
  expect(list).toContain('because: A claim is open.')
  expect(list).toContain('Let it go after all')

  const letGo = `${page}/${id}/let-go`
  const button = formsOf(await (await site.ask(letGo, { cookie: coordinator })).text(), letGo).find(
    ({ action }) => action === letGo,
  )
  const sent = Object.fromEntries((button?.fields ?? []).map(({ name, value }) => [name, value]))
  const gone = await site.ask(letGo, { cookie: coordinator, form: sent })
  expect([gone.status, gone.headers.get('location')]).toEqual([302, `${page}?done=let-go`])
  expect(await db.select({ keptAt: removals.keptAt }).from(removals)).toEqual([{ keptAt: null }])
  expect((await site.ask(letGo, { cookie: coordinator, form: sent })).status).toBe(302)
  const again = await site.ask(letGo, { cookie: coordinator, form: { ...sent, submission: '' } })
  expect([409, 422]).toContain(again.status)
  const mails = (await queuedMail(db)).filter(({ kind }) => kind === 'papers-stay')
  expect(mails.map(({ personId, facts }) => [personId, facts.kept, facts.until])).toEqual([
    [ownerId, false, expect.stringMatching(/^20/)],
    [ownerId, true, inDays(90)],
  ])
})

test('the pages open for a coordinator, and for nobody else', async () => {
  const { db, site, coordinator, venueId, harbor, id } = await aSite()
  const addresses = [page, `${page}/${id}/keep`, `${page}/${id}/let-go`]
  for (const address of addresses) {
    expect((await site.ask(address, { cookie: coordinator })).status, address).toBe(200)
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
      expect([403, 404], address).toContain((await site.ask(address, { cookie })).status)
      const form = { because: 'Mine', until: inDays(90) }
      if (address !== page) {
        expect([403, 404], address).toContain((await site.ask(address, { cookie, form })).status)
      }
    }
  }
  expect(await db.select({ keptAt: removals.keptAt }).from(removals)).toEqual([{ keptAt: null }])
  expect((await site.ask(`${page}/${newId('rmv')}/keep`, { cookie: coordinator })).status).toBe(404)
})

async function aSite() {
  const db = aDatabase()
  await aProgram(db)
  const harbor = await aDistrict(db, 'Harbor')
  const venueId = await aVenue(db)
  const id = newId('rmv')
  await db.transaction(async (tx) => {
    await tx.update(venues).set({ name: 'The Lantern & Co' })
    await tx.insert(removals).values({
      ...{ id, rule: 'venue-left', subjectId: venueId, listedAt: new Date() },
      removeAfter: new Date(Date.now() + 30 * day),
    })
  })
  const coordinator = await cookieOf(db, await aCoordinator(db), twoFactors)
  return { db, harbor, venueId, id, coordinator, site: wholeSite(db) }
}

async function cookieOf(db: Database, personId: PersonId, factors: Factor[]): Promise<string> {
  const token = await db.transaction((tx) => startSession(tx, personId, factors, new Date()))
  return (await sessionCookie(token)).split(';')[0] ?? ''
}
