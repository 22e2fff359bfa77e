import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { onTestFinished } from 'vitest'
import { recordEvent } from '~/domain/events.server'
import { newId } from '~/domain/ids'
import { migrate } from '~db/migrate.server'
import { type Database, openDatabase, type Tx } from '~db/open.server'
import { releaseRecord } from '~db/record.server'

export const recordNow = new Date('2026-11-22T23:00:00Z')
const day = 86_400_000

/** An empty record in a file of its own, with a plain connection that no trigger holds back. */
export function aRecordFile(): { db: Database; file: string; raw: Sqlite.Database } {
  const folder = mkdtempSync(join(tmpdir(), 'lamplight-record-'))
  const file = join(folder, 'record.sqlite')
  migrate(file)
  const raw = new Sqlite(file)
  raw.pragma('synchronous = OFF')
  raw.pragma('foreign_keys = OFF')
  raw.pragma('ignore_check_constraints = ON')
  const db = openDatabase(file, { synchronous: 'OFF' })
  onTestFinished(async () => {
    await db.close()
    raw.close()
    rmSync(folder, { recursive: true, force: true })
  })
  return { db, file, raw }
}

/** From now on the plain connection may change what it likes. */
export function breakOpen(raw: Sqlite.Database): void {
  releaseRecord(raw)
}

/** So many events of different shapes, one a day, the last of them today. */
export async function someEvents(db: Database, count: number, now = recordNow): Promise<void> {
  await db.transaction(async (tx) => {
    for (let number = 1; number <= count; number += 1) {
      await oneEvent(tx, number, new Date(now.getTime() - (count - number) * day))
    }
  })
}

async function oneEvent(tx: Tx, number: number, at: Date): Promise<void> {
  const odd = number % 2 === 1
  const origin = {
    ...{ requestId: `req${number}`, sessionId: null, submission: null },
    ...{ address: `203.0.113.${number % 250}`, device: 'Firefox on Android' },
  }
  await recordEvent(tx, {
    kind: odd ? 'venue.invited' : 'response.sent',
    actor: null,
    at,
    origin: number % 3 === 0 ? null : origin,
    ...(odd
      ? { subjectId: newId('inv'), facts: { number, printed: true } }
      : { text: `T${number}` }),
    ...(number % 5 === 0 && { before: { role: 'helper' }, after: { role: 'owner' } }),
  })
}
