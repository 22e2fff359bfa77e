import type { Database as Connection } from 'better-sqlite3'
import { type ChainedEvent, hashOfEvent, startOfRecord } from './record-chain'

/**
 * Makes the record one that only grows: its rows can be neither changed nor removed, except that the
 * details of an event may be erased once. Events from before there was a chain are chained first.
 * `migrate` calls this after every change of the schema, for a rebuilt table has lost its triggers.
 */
export function installRecord(connection: Connection): void {
  if (!hasRecord(connection)) return
  releaseRecord(connection)
  chainOldEvents(connection)
  connection.exec(`
    CREATE TRIGGER record_event_added BEFORE INSERT ON events
      WHEN new.sequence IS NULL OR new.hash IS NULL
        OR new.sequence <> coalesce((SELECT length FROM record_head), 0) + 1
        OR EXISTS (SELECT 1 FROM events WHERE id = new.id)
      BEGIN SELECT RAISE(ABORT, 'An event is written once, at the end of the record.'); END;
    CREATE TRIGGER record_event_changed BEFORE UPDATE ON events
      BEGIN SELECT RAISE(ABORT, 'What is in the record cannot be changed.'); END;
    CREATE TRIGGER record_event_removed BEFORE DELETE ON events
      BEGIN SELECT RAISE(ABORT, 'What is in the record cannot be removed.'); END;

    CREATE TRIGGER record_details_added BEFORE INSERT ON event_details
      WHEN EXISTS (SELECT 1 FROM event_details WHERE event_id = new.event_id)
        OR new.salt IS NULL OR new.details IS NULL OR new.erased_at IS NOT NULL
      BEGIN SELECT RAISE(ABORT, 'The details of an event are written once.'); END;
    CREATE TRIGGER record_details_changed BEFORE UPDATE ON event_details
      WHEN old.erased_at IS NOT NULL OR new.event_id <> old.event_id
        OR new.salt IS NOT NULL OR new.details IS NOT NULL
        OR new.erased_at IS NULL OR new.erased_under IS NULL
      BEGIN SELECT RAISE(ABORT, 'The details of an event can be erased, and not be changed.'); END;
    CREATE TRIGGER record_details_removed BEFORE DELETE ON event_details
      BEGIN SELECT RAISE(ABORT, 'What is in the record cannot be removed.'); END;

    CREATE TRIGGER record_head_added BEFORE INSERT ON record_head
      WHEN new.length <> 1 OR EXISTS (SELECT 1 FROM record_head)
      BEGIN SELECT RAISE(ABORT, 'The record only grows.'); END;
    CREATE TRIGGER record_head_changed BEFORE UPDATE ON record_head
      WHEN new.id <> old.id OR new.length <> old.length + 1
      BEGIN SELECT RAISE(ABORT, 'The record only grows.'); END;
    CREATE TRIGGER record_head_removed BEFORE DELETE ON record_head
      BEGIN SELECT RAISE(ABORT, 'The record only grows.'); END;
  `)
}

/** Takes the triggers of the record away: a migration that rebuilds one of its tables would stumble over them. */
export function releaseRecord(connection: Connection): void {
  const named = connection
    .prepare(
      "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND name LIKE 'record\\_%' ESCAPE '\\'",
    )
    .pluck()
    .all() as string[]
  for (const name of named) connection.exec(`DROP TRIGGER "${name}"`)
}

/** Whether the schema has come as far as the chain. */
function hasRecord(connection: Connection): boolean {
  const tables = "name IN ('events', 'event_details', 'record_head')"
  const count = connection
    .prepare(`SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND ${tables}`)
    .pluck()
    .get()
  return count === 3
}

type OldEvent = ChainedEvent & { row: number }

const perPage = 5_000

/**
 * Chains the events that were written before there was a chain, in the order in which they happened.
 * A record that has begun is never mended here: what is wrong with it is for `audit:verify` to say.
 */
function chainOldEvents(connection: Connection): void {
  const begun = connection
    .prepare(
      'SELECT EXISTS (SELECT 1 FROM record_head) OR EXISTS (SELECT 1 FROM events WHERE sequence IS NOT NULL)',
    )
    .pluck()
    .get()
  if (begun) return

  const page = connection.prepare(`
    SELECT rowid AS row, id, kind, at, person_id AS personId, venue_id AS venueId,
      application_id AS applicationId, subject_id AS subjectId, digest, facts,
      request_id AS requestId, details_digest AS detailsDigest
    FROM events WHERE (at, rowid) > (?, ?) ORDER BY at, rowid LIMIT ${perPage}`)
  const chain = connection.prepare('UPDATE events SET sequence = ?, hash = ? WHERE rowid = ?')
  let [at, row, sequence, hash] = [Number.MIN_SAFE_INTEGER, 0, 0, startOfRecord]
  for (;;) {
    const events = page.all(at, row) as OldEvent[]
    for (const event of events) {
      sequence += 1
      hash = hashOfEvent(hash, { ...event, sequence })
      chain.run(sequence, hash, event.row)
      at = event.at
      row = event.row
    }
    if (events.length < perPage) break
  }
  if (sequence > 0) {
    connection
      .prepare('INSERT INTO record_head (id, length, hash) VALUES (1, ?, ?)')
      .run(sequence, hash)
  }
}
