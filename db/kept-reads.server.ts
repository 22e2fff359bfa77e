import type { Database, Reader } from './open.server'

type Kept<Value> = { version: number; values: Map<string, Promise<Value>> }

/** So many keys are kept of one read; after that it begins anew. */
const most = 500

/**
 * A read whose answer is kept until anything at all is committed, one for each key. For what every
 * page asks and hardly anybody changes; whoever gets the value must not change it. Inside a
 * transaction it is read anew.
 */
export function keptUntilCommit<Value>(read: (db: Reader, key: string) => Promise<Value>) {
  const kept = new WeakMap<Reader, Kept<Value>>()
  return (db: Reader, key = ''): Promise<Value> => {
    if (!isDatabase(db)) return read(db, key)
    const version = db.version()
    const before = kept.get(db)
    const now = before?.version === version ? before : { version, values: new Map() }
    if (now !== before) kept.set(db, now)
    const known = now.values.get(key)
    if (known) return known
    // A query of drizzle runs each time it is awaited; a promise of it runs once.
    const reading = (async () => read(db, key))()
    if (now.values.size >= most) now.values.clear()
    now.values.set(key, reading)
    reading.catch(() => now.values.delete(key))
    return reading
  }
}

function isDatabase(db: Reader): db is Database {
  return 'version' in db
}
