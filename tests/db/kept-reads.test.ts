import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { keptUntilCommit } from '~db/kept-reads.server'
import { districts } from '~db/schema'
import { countQueries } from '~tests/support/count-queries'
import { aDatabase } from '~tests/support/database'
import { aDistrict } from '~tests/support/factories'

function aKeptRead() {
  const asked: string[] = []
  const namesLike = keptUntilCommit(async (db, slug) => {
    asked.push(slug)
    const rows = await db.select().from(districts).where(eq(districts.slug, slug))
    return rows.map(({ name }) => name)
  })
  return { namesLike, asked }
}

test('what was read is kept, by its key, until anything is committed', async () => {
  const db = aDatabase()
  const { namesLike, asked } = aKeptRead()
  await aDistrict(db, 'Harbor')
  expect([await namesLike(db, 'harbor'), await namesLike(db, 'harbor')]).toEqual([
    ['Harbor'],
    ['Harbor'],
  ])
  expect(await namesLike(db, 'mill')).toEqual([])
  expect(asked).toEqual(['harbor', 'mill'])
  await aDistrict(db, 'Mill')
  expect(await namesLike(db, 'mill')).toEqual(['Mill'])
  expect(asked).toEqual(['harbor', 'mill', 'mill'])
})

test('a query that is handed out unawaited is asked once, too', async () => {
  const db = aDatabase()
  const all = keptUntilCommit((db) => db.select().from(districts))
  expect(await countQueries(async () => [await all(db), await all(db)])).toBe(1)
})

test('inside a transaction its own writes are read, and none of them is kept when it fails', async () => {
  const db = aDatabase()
  const { namesLike } = aKeptRead()
  expect(await namesLike(db, 'harbor')).toEqual([])
  const undone = db.transaction(async (tx) => {
    const row = {
      id: 'dis_0000000000000000',
      slug: 'harbor',
      name: 'Harbor',
      createdAt: new Date(0),
    } as const
    await tx.insert(districts).values(row)
    expect(await namesLike(tx, 'harbor')).toEqual(['Harbor'])
    throw new Error('not after all')
  })
  await expect(undone).rejects.toThrow('not after all')
  expect(await namesLike(db, 'harbor')).toEqual([])
})

test('inside a transaction the outer database is refused here too', async () => {
  const db = aDatabase()
  const { namesLike } = aKeptRead()
  await namesLike(db, 'harbor')
  await expect(db.transaction(() => namesLike(db, 'harbor'))).rejects.toThrow('use tx instead')
})

test('a read that fails is tried again', async () => {
  const db = aDatabase()
  let tries = 0
  const read = keptUntilCommit(async () => {
    tries += 1
    if (tries === 1) throw new Error('once')
    return tries
  })
  await expect(read(db)).rejects.toThrow('once')
  expect(await read(db)).toBe(2)
})
