import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Limit, type LimitName, limits } from '~/domain/accounts/limits'
import { spend, type Who } from '~/domain/accounts/limits.server'
import { startSession } from '~/domain/accounts/session.server'
import type { PersonId } from '~/domain/ids'
import { sessionCookie } from '~/http/session.server'
import { paths } from '~/paths'
import { districts, rateLimits, responses } from '~db/schema'
import type { Factor } from '~db/vocabulary'
import { anAccreditedVenue } from '~tests/support/certificates'
import { aDatabaseIn } from '~tests/support/database'
import { aCoordinator, aProgram } from '~tests/support/factories'
import { wholeSite } from '~tests/support/whole-site'

type Town = Awaited<ReturnType<typeof aTown>>
let town: Town
beforeAll(async () => {
  town = await aTown()
  return town.remove
})
beforeEach(() => town.startAnew())

describe('downloads', () => {
  it.each<[string, (town: Town) => string, 'owner' | 'coordinator']>([
    ['the certificate', ({ venueId }) => `/venue/${venueId}/certificate.pdf`, 'owner'],
    ['the letter', ({ venueId, letter }) => paths.letterPdf(venueId, letter), 'owner'],
    ['the handbook', ({ venueId }) => paths.handbook(venueId, 'pdf'), 'owner'],
    ['everything about a venue', ({ venueId }) => `/venue/${venueId}/data.zip`, 'owner'],
    ['the record', () => '/coordinator/record.csv', 'coordinator'],
    ['the figures of a district', ({ slug }) => `/districts/${slug}/status.csv`, 'coordinator'],
  ])('of %s are limited by person and by network', async (_, addressOf, who) => {
    const get = (from: string) =>
      town.site.ask(addressOf(town), {
        cookie: town[who].cookie,
        headers: { ...html, ...at(from) },
      })
    expect((await get(home)).status).toBe(200)
    await useUp('export', { person: town[who].id })
    await saysWhen(await get(home), 'Those were many downloads in a short time.')
    await town.startAnew()
    await useUp('export', {}, home)
    await saysWhen(await get(home), 'Those were many downloads in a short time.')
    expect((await get(elsewhere)).status).toBe(200)
  })
})

describe('uploads', () => {
  it.each<[string, (town: Town) => string, 'owner' | 'coordinator']>([
    ['a policy', ({ venueId }) => paths.uploadPolicy(venueId), 'owner'],
    ['a staff list', ({ venueId }) => paths.importRoster(venueId), 'owner'],
    ['a license list', () => paths.importLicenses(), 'coordinator'],
  ])(
    'of %s are limited by person and by network, and nothing typed is lost',
    async (_, addressOf, who) => {
      const send = () => {
        const form = new FormData()
        form.set('title', 'Age and ID')
        form.set('file', new File(['We check ID.\n'], 'Age.txt'))
        const headers = { ...html, ...at(home) }
        return town.site.ask(addressOf(town), { cookie: town[who].cookie, form, headers })
      }
      await useUp('upload', { person: town[who].id })
      const text = await saysWhen(await send(), 'Those were many files in a short time.')
      expect(text.includes('value="Age and ID"')).toBe(text.includes('name="title"'))
      await town.startAnew()
      await useUp('upload', {}, home)
      await saysWhen(await send(), 'Those were many files in a short time.')
    },
  )
})

const [home, elsewhere] = ['203.0.113.9', '198.51.100.7']
const html = { accept: 'text/html' }
const at = (from: string) => ({ 'x-forwarded-for': from })

/** Uses an allowance up as others of the same person, or of the same network, would have. */
async function useUp(rule: LimitName, who: Who, address: string | null = null) {
  const [counted = 'address'] = Object.keys(who) as 'person'[]
  const points = (limits[rule] as Limit).per[counted]?.points ?? 0
  const nowhere = { requestId: null, sessionId: null, submission: null, device: null }
  for (let time = 0; time < points; time += 1) {
    const asker = { db: town.db, now: new Date(), origin: { ...nowhere, address } }
    await spend(asker, rule, who).catch(() => undefined)
  }
}

async function saysWhen(answer: Response, sentence: string): Promise<string> {
  const text = await answer.text()
  expect([answer.status, text.includes(sentence)]).toEqual([429, true])
  expect(Number(answer.headers.get('Retry-After'))).toBeGreaterThan(3000)
  expect(text).toMatch(/[Yy]ou can go on in an hour/)
  return text
}

async function aTown() {
  const { db, remove } = aDatabaseIn()
  await aProgram(db)
  const venue = await anAccreditedVenue(db)
  const [district] = await db.select().from(districts)
  const [letter] = await db.select().from(responses)
  const signedIn = async (id: PersonId, factors: Factor[]) => {
    const token = await db.transaction((tx) => startSession(tx, id, factors, new Date()))
    return { id, cookie: (await sessionCookie(token)).split(';')[0] ?? '' }
  }
  return {
    ...{ db, remove, venueId: venue.venueId, slug: district?.slug ?? '', letter: letter?.id ?? '' },
    owner: await signedIn(venue.owner.actor.person.id, ['email_code']),
    coordinator: await signedIn(await aCoordinator(db), ['password', 'totp']),
    site: wholeSite(db, { TRUST_PROXY: '1' }),
    startAnew: () => db.transaction((tx) => tx.delete(rateLimits)),
  }
}
