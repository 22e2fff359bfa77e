import { existsSync } from 'node:fs'
import { eq, gt, sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { openDatabase, prepared, refuseOldEngine, type Tx } from '~db/open.server'
import { isCheckViolation, isForeignKeyViolation, isUniqueViolation } from '~db/violations.server'
import { aFolder, aSmallDatabase, lamps, shades, withConnection } from './small'

const amber = { id: 'a', color: 'amber', number: 1 }

describe('an open database', () => {
  test('writes ahead, waits for the disk and holds to references', async () => {
    const { db, file } = aSmallDatabase({})
    const setting = async (name: string) => {
      const rows = await db.transaction((tx) => pragma(tx, name))
      return rows[0]?.value
    }
    expect(await setting('journal_mode')).toBe('wal')
    expect(await setting('synchronous')).toBe(2)
    expect(await setting('foreign_keys')).toBe(1)
    expect(await setting('busy_timeout')).toBe(0)
    expect(existsSync(`${file}-wal`)).toBe(true)
  })

  test('does not wait for the disk where a test asks for that', async () => {
    const { db } = aSmallDatabase({ synchronous: 'OFF' })
    const rows = await db.transaction((tx) => pragma(tx, 'synchronous'))
    expect(rows).toEqual([{ value: 0 }])
  })

  test('is written only in a transaction', async () => {
    const { db } = aSmallDatabase()
    const asTx = db as unknown as Tx
    const refusal = 'Every write goes through db.transaction.'
    await expect(async () => await asTx.insert(lamps).values(amber)).rejects.toThrow(refusal)
    await expect(async () => await asTx.update(lamps).set({ number: 2 })).rejects.toThrow(refusal)
    await expect(async () => await asTx.delete(lamps)).rejects.toThrow(refusal)
    expect(await db.select().from(lamps)).toEqual([])
  })

  test('closes after the transactions that were asked for, and leaves one whole file', async () => {
    const { file } = aSmallDatabase()
    const db = openDatabase(file, { synchronous: 'OFF' })
    const write = db.transaction(async (tx) => void (await tx.insert(lamps).values(amber)))
    await Promise.all([write, db.close()])
    await expect(db.transaction(async () => 0)).rejects.toThrow('not open')
    const rows = withConnection(file, (c) => c.prepare('SELECT count(*) FROM lamps').pluck().get())
    expect(rows).toBe(1)
  })

  test('says so when its folder does not exist', () => {
    const file = `${aFolder()}/no/such/folder/small.sqlite`
    expect(() => openDatabase(file)).toThrow('directory does not exist')
  })
})

test('an engine that can lose commits is refused by name', () => {
  expect(() => refuseOldEngine('3.51.3')).not.toThrow()
  expect(() => refuseOldEngine('3.53.2')).not.toThrow()
  expect(() => refuseOldEngine('4.0.0')).not.toThrow()
  expect(() => refuseOldEngine('3.51.2')).toThrow(
    'SQLite 3.51.2 can lose saved work, so Lamplight needs 3.51.3 or later. Run "npm ci" to get it.',
  )
  expect(() => refuseOldEngine('3.9.99')).toThrow('SQLite 3.9.99 can lose saved work')
})

describe('the query builder, awaited', () => {
  test('reads, inserts, updates and deletes, and counts rows by what is returned', async () => {
    const { db } = aSmallDatabase()
    await db.transaction(async (tx) => {
      const inserted = await tx
        .insert(lamps)
        .values([amber, { id: 'b', color: 'blue', number: 2 }])
        .returning({ id: lamps.id })
      expect(inserted).toEqual([{ id: 'a' }, { id: 'b' }])

      const move = (from: number) =>
        tx.update(lamps).set({ number: 7 }).where(eq(lamps.number, from)).returning()
      expect(await move(1)).toEqual([{ ...amber, number: 7 }])
      expect(await move(1)).toEqual([])

      expect(await tx.delete(lamps).where(eq(lamps.id, 'b')).returning({ id: lamps.id })).toEqual([
        { id: 'b' },
      ])
    })
    expect(await db.select().from(lamps)).toEqual([{ ...amber, number: 7 }])
    expect(await db.$count(lamps)).toBe(1)
    const numbered = db.$with('numbered').as(db.select().from(lamps).where(gt(lamps.number, 5)))
    expect(await db.with(numbered).select({ id: numbered.id }).from(numbered)).toEqual([
      { id: 'a' },
    ])
  })

  test('names columns in snake case', async () => {
    const { db, file } = aSmallDatabase()
    await db.transaction(async (tx) => {
      await tx.insert(lamps).values(amber)
      await tx.insert(shades).values({ id: 's', lampId: 'a' })
    })
    const rows = withConnection(file, (c) => c.prepare('SELECT lamp_id FROM shades').all())
    expect(rows).toEqual([{ lamp_id: 'a' }])
  })
})

describe('a prepared read', () => {
  test('is built once for each connection, however often it is executed', async () => {
    let built = 0
    const lampById = prepared((db) => {
      built += 1
      return db
        .select()
        .from(lamps)
        .where(eq(lamps.id, sql.placeholder('id')))
    })
    const { db } = aSmallDatabase()
    expect(await lampById(db).execute({ id: 'a' })).toEqual([])
    for (const id of ['a', 'b']) {
      await db.transaction(async (tx) => {
        await tx.insert(lamps).values({ id, color: 'amber' })
        expect(await lampById(tx).execute({ id })).toEqual([{ id, color: 'amber', number: null }])
      })
    }
    expect(await lampById(db).execute({ id: 'b' })).toHaveLength(1)
    expect(built).toBe(2)
    expect(await lampById(aSmallDatabase().db).execute({ id: 'b' })).toEqual([])
    expect(built).toBe(3)
  })
})

describe('what the engine refuses', () => {
  test('is told apart, through whatever wraps it', async () => {
    const { db } = aSmallDatabase()
    await db.transaction(async (tx) => void (await tx.insert(lamps).values(amber)))
    const sameKey = await failure((tx) => tx.insert(lamps).values({ ...amber, number: 9 }))
    const sameNumber = await failure((tx) => tx.insert(lamps).values({ ...amber, id: 'b' }))
    const noColor = await failure((tx) => tx.insert(lamps).values({ id: 'b', color: '' }))
    const noLamp = await failure((tx) => tx.insert(shades).values({ id: 's', lampId: 'x' }))

    expect(isUniqueViolation(sameKey)).toBe(true)
    expect(isUniqueViolation(sameKey, lamps.id)).toBe(true)
    expect(isUniqueViolation(sameKey, lamps.number)).toBe(false)
    expect(isUniqueViolation(sameNumber, lamps.number)).toBe(true)
    expect(isUniqueViolation(sameNumber, lamps.number, lamps.id)).toBe(false)
    expect(isUniqueViolation(new Error('wrapped', { cause: sameNumber }))).toBe(true)
    expect([noColor, noLamp].map((error) => isUniqueViolation(error))).toEqual([false, false])
    expect([sameKey, noColor, noLamp].map(isForeignKeyViolation)).toEqual([false, false, true])
    expect([sameKey, noColor, noLamp].map(isCheckViolation)).toEqual([false, true, false])

    async function failure(write: (tx: Tx) => PromiseLike<unknown>): Promise<unknown> {
      return db.transaction(async (tx) => void (await write(tx))).catch((error: unknown) => error)
    }
  })

  test('removing a row that another points at is a foreign key violation', async () => {
    const { db } = aSmallDatabase()
    await db.transaction(async (tx) => {
      await tx.insert(lamps).values(amber)
      await tx.insert(shades).values({ id: 's', lampId: 'a' })
    })
    const error = await db
      .transaction(async (tx) => void (await tx.delete(lamps)))
      .catch((error: unknown) => error)
    expect(isForeignKeyViolation(error)).toBe(true)
    expect(isUniqueViolation(error)).toBe(false)
  })
})

/** A setting of the writer, read through the query builder so that the test needs no way around it. */
function pragma(tx: Tx, name: string) {
  const source = sql.raw(`pragma_${name}`)
  const column = name === 'busy_timeout' ? 'timeout' : name
  return tx.select({ value: sql<unknown>`${sql.raw(column)}` }).from(source)
}
