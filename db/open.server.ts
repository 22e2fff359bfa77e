import Sqlite from 'better-sqlite3'
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3'
import { type Transact, transactionsOn } from './transact.server'

type Orm = BetterSQLite3Database<Record<string, never>>
type Build = (db: Reader) => { prepare(): Statement }
type Statement = { execute(values?: Record<string, unknown>): PromiseLike<unknown> }

/** What belongs to one connection: its statements, prepared once and kept. */
type Kept = { orm: Orm; statements: WeakMap<Build, Statement>; guard: () => void }

/** Columns are camel case in code and snake case in the database, here and in drizzle.config.ts. */
const casing = 'snake_case'

const kept = Symbol('kept')

/** What a query function needs. Both the open database and a transaction give it. */
export type Reader = Pick<Orm, 'select' | 'selectDistinct' | '$with' | '$count'> & {
  with(
    ...queries: Parameters<Orm['with']>
  ): Pick<ReturnType<Orm['with']>, 'select' | 'selectDistinct'>
  readonly [kept]: Kept
}

/** What a transaction gives: reads that see its own writes, and the only way to write. */
export type Tx = Reader & Pick<Orm, 'insert' | 'update' | 'delete'>

export type Database = Reader & {
  /** Where it is, for a thread that opens connections of its own. */
  readonly file: string
  /** One use case, one transaction. Nothing is awaited in it but the database. */
  transaction: Transact<Tx>['transaction']
  /** Another number after each commit, by whichever connection or process: for whoever keeps what was read. */
  version(): number
  /** Closes once the transactions that were asked for are over. */
  close(): Promise<void>
}

export type OpenOptions = {
  /** OFF is for tests alone: it answers before the disk has the row. */
  synchronous?: 'FULL' | 'OFF'
}

/**
 * Opens the database: a connection that writes and one that only reads, so that a page never
 * waits for a write. This is the one place that knows the engine.
 */
export function openDatabase(file: string, options: OpenOptions = {}): Database {
  const writer = openWriter(file, options.synchronous ?? 'FULL')
  const reader = new Sqlite(file, { readonly: true, fileMustExist: true, timeout: 1_000 })

  const writing = { orm: drizzle({ client: writer, casing }), statements: new WeakMap() }
  const transact = transactionsOn<Tx>(writer, (guard) => {
    const orm = drizzle({ client: guarded(writer, guard), casing })
    return Object.assign(orm, { [kept]: { ...writing, guard }, transaction: refuseOwn })
  })

  const guard = transact.refuseInside
  const dataVersion = reader.prepare('PRAGMA data_version').pluck()
  return Object.assign(drizzle({ client: guarded(reader, guard), casing }), {
    [kept]: { orm: drizzle({ client: reader, casing }), statements: new WeakMap(), guard },
    file,
    transaction: transact.transaction,
    version: () => {
      guard()
      return Number(dataVersion.get())
    },
    close: () =>
      transact.afterAll(async () => {
        reader.close()
        writer.close()
      }),
  })
}

/** Opens the database to read it alone, beside a running server or as a copy. It writes nothing, and makes no file. */
export function openToRead(file: string): Reader & Pick<Database, 'close'> {
  const reader = new Sqlite(file, { readonly: true, fileMustExist: true, timeout: 5_000 })
  const orm = drizzle({ client: reader, casing })
  return Object.assign(drizzle({ client: reader, casing }), {
    [kept]: { orm, statements: new WeakMap(), guard: () => undefined },
    close: async () => {
      reader.close()
    },
  })
}

/**
 * A read that is prepared at its first use and kept for as long as its connection: for hot reads,
 * ten times faster than building it each time. `await venueByLicense(db).execute({ license })`.
 */
export function prepared<Rows>(
  build: (db: Reader) => {
    prepare(): { execute(values?: Record<string, unknown>): PromiseLike<Rows> }
  },
): (db: Reader) => { execute(values?: Record<string, unknown>): Promise<Rows> } {
  return (db) => ({
    async execute(values) {
      const { orm, statements, guard } = db[kept]
      guard()
      const known = statements.get(build) as ReturnType<ReturnType<typeof build>['prepare']>
      const statement = known ?? build(orm as Orm & Reader).prepare()
      if (!known) statements.set(build, statement)
      return statement.execute(values)
    },
  })
}

/** SQLite up to 3.51.2 can lose commits in its write-ahead log. */
export function refuseOldEngine(version: string): void {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number)
  if (major * 1e6 + minor * 1e3 + patch >= 3_051_003) return
  throw new Error(
    `SQLite ${version} can lose saved work, so Lamplight needs 3.51.3 or later. Run "npm ci" to get it.`,
  )
}

function openWriter(file: string, synchronous: 'FULL' | 'OFF'): Sqlite.Database {
  const writer = new Sqlite(file, { timeout: 5_000 })
  try {
    refuseOldEngine(String(writer.prepare('SELECT sqlite_version()').pluck().get()))
    writer.pragma('journal_mode = WAL')
    writer.pragma(`synchronous = ${synchronous}`)
    writer.pragma('foreign_keys = ON')
    writer.pragma('journal_size_limit = 67108864')
    writer.pragma('busy_timeout = 0')
    return writer
  } catch (error) {
    writer.close()
    throw error
  }
}

/** The part of a connection that drizzle uses, asking `guard` before every statement. */
function guarded(connection: Sqlite.Database, guard: () => void): Sqlite.Database {
  const client = {
    prepare(sql: string) {
      guard()
      const statement = connection.prepare(sql)
      if (connection.readonly && !statement.readonly) {
        throw new Error('Every write goes through db.transaction.')
      }
      const checked = {
        run: (...values: unknown[]) => {
          guard()
          return statement.run(...values)
        },
        all: (...values: unknown[]) => {
          guard()
          return statement.all(...values)
        },
        get: (...values: unknown[]) => {
          guard()
          return statement.get(...values)
        },
        raw: () => {
          statement.raw()
          return checked
        },
      }
      return checked
    },
    transaction: refuseOwn,
  }
  return client as unknown as Sqlite.Database
}

function refuseOwn(): never {
  throw new Error('Inside a transaction, call db.transaction again: it joins.')
}
