import Sqlite from 'better-sqlite3'

type Asks = Record<'all' | 'get', (this: { source: string }, ...values: unknown[]) => unknown>

/**
 * How many statements the database is asked while the work is done, prepared ones included. Whether
 * anything was committed meanwhile is no question to its tables, and is not counted.
 */
export async function countQueries(work: () => Promise<unknown>): Promise<number> {
  const connection = new Sqlite(':memory:')
  const statements = Object.getPrototypeOf(connection.prepare('SELECT 1')) as Asks
  connection.close()
  const { all, get } = statements
  let count = 0
  statements.all = function (...values) {
    if (!/^PRAGMA/.test(this.source)) count += 1
    return all.apply(this, values)
  }
  statements.get = function (...values) {
    if (!/^PRAGMA/.test(this.source)) count += 1
    return get.apply(this, values)
  }
  try {
    await work()
    return count
  } finally {
    Object.assign(statements, { all, get })
  }
}
