import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { performance } from 'node:perf_hooks'
import { asc, eq, sql } from 'drizzle-orm'
import { describe, expect, onTestFinished, test } from 'vitest'
import { type Database, prepared, type Tx } from '~db/open.server'
import { DatabaseBusy } from '~db/transact.server'
import { aSmallDatabase, lamps, picky, shades, withConnection } from './small'

describe('a transaction', () => {
  test('keeps what it wrote and returns what its callback returned', async () => {
    const { db } = aSmallDatabase()
    const answer = await db.transaction(async (tx) => {
      await tx.insert(lamps).values({ id: 'a', color: 'amber' })
      return 'lit'
    })
    expect(answer).toBe('lit')
    expect(await colors(db)).toEqual(['amber'])
  })

  test('sees its own writes, which nobody else sees before its end', async () => {
    const { db, file } = aSmallDatabase()
    await db.transaction(async (tx) => {
      await tx.insert(lamps).values({ id: 'a', color: 'amber' })
      expect(await colors(tx)).toEqual(['amber'])
      expect(countOnAnotherConnection(file)).toBe(0)
    })
    expect(countOnAnotherConnection(file)).toBe(1)
  })

  test('undoes everything when its callback fails, and passes the failure on', async () => {
    const { db } = aSmallDatabase()
    const work = db.transaction(async (tx) => {
      await tx.insert(lamps).values({ id: 'a', color: 'amber' })
      throw new Error('the bulb broke')
    })
    await expect(work).rejects.toThrow('the bulb broke')
    expect(await colors(db)).toEqual([])
  })

  test('undoes everything when the commit fails, and the next one works', async () => {
    const { db } = aSmallDatabase()
    const work = db.transaction(async (tx) => {
      await tx.insert(lamps).values({ id: 'a', color: 'amber' })
      await tx.insert(shades).values({ id: 's', lampId: 'no such lamp' })
    })
    await expect(work).rejects.toThrow('FOREIGN KEY constraint failed')
    expect(await colors(db)).toEqual([])

    await db.transaction(async (tx) => void (await tx.insert(lamps).values(blue)))
    expect(await colors(db)).toEqual(['blue'])
  })

  test('may await nothing of the database', async () => {
    const { db } = aSmallDatabase()
    expect(await db.transaction(async () => 7)).toBe(7)
    expect(await db.transaction(async () => await Promise.resolve(8))).toBe(8)
  })

  test('fails when its callback throws before it awaits anything', async () => {
    const { db } = aSmallDatabase()
    const work = db.transaction(() => {
      throw new Error('at once')
    })
    await expect(work).rejects.toThrow('at once')
    expect(await db.transaction(async () => 'next')).toBe('next')
  })

  test('stops when the database undoes it by itself, as a full disk makes it do', async () => {
    const { db } = aSmallDatabase()
    const work = db.transaction(async (tx) => {
      await tx.insert(lamps).values({ id: 'a', color: 'amber' })
      await tx
        .insert(picky)
        .values([{ number: 1 }, { number: 1 }])
        .catch(() => undefined)
      await tx.insert(lamps).values(blue)
    })
    await expect(work).rejects.toThrow('The database has undone this transaction.')
    expect(await colors(db)).toEqual([])
  })
})

describe('one writer at a time', () => {
  test('two concurrent transactions happen one after the other', async () => {
    const { db } = aSmallDatabase()
    await db.transaction(async (tx) => void (await tx.insert(lamps).values(counter(0))))
    await Promise.all([addOne(db), addOne(db)])
    expect(await numberOf(db)).toBe(2)
  })

  test('fifty at once run in the order in which they asked, and none overlaps another', async () => {
    const { db } = aSmallDatabase()
    const seen: string[] = []
    const numbers = Array.from({ length: 50 }, (_, number) => number)
    await Promise.all(
      numbers.map((number) =>
        db.transaction(async (tx) => {
          seen.push(`${number} begins`)
          await turnOfTheLoop()
          await tx.insert(lamps).values({ id: String(number), color: 'amber', number })
          seen.push(`${number} ends`)
        }),
      ),
    )
    expect(seen).toEqual(numbers.flatMap((number) => [`${number} begins`, `${number} ends`]))
  })

  test('a failure does not hold up those who wait behind it', async () => {
    const { db } = aSmallDatabase()
    const failing = db.transaction(async () => {
      throw new Error('no')
    })
    const next = db.transaction(async () => 'yes')
    await expect(failing).rejects.toThrow('no')
    expect(await next).toBe('yes')
  })
})

describe('a nested call', () => {
  test('joins: it sees and shares the outer writes', async () => {
    const { db } = aSmallDatabase()
    await db.transaction(async (outer) => {
      await outer.insert(lamps).values({ id: 'a', color: 'amber' })
      await db.transaction(async (inner) => {
        expect(await colors(inner)).toEqual(['amber'])
        await inner.insert(lamps).values(blue)
      })
      expect(await colors(outer)).toEqual(['amber', 'blue'])
    })
    expect(await colors(db)).toEqual(['amber', 'blue'])
  })

  test('is undone with the outer one', async () => {
    const { db } = aSmallDatabase()
    const work = db.transaction(async () => {
      await db.transaction(async (inner) => void (await inner.insert(lamps).values(blue)))
      throw new Error('too late')
    })
    await expect(work).rejects.toThrow('too late')
    expect(await colors(db)).toEqual([])
  })

  test('dooms the whole transaction when it fails, even if the failure is caught', async () => {
    const { db } = aSmallDatabase()
    let caught = ''
    const work = db.transaction(async (outer) => {
      await outer.insert(lamps).values({ id: 'a', color: 'amber' })
      await db
        .transaction(async () => {
          throw new Error('inside')
        })
        .catch((error: Error) => {
          caught = error.message
        })
      return 'as if nothing had happened'
    })
    await expect(work).rejects.toThrow('inside')
    expect(caught).toBe('inside')
    expect(await colors(db)).toEqual([])
  })

  test('that nobody awaits undoes the whole, so that no half is kept', async () => {
    const { db } = aSmallDatabase()
    let inner: Promise<unknown> = Promise.resolve()
    const work = db.transaction(async (outer) => {
      await outer.insert(lamps).values({ id: 'a', color: 'amber' })
      inner = db.transaction(async (tx) => {
        await turnOfTheLoop()
        await tx.insert(lamps).values(blue)
      })
    })
    await expect(work).rejects.toThrow('A nested transaction was not awaited.')
    await expect(inner).rejects.toThrow('This transaction is over')
    expect(await colors(db)).toEqual([])
  })
})

describe('the handles', () => {
  const lampById = prepared((db) =>
    db
      .select()
      .from(lamps)
      .where(eq(lamps.id, sql.placeholder('id'))),
  )

  test('tx throws after its end, prepared reads and kept statements too', async () => {
    const { db } = aSmallDatabase()
    const [tx, statement] = await db.transaction(
      async (tx) => [tx, tx.select().from(lamps).prepare()] as const,
    )
    const over = 'This transaction is over; its tx cannot be used any more.'
    await expect(async () => await tx.select().from(lamps)).rejects.toThrow(over)
    await expect(async () => await tx.insert(lamps).values(blue)).rejects.toThrow(over)
    await expect(lampById(tx).execute({ id: 'a' })).rejects.toThrow(over)
    await expect(async () => await statement.execute()).rejects.toThrow(over)
  })

  test('tx of one transaction throws while the next one runs', async () => {
    const { db } = aSmallDatabase()
    const first = await db.transaction(async (tx) => tx)
    await db.transaction(async () => {
      await expect(async () => await first.insert(lamps).values(blue)).rejects.toThrow('over')
    })
    expect(await colors(db)).toEqual([])
  })

  test('the outer db throws inside a transaction, prepared reads too', async () => {
    const { db } = aSmallDatabase()
    const instead = 'Inside a transaction, use tx instead of db.'
    await db.transaction(async (tx) => {
      await expect(async () => await db.select().from(lamps)).rejects.toThrow(instead)
      await expect(lampById(db).execute({ id: 'a' })).rejects.toThrow(instead)
      await expect(db.close()).rejects.toThrow(instead)
      expect(await lampById(tx).execute({ id: 'a' })).toEqual([])
    })
    expect(await db.select().from(lamps)).toEqual([])
  })

  test('the outer db still reads elsewhere while a transaction is open', async () => {
    const { db } = aSmallDatabase()
    const gate = aGate()
    const work = db.transaction(async (tx) => {
      await tx.insert(lamps).values(blue)
      await gate.opened
    })
    await turnOfTheLoop()
    expect(await colors(db)).toEqual([])
    gate.open()
    await work
    expect(await colors(db)).toEqual(['blue'])
  })

  test("drizzle's own transactions are refused", async () => {
    const { db } = aSmallDatabase()
    const own = await db
      .transaction(async (tx) => {
        const { transaction } = tx as unknown as Database
        return Promise.resolve(transaction).then((begin) => begin(async () => 0))
      })
      .catch((error: Error) => error.message)
    expect(own).toBe('Inside a transaction, call db.transaction again: it joins.')
  })

  test('work that outlives its transaction starts one of its own', async () => {
    const { db } = aSmallDatabase()
    const gate = aGate()
    const later = await db.transaction(async () => ({
      done: gate.opened.then(() => addLamp(db)),
    }))
    gate.open()
    await later.done
    expect(await colors(db)).toEqual(['blue'])
  })
})

describe('a lock that another process holds', () => {
  test('for a second: reads answer within 50 ms, and the write gets through after it', async () => {
    const { db, file } = aSmallDatabase()
    const lock = await anotherProcessLocks(file)
    const asked = performance.now()
    const write = addLamp(db)
    const reads = await readUntil(db, asked + 1_000)
    expect(await colors(db)).toEqual([])
    await lock.letGo()
    await write
    expect(await colors(db)).toEqual(['blue'])

    // A busy machine may hold up one read or another; a frozen loop would let none through.
    expect(reads).toBeGreaterThan(20)
  })

  test('for longer than five seconds: the write is refused in words fit to show', async () => {
    const { db, file } = aSmallDatabase()
    const lock = await anotherProcessLocks(file)
    const asked = performance.now()
    const [first, second] = await Promise.allSettled([addLamp(db), addLamp(db)])
    const waited = performance.now() - asked
    await lock.letGo()

    const refusal = new DatabaseBusy()
    expect(refusal.message).toBe(
      'The database is busy. Nothing was saved; please try again in a moment.',
    )
    expect(first).toEqual({ status: 'rejected', reason: refusal })
    // The one behind it has waited as long, and does not start five seconds of its own.
    expect(second).toEqual({ status: 'rejected', reason: refusal })
    expect(waited).toBeGreaterThanOrEqual(4_990)
    await addLamp(db)
    expect(await colors(db)).toEqual(['blue'])
  }, 20_000)
})

const blue = { id: 'b', color: 'blue' }
const counter = (number: number) => ({ id: 'counter', color: 'amber', number })

async function colors(db: Database | Tx): Promise<string[]> {
  const rows = await db.select({ color: lamps.color }).from(lamps).orderBy(asc(lamps.color))
  return rows.map((row) => row.color)
}

function addLamp(db: Database) {
  return db.transaction(async (tx) => void (await tx.insert(lamps).values(blue)))
}

function addOne(db: Database) {
  return db.transaction(async (tx) => {
    const number = await numberOf(tx)
    await turnOfTheLoop()
    await tx.update(lamps).set({ number: number + 1 })
  })
}

async function numberOf(db: Database | Tx): Promise<number> {
  const [row] = await db.select({ number: lamps.number }).from(lamps)
  return row?.number ?? 0
}

function countOnAnotherConnection(file: string): unknown {
  return withConnection(file, (connection) =>
    connection.prepare('SELECT count(*) FROM lamps').pluck().get(),
  )
}

function turnOfTheLoop(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}

function aGate() {
  let open = () => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { open, opened }
}

async function anotherProcessLocks(file: string) {
  const child = spawn(process.execPath, ['tests/support/hold-lock.mjs', file], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill())
  await once(child.stdout, 'data')
  return {
    async letGo() {
      child.stdin.end()
      await once(child, 'exit')
    },
  }
}

/** Reads again and again until `end`; how many reads were answered within 50 ms. */
async function readUntil(db: Database, end: number) {
  let withinFiftyMs = 0
  while (performance.now() < end) {
    const asked = performance.now()
    await turnOfTheLoop()
    await db.select().from(lamps)
    const waited = performance.now() - asked
    if (waited < 50) withinFiftyMs += 1
  }
  return withinFiftyMs
}
