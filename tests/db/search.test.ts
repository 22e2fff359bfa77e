import { readFileSync } from 'node:fs'
import { asc, eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import type { VenueId } from '~/domain/ids'
import type { Database } from '~db/open.server'
import { venues } from '~db/schema'
import { matchesWords } from '~db/search.server'
import { aDatabase } from '~tests/support/database'

const naughty = JSON.parse(readFileSync('tests/support/naughty-strings.json', 'utf8')) as string[]

describe('search over venues', () => {
  test('finds words and beginnings of words, whatever their case and accents', async () => {
    const db = await withVenues('Café Añejo', "Maggiano's Little Italy", 'The Blue Lantern')
    expect(await found(db, 'cafe anejo')).toEqual(['Café Añejo'])
    expect(await found(db, 'CAFÉ')).toEqual(['Café Añejo'])
    expect(await found(db, 'cafe\u0301')).toEqual(['Café Añejo'])
    expect(await found(db, "maggiano's ital")).toEqual(["Maggiano's Little Italy"])
    expect(await found(db, 'lan blu')).toEqual(['The Blue Lantern'])
    expect(await found(db, 'antern')).toEqual([])
    expect(await found(db, 'blue moon')).toEqual([])
  })

  test('finds by address too', async () => {
    const db = await withVenues('The Blue Lantern', 'The Red Lantern')
    expect(await found(db, 'lantern 101 u')).toEqual(['The Red Lantern'])
  })

  test('leaves the list whole when nothing but signs is typed', async () => {
    const db = await withVenues('The Blue Lantern', 'The Red Lantern')
    expect(await matchesWords(db, '')).toBeUndefined()
    expect(await found(db, ' " * ( ')).toEqual(['The Blue Lantern', 'The Red Lantern'])
  })

  test('follows a venue that is renamed or removed', async () => {
    const db = await withVenues('The Blue Lantern', 'The Red Lantern')
    await db.transaction(async (tx) => {
      await tx.update(venues).set({ name: 'The Green Door' }).where(eq(venues.slug, 'venue-0'))
      await tx.delete(venues).where(eq(venues.slug, 'venue-1'))
    })
    expect(await found(db, 'lantern')).toEqual([])
    expect(await found(db, 'green')).toEqual(['The Green Door'])
  })

  test('reads words that mean something to the engine as words', async () => {
    const db = await withVenues('Near And Not', 'The Or')
    expect(await found(db, 'NEAR( AND NOT')).toEqual(['Near And Not'])
    expect(await found(db, 'name:or')).toEqual([])
    expect(await found(db, 'OR')).toEqual(['The Or'])
    expect(await found(db, '"the" OR*')).toEqual(['The Or'])
  })

  test('finds all and in order when a word is shared by very many', async () => {
    const names = Array.from(
      { length: 1_500 },
      (_, n) => `${n % 3 ? 'Lantern' : 'Moon'} ${1e4 + n}`,
    )
    const db = await withVenues(...names)
    const lanterns = names.filter((name) => name.startsWith('Lantern')).sort()
    expect(lanterns.length).toBe(1_000)
    expect(await found(db, 'lantern')).toEqual(lanterns)
    expect(await found(db, 'moon')).toEqual(names.filter((name) => name.startsWith('Moon')).sort())
  })

  test('answers whatever is typed', async () => {
    const db = await withVenues('The Blue Lantern')
    const hostile = [...naughty, '\0', '\ud800', 'a\0b', '"'.repeat(9999), 'é'.repeat(99_999)]
    expect(hostile.length).toBeGreaterThan(500)
    for (const typed of hostile) expect(Array.isArray(await found(db, typed))).toBe(true)
  })

  test('finds every naughty name by itself, if it has a letter or a digit', async () => {
    // The engine knows the signs of Unicode 6.1: emoji and marks of direction came later.
    const names = naughty.filter(
      (name) => /[\p{L}\p{N}]/u.test(name) && !/\p{Cf}|\p{ExtPict}/u.test(name),
    )
    expect(names.length).toBeGreaterThan(400)
    const db = await withVenues(...names)
    const lost: string[] = []
    for (const name of names) if (!(await found(db, name)).includes(name)) lost.push(name)
    expect(lost).toEqual([])
  })
})

async function withVenues(...names: string[]): Promise<Database> {
  const db = aDatabase()
  const rows = names.map((name, index) => ({
    id: `ven_${index}` as VenueId,
    slug: `venue-${index}`,
    name,
    address: `${100 + index} U St NW`,
    source: 'typed' as const,
    profile: { securityStaff: null },
    createdAt: new Date(0),
  }))
  await db.transaction(async (tx) => void (await tx.insert(venues).values(rows)))
  return db
}

async function found(db: Database, typed: string): Promise<string[]> {
  const rows = await db
    .select({ name: venues.name })
    .from(venues)
    .where(await matchesWords(db, typed))
    .orderBy(asc(venues.name))
  return rows.map((row) => row.name)
}
