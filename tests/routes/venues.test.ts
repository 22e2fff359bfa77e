import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { loader as directory } from '~/routes/venues._index'
import { loader as venuePage } from '~/routes/venues.$slug'
import { venues } from '~db/schema'
import { anAccreditedVenue, aReadyVenue, manyAccredited } from '~tests/support/certificates'
import { aDatabase } from '~tests/support/database'
import { aDistrict, aProgram, testNow } from '~tests/support/factories'
import { answerOf, routeArgs } from '~tests/support/route-args'

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: testNow }))
afterEach(() => void vi.useRealTimers())

async function aDirectory() {
  const db = aDatabase()
  await aProgram(db)
  const districtId = await aDistrict(db, 'Harbor Street')
  const venue = await anAccreditedVenue(db, { name: 'Alder Tavern', districtId, enhanced: 4 })
  await aReadyVenue(db, { name: 'Birch Tavern', districtId })
  const read = (query: string) => directory(routeArgs(db, `/venues${query}`))
  const slugs = new Map((await db.select().from(venues)).map(({ name, slug }) => [name, slug]))
  const open = (slug: string) =>
    answerOf(venuePage(routeArgs(db, `/venues/${slug}`, { params: { slug } })))
  return { db, read, open, slugs, ...venue }
}

describe('the public directory', () => {
  it('lists accredited venues with their district and their date', async () => {
    const { read, slugs } = await aDirectory()
    const page = await read('')
    expect(page).toMatchObject({
      filter: { words: '' },
      districts: [{ value: 'harbor-street', label: 'Harbor Street' }],
      count: '1 accredited venue, by name.',
      first: null,
      next: null,
    })
    expect(page.venues).toEqual([
      {
        id: slugs.get('Alder Tavern'),
        to: `/venues/${slugs.get('Alder Tavern')}`,
        title: 'Alder Tavern',
        detail: expect.stringMatching(/^\d+ Harbor Street · Harbor Street$/),
        status: 'With distinction, until November 21, 2027',
        tone: 'place',
      },
    ])
  })

  it('keeps search and district from page to page', async () => {
    const venue = await aDirectory()
    const names = Array.from({ length: 60 }, (_, n) => `Oak Tavern ${100 + n}`)
    await manyAccredited(venue.db, venue, names)
    const first = await venue.read('?words=oak&district=harbor-street')
    expect(first.venues).toHaveLength(50)
    expect(first.count).toBe('About 60 accredited venues, by name.')
    expect(first.next).toMatch(/^\/venues\?words=oak&district=harbor-street&after=cer_/)
    const second = await venue.read((first.next ?? '').replace('/venues', ''))
    expect(second.venues.map(({ title }) => title)).toEqual(names.slice(50))
    expect(second.first).toBe('/venues?words=oak&district=harbor-street')
    expect(second.next).toBeNull()
  })

  it('says that nothing matches, and what else to try', async () => {
    const { read } = await aDirectory()
    expect(await read('?words=moon')).toMatchObject({ venues: [], filtered: true })
    expect(await read('?words=%20%22(%00')).toMatchObject({ filtered: true })
  })
})

describe('the public page of a venue', () => {
  it('says what everyone may know, and keeps the check code with the venue', async () => {
    const { open, slugs, certificate } = await aDirectory()
    const answer = await open(slugs.get('Alder Tavern') ?? '')
    const text = await answer.text()
    expect(JSON.parse(text)).toMatchObject({
      name: 'Alder Tavern',
      label: 'Valid',
      sentence: 'Alder Tavern is accredited until November 21, 2027.',
      withDistinction: true,
    })
    expect(text).toContain(certificate.number)
    expect(text).not.toContain(certificate.checkCode.slice(0, 4))
  })

  it('of any other venue is as absent as one that does not exist', async () => {
    const { open, slugs } = await aDirectory()
    const ready = await open(slugs.get('Birch Tavern') ?? '')
    const absent = await open('no-such-venue')
    expect([ready.status, await ready.text()]).toEqual([absent.status, await absent.text()])
    expect(absent.status).toBe(404)
  })
})
