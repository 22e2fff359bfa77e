import { AsyncLocalStorage } from 'node:async_hooks'
import { setTimeout as delay } from 'node:timers/promises'
import type { Database as Connection } from 'better-sqlite3'
import { isBusy } from './violations.server'

/** Another process kept the database locked for as long as a person can be asked to wait. */
export class DatabaseBusy extends Error {
  override name = 'DatabaseBusy'
  constructor(cause?: unknown) {
    super('The database is busy. Nothing was saved; please try again in a moment.', { cause })
  }
}

export type Transact<Tx> = {
  transaction<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result>
  /** Throws where a transaction is open, in which only its own handle may be used. */
  refuseInside(): void
  /** Runs once every transaction that was asked for before it is over. */
  afterAll<Result>(run: () => Promise<Result>): Promise<Result>
}

type Running<Tx> = { tx: Tx; ended: boolean; joined: number; failure: { error: unknown } | null }

const patience = 5_000

/**
 * Transactions on one writer connection, one at a time, first come first served. `handleFor`
 * makes what the callback receives; the handle calls the guard it is given before each statement.
 *
 * Only BEGIN is retried here, so a callback runs once on SQLite. Callers must still bear that it
 * runs twice: an engine that finds conflicts at COMMIT runs it again.
 */
export function transactionsOn<Tx>(
  writer: Connection,
  handleFor: (guard: () => void) => Tx,
): Transact<Tx> {
  const context = new AsyncLocalStorage<Running<Tx>>()
  const beginNow = writer.prepare('BEGIN IMMEDIATE')
  const commitNow = writer.prepare('COMMIT')
  let last: Promise<unknown> = Promise.resolve()

  return { transaction, refuseInside, afterAll }

  async function transaction<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
    const outer = open()
    if (outer) return join(outer, work)

    const deadline = performance.now() + patience
    return inTurn(async () => {
      await begin(deadline)
      return run(work)
    })
  }

  async function run<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
    const running: Running<Tx> = {
      tx: handleFor(() => refuseUnlessOpen(running)),
      ended: false,
      joined: 0,
      failure: null,
    }
    try {
      const result = await context.run(running, async () => work(running.tx))
      if (running.failure) throw running.failure.error
      if (running.joined > 0) throw new Error('A nested transaction was not awaited.')
      commitNow.run()
      return result
    } finally {
      running.ended = true
      rollBack()
    }
  }

  /** A failure in here undoes all of the outer transaction, whoever catches it: half a deed is none. */
  async function join<Result>(outer: Running<Tx>, work: (tx: Tx) => Promise<Result>) {
    outer.joined += 1
    try {
      return await work(outer.tx)
    } catch (error) {
      outer.failure ??= { error }
      throw error
    } finally {
      outer.joined -= 1
    }
  }

  /** Waits between tries without blocking, so that a lock held elsewhere never freezes the loop. */
  async function begin(deadline: number): Promise<void> {
    rollBack()
    for (let pause = 10; ; pause = Math.min(pause * 2, 100)) {
      try {
        beginNow.run()
        return
      } catch (error) {
        if (!isBusy(error)) throw error
        const left = deadline - performance.now()
        if (left <= 0) throw new DatabaseBusy(error)
        await delay(Math.min(left, pause * (0.5 + Math.random())))
      }
    }
  }

  function inTurn<Result>(run: () => Promise<Result>): Promise<Result> {
    const result = last.then(run)
    last = result.catch(() => undefined)
    return result
  }

  async function afterAll<Result>(run: () => Promise<Result>): Promise<Result> {
    refuseInside()
    return inTurn(run)
  }

  function open(): Running<Tx> | undefined {
    const running = context.getStore()
    return running?.ended ? undefined : running
  }

  function refuseInside(): void {
    if (open()) throw new Error('Inside a transaction, use tx instead of db.')
  }

  function refuseUnlessOpen(running: Running<Tx>): void {
    if (running.ended) throw new Error('This transaction is over; its tx cannot be used any more.')
    // A full disk makes SQLite roll back by itself, after which a statement would commit alone.
    if (!writer.inTransaction) throw new Error('The database has undone this transaction.')
  }

  function rollBack(): void {
    try {
      if (writer.inTransaction) writer.exec('ROLLBACK')
    } catch {
      // The error that led here is the one to tell, and the next begin tries this again.
    }
  }
}
