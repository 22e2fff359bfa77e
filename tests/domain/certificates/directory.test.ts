import { eq, inArray } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { accreditedVenues, pageSize } from '~/domain/certificates/directory.server'
import { directoryPage } from '~/domain/certificates/directory-page.server'
import { pauseCertificate } from '~/domain/certificates/pause-certificate.server'
import { accreditedVenue } from '~/domain/certificates/queries.server'
import { NotFound } from '~/domain/errors'
import type { Database } from '~db/open.server'
import { certificates, staff, venues } from '~db/schema'
import { anAccreditedVenue, aReadyVenue, manyAccredited } from '~tests/support/certificates'
import { countQueries } from '~tests/support/count-queries'
import { aDatabase } from '~tests/support/database'
import { aDistrict, aProgram, aVenue, testNow } from '~tests/support/factories'
import { aTeamThatWrites } from '~tests/support/rounds'

const afterGrace = new Date('2027-05-01T17:00:00Z')
const nothing = { words: '', district: '', after: '' }

async function anEmptyProgram() {
  const db = aDatabase()
  await aProgram(db)
  return db
}

const namesOf = async (db: Database, now: Date, filter = {}) =>
  (await accreditedVenues(db, now, filter)).venues.map(({ name }) => name)

describe('the directory', () => {
  it('tells of venues whose certificate counts, and of no others', async () => {
    const db = await anEmptyProgram()
    await anAccreditedVenue(db, { name: 'Alder Tavern', trainedUntil: '2027-10-30' })
    const lapsing = await anAccreditedVenue(db, {
      name: 'Birch Tavern',
      trainedUntil: '2027-03-01',
    })
    const paused = await anAccreditedVenue(db, { name: 'Cedar Tavern', trainedUntil: '2027-10-30' })
    await aReadyVenue(db, { name: 'Dogwood Tavern' })
    await aVenue(db, { name: 'Elm Tavern' })
    const drafting = await aTeamThatWrites(db)
    await db.transaction((tx) =>
      tx.update(venues).set({ name: 'Fir Tavern' }).where(eq(venues.id, drafting.venueId)),
    )
    const all = ['Alder Tavern', 'Birch Tavern', 'Cedar Tavern']
    expect(await namesOf(db, testNow)).toEqual(all)
    expect(await namesOf(db, testNow, { words: 'tavern' })).toEqual(all)

    await pauseCertificate(paused.owner, paused.venueId)
    expect(await namesOf(db, testNow)).toEqual(['Alder Tavern', 'Birch Tavern'])
    const refreshed = await accreditedVenues(db, new Date('2027-03-15T17:00:00Z'), {})
    expect(refreshed.venues.map(({ name, standing }) => [name, standing.status])).toEqual([
      ['Alder Tavern', 'valid'],
      ['Birch Tavern', 'being_refreshed'],
    ])

    // After the grace, neither the list, nor the count, nor a page of its own tells of it.
    for (const words of ['', 'birch', 'cedar', 'dogwood', 'elm', 'fir', 'tavern']) {
      const page = await directoryPage(db, afterGrace, { ...nothing, words })
      expect(JSON.stringify(page)).not.toMatch(/Birch|Cedar|Dogwood|Elm|Fir T/)
      const shown = ['', 'tavern'].includes(words) ? 1 : 0
      expect([words, page.venues.length, page.next]).toEqual([words, shown, null])
      expect(page.count).toBe(
        shown ? '1 accredited venue, by name.' : '0 accredited venues, by name.',
      )
    }
    const answers = []
    const every = await db.select({ slug: venues.slug, name: venues.name }).from(venues)
    for (const { slug } of [...every, { slug: 'no-such-venue' }]) {
      const answer = accreditedVenue(db, afterGrace, slug)
      answers.push(
        await answer.then(
          ({ name }) => name,
          (error) => [error.name, error.message],
        ),
      )
    }
    const told = answers.filter((answer) => typeof answer === 'string')
    expect(told).toEqual(['Alder Tavern'])
    expect(new Set(answers.filter((each) => Array.isArray(each)).map(String))).toEqual(
      new Set(['NotFound,']),
    )
    await expect(accreditedVenue(db, afterGrace, 'no-such-venue')).rejects.toThrow(NotFound)
    expect(lapsing.certificate.number).toBe('LL-2026-000002')
  })

  it('finds by words and by district, and says what it found', async () => {
    const db = await anEmptyProgram()
    const harbor = await aDistrict(db, 'Harbor Street')
    const hill = await aDistrict(db, 'Union Hill')
    const first = await anAccreditedVenue(db, { name: 'Café Añejo', districtId: harbor })
    await manyAccredited(db, first, ['The Blue Lantern'])
    await anAccreditedVenue(db, { name: 'The Red Lantern', districtId: hill })
    const found = async (asked: Partial<typeof nothing>) => {
      const page = await directoryPage(db, testNow, { ...nothing, ...asked })
      return page.venues.map(({ title }) => title)
    }
    expect(await found({ words: 'cafe anejo' })).toEqual(['Café Añejo'])
    expect(await found({ words: 'lantern' })).toEqual(['The Blue Lantern', 'The Red Lantern'])
    expect(await found({ words: 'lantern', district: 'harbor-street' })).toEqual([
      'The Blue Lantern',
    ])
    expect(await found({ district: 'union-hill' })).toEqual(['The Red Lantern'])
    expect(await found({ district: 'nowhere' })).toHaveLength(3)
    expect(await found({ words: 'moon' })).toEqual([])
  })

  it('begins at the start again for a place in the list that does not exist', async () => {
    const db = await anEmptyProgram()
    await anAccreditedVenue(db, { name: 'Alder Tavern' })
    for (const after of ['cer_0000000000000000', "' OR 1=1 --", '\0']) {
      expect(await namesOf(db, testNow, { after })).toEqual(['Alder Tavern'])
    }
  })
})

describe('a long directory', () => {
  async function aLongOne() {
    const db = await anEmptyProgram()
    const first = await anAccreditedVenue(db, { name: 'Venue 1000' })
    const names = Array.from({ length: 129 }, (_, n) => `Venue ${1001 + n}`)
    // Two of a name: the list keeps its order by more than the name.
    names[60] = 'Venue 1050'
    const ids = await manyAccredited(db, first, names)
    return { db, first, ids, names: ['Venue 1000', ...names].sort() }
  }

  async function walk(db: Database, now: Date) {
    const pages: string[][] = []
    let after: string | undefined
    do {
      const page = await accreditedVenues(db, now, { after })
      pages.push(page.venues.map(({ name }) => name))
      after = page.next ?? undefined
    } while (after && pages.length < 20)
    return pages
  }

  it('comes in pages, each venue once and in order', async () => {
    const { db, names } = await aLongOne()
    const pages = await walk(db, testNow)
    expect(pages.map((page) => page.length)).toEqual([pageSize, pageSize, 30])
    expect(pages.flat()).toEqual(names)
    const { total } = await accreditedVenues(db, testNow, {})
    expect(total).toEqual({ is: 'about', count: 130 })
  })

  it('fills its pages past those that rest after a lapse', async () => {
    const { db, ids, names } = await aLongOne()
    const gone = ids.slice(0, 70)
    await db.transaction((tx) =>
      tx.update(staff).set({ removedAt: testNow }).where(inArray(staff.venueId, gone)),
    )
    const missing = await db
      .select({ name: venues.name })
      .from(venues)
      .where(inArray(venues.id, gone))
    const later = new Date('2027-02-01T17:00:00Z')
    const left = [...names]
    for (const { name } of missing) left.splice(left.indexOf(name), 1)
    const pages = await walk(db, later)
    expect(pages.map((page) => page.length)).toEqual([50, 10])
    expect(pages.flat()).toEqual(left)
  })

  it('goes on past a long row of those', async () => {
    const { db, first } = await aLongOne()
    const rest = Array.from({ length: 120 }, (_, n) => `Resting ${1000 + n}`)
    const ids = await manyAccredited(db, first, rest)
    await db.transaction((tx) =>
      tx.update(staff).set({ removedAt: testNow }).where(inArray(staff.venueId, ids)),
    )
    const later = new Date('2027-02-01T17:00:00Z')
    const pages = await walk(db, later)
    expect(pages.flat()).toHaveLength(130)
    expect(pages.flat().some((name) => name.startsWith('Resting'))).toBe(false)
  })

  it('asks the database no more often for many venues than for a few', async () => {
    const few = await anEmptyProgram()
    await anAccreditedVenue(few, { name: 'Venue 1000' })
    const { db } = await aLongOne()
    const asked = (at: Database, filter = {}) =>
      countQueries(() => directoryPage(at, testNow, { ...nothing, ...filter }))
    await asked(few)
    await asked(db)
    // The districts, the venues, and four for all their teams; the count is kept from before.
    expect(await asked(few)).toBe(6)
    expect(await asked(db)).toBe(6)
    // The words are looked at twice, and what they match is counted.
    expect(await asked(db, { words: 'venue' })).toBe(9)
    expect(await asked(db, { words: 'venue' })).toBe(7)
    const { next } = await accreditedVenues(db, testNow, {})
    expect(await asked(db, { after: next ?? '' })).toBe(7)
    expect((await db.select().from(certificates)).length).toBe(130)
  })
})
