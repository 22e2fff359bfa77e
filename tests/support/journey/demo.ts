import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import type { RunningLamplight } from '../server'

/** One value out of the database of a running site; '' where there is none. */
export function storedValue(
  { dataDir }: RunningLamplight,
  sql: string,
  ...given: string[]
): string {
  return opened(dataDir, true, (db) =>
    String(
      db
        .prepare(`${sql} LIMIT 1`)
        .pluck()
        .get(...given) ?? '',
    ),
  )
}

export function venueNamed(site: RunningLamplight, name: string): string {
  return storedValue(site, 'SELECT id FROM venues WHERE name = ?', name)
}

/** What the clock does to a session that nobody uses for long enough. */
export function endSessionsOf({ dataDir }: RunningLamplight, name: string): void {
  opened(dataDir, false, (db) =>
    db
      .prepare(
        'UPDATE sessions SET expires_at = ? WHERE person_id IN (SELECT id FROM people WHERE name = ?)',
      )
      .run(Date.now() - 1_000, name),
  )
}

export function runOut({ dataDir }: RunningLamplight, venueId: string, at: number): void {
  opened(dataDir, false, (db) =>
    db.prepare('UPDATE invitations SET expires_at = ? WHERE venue_id = ?').run(at, venueId),
  )
}

/** Lets the newest version of a zone say something else, as no form has to be filled for it. */
export function letZoneSay(
  { dataDir }: RunningLamplight,
  slug: string,
  { name, facts }: { name: string; facts: Record<string, unknown> },
): void {
  opened(dataDir, false, (db) =>
    db
      .prepare(
        `UPDATE zone_versions SET name = ?, facts = json_patch(facts, ?)
         WHERE (zone_id, number) = (SELECT id, version FROM zones WHERE slug = ?)`,
      )
      .run(name, JSON.stringify(facts), slug),
  )
}

function opened<Result>(
  dataDir: string,
  readonly: boolean,
  work: (db: Sqlite.Database) => Result,
): Result {
  const db = new Sqlite(join(dataDir, 'lamplight.sqlite'), { readonly, timeout: 5_000 })
  try {
    return work(db)
  } finally {
    db.close()
  }
}
