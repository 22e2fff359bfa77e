import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite, { type Database as Connection } from 'better-sqlite3'
import { addDays, dayOf } from '~/domain/dates'
import { installRecord, releaseRecord } from '~db/record.server'
import { benchData } from './data'
import { hashOfToken } from './data-sessions'

const day = 86_400_000
export const onDesk = 20_000

/** Twenty thousand applications on one desk, made from the data of as many venues in one transaction. */
export async function deskData(now: Date) {
  const { file } = await benchData(onDesk, now)
  const folder = mkdtempSync(join(tmpdir(), 'lamplight-bench-desk-'))
  const copy = join(folder, 'lamplight.sqlite')
  copyFileSync(file, copy)
  const connection = new Sqlite(copy)
  const begun = performance.now()
  fillDesk(connection, now)
  connection.pragma('wal_checkpoint(TRUNCATE)')
  connection.close()
  const seconds = (performance.now() - begun) / 1000
  return { file: copy, seconds, forget: () => rmSync(folder, { recursive: true, force: true }) }
}

/**
 * Of five venues, two wait, one has its letter, one waits or is ready, and one is accredited: all are of
 * one liaison, who looked three days ago. The second venue shared four policies, and its letter is begun.
 */
export function fillDesk(connection: Connection, now: Date): void {
  const at = now.getTime()
  connection.pragma('synchronous = OFF')
  connection.function('session_hash', { deterministic: true }, hashOfToken)
  const run = (sql: string, values: object = {}) => connection.prepare(sql).run(values)
  connection.transaction(() => {
    releaseRecord(connection)
    run(
      `UPDATE applications SET
         state = CASE n % 5 WHEN 0 THEN 'accredited' WHEN 3 THEN 'in_conversation'
           WHEN 4 THEN CASE n % 2 WHEN 0 THEN 'ready' ELSE 'shared' END ELSE 'shared' END,
         hear_by = CASE WHEN n % 5 IN (1, 2) THEN date(:today, printf('%+d days', n % 15 - 3)) END,
         liaison_id = CASE n % 3 WHEN 0 THEN 'per_liaison000000000' END,
         state_since = :at - n % 14 * ${day}
       FROM (SELECT id AS known, CAST(substr(id, 5) AS INTEGER) AS n FROM applications WHERE kind = 'initial')
       WHERE id = known`,
      { at, today: dayOf(now, 'America/New_York') },
    )
    run(
      `UPDATE rounds SET shared_at = state_since
       FROM (SELECT id AS known, state_since FROM applications) WHERE application_id = known`,
    )
    run(
      `INSERT INTO events (id, kind, at, person_id, venue_id, application_id, facts)
       SELECT 'evt_s' || substr(id, 6), 'application.shared', state_since, 'per_coordinator00000',
         venue_id, id, '{}' FROM applications WHERE kind = 'initial'`,
    )
    run(`INSERT INTO desk_looks (person_id, looked_at) VALUES ('per_liaison000000000', :at)`, {
      at: at - 3 * day,
    })
    run(
      `INSERT INTO sessions (id, token_hash, person_id, factors, created_at, last_seen_at, expires_at)
       VALUES ('ses_liaison000000000', session_hash('liaison', 0), 'per_liaison000000000',
         '["password","totp"]', :at, :at, :at + ${30 * day})`,
      { at },
    )
    fillStudio(run, at, addDays(dayOf(now, 'America/New_York'), 20))
    run('DELETE FROM venue_changes')
    installRecord(connection)
  })()
  connection.exec('ANALYZE')
}

const second = (kind: string, rest = 1) => `${kind}_${String(rest).padStart(16, '0')}`
const standards = ['SRV-1', 'OPS-1', 'HOME-1', 'CARE-2'] as const
const sentence =
  'One person by the door stays until everybody is on their way, and the manager stands behind it. '

/** Policies of 2,400 words in one round, and a letter of a strength and a question for each, and three steps. */
function fillStudio(run: (sql: string, values?: object) => void, at: number, proposedOn: string) {
  const liaison = 'per_liaison000000000'
  standards.forEach((standard, index) => {
    const policy = second('pol', 9_000_000 + index)
    const version = second('pve', 9_000_000 + index)
    run(
      `INSERT INTO policies (id, venue_id, kind, title, reviewed_by_counsel, created_by, created_at, edited_by, edited_at)
       VALUES (?, ?, 'written', ?, 0, ?, ?, ?, ?)`,
      [policy, second('ven'), `Policy for ${standard}`, liaison, at, liaison, at],
    )
    const sections = ['purpose', 'what-we-do', 'how-staff-learn'].map((anchor) => {
      return { anchor, heading: anchor, body: sentence.repeat(11) }
    })
    run(
      `INSERT INTO policy_versions (id, policy_id, number, title, sections, digest, frozen_at)
       VALUES (?, ?, 1, ?, ?, 'd', ?)`,
      [version, policy, `Policy for ${standard}`, JSON.stringify(sections), at],
    )
    run(
      `INSERT INTO round_evidence (id, round_id, standard, kind, title, words, policy_version_id, facts)
       VALUES (?, ?, ?, 'policy', ?, '', ?, '{}')`,
      [
        second('rev', 9_000_000 + index),
        second('rou'),
        standard,
        `Policy for ${standard}`,
        version,
      ],
    )
  })
  const none = {
    anchor: '',
    quote: '',
    why: '',
    help: '',
    proposedOn: '',
    law: false,
    lawSource: '',
  }
  const part = (kind: string, index: number) => {
    const standard = standards[index % standards.length]
    const roundEvidenceId = kind === 'strength' ? second('rev', 9_000_000 + index) : null
    const words = 'You keep one person by the door until everybody is on their way.'
    const step = { why: 'Guests leave in company.', help: 'I can send words.', proposedOn }
    const more = kind === 'next_step' ? step : {}
    return { ...none, key: `${kind}-${index}`, standard, kind, words, roundEvidenceId, ...more }
  }
  const items = ['strength', 'question', 'next_step'].flatMap((kind) =>
    standards.slice(0, kind === 'next_step' ? 3 : 4).map((_, index) => part(kind, index)),
  )
  const draft = { opening: 'Thank you for the tour.', closing: 'The choice is yours.', items }
  run(
    `INSERT INTO responses (id, round_id, application_id, author_id, draft, opening, closing, revision, created_at, updated_at)
     VALUES (?, ?, ?, ?, ?, '', '', 1, ?, ?)`,
    [second('res'), second('rou'), second('app'), liaison, JSON.stringify(draft), at, at],
  )
}
