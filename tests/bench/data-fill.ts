import type { Database as Connection } from 'better-sqlite3'
import { addDays, dayOf } from '~/domain/dates'
import { installRecord, releaseRecord } from '~db/record.server'
import { hashOfToken } from './data-sessions'

const day = 86_400_000

/**
 * Fills an empty, migrated database set by set: every venue has been accredited, with a staff of
 * five and twenty training records; one in five has an open renewal beside its certificate, with a
 * team that can sign in. So 100,000 venues have 2,000,000 records and 20,000 open applications.
 */
export function fill(connection: Connection, venues: number, now: Date): void {
  const today = dayOf(now, 'America/New_York')
  const at = now.getTime()
  const values = {
    venues,
    at,
    issued: at - 60 * day,
    started: at - 200 * day,
    issuedOn: addDays(today, -60),
    expiresOn: addDays(today, 300),
    hired: addDays(today, -900),
    trained: addDays(today, -100),
  }
  connection.pragma('foreign_keys = OFF')
  connection.pragma('synchronous = OFF')
  connection.pragma('cache_size = -400000')
  connection.function('session_hash', { deterministic: true }, hashOfToken)
  const run = (rows: string) => {
    const sql = `${numbers} ${rows}`
    const asked = Object.entries(values).filter(([name]) => new RegExp(`:${name}\\b`).test(sql))
    connection.prepare(sql).run(Object.fromEntries(asked))
  }
  connection.transaction(() => {
    releaseRecord(connection)
    for (const statement of statements) run(statement)
    installRecord(connection)
  })()
  connection.exec('ANALYZE')
  const broken = connection.pragma('foreign_key_check') as unknown[]
  if (broken.length > 0) throw new Error(`The data breaks ${broken.length} references.`)
}

/** 0, 1, 2 … as `n`, one for each venue; every fifth has an open renewal. */
const numbers = `WITH RECURSIVE numbers(n) AS (
  SELECT 0 UNION ALL SELECT n + 1 FROM numbers WHERE n + 1 < :venues
)`
const renewing = 'n % 5 = 0'
const words = (list: readonly string[], at: string) =>
  `CASE ${at} % ${list.length} ${list.map((word, i) => `WHEN ${i} THEN '${word}'`).join(' ')} END`

const first = [
  'Amber',
  'Silver',
  'Corner',
  'Harbor',
  'Quiet',
  'Copper',
  'Golden',
  'Old',
  'Little',
  'North',
  'Velvet',
]
const second = [
  'Lantern',
  'Anchor',
  'Kettle',
  'Heron',
  'Garden',
  'Table',
  'Tavern',
  'Barrel',
  'Orchard',
  'Room',
  'Door',
  'Tide',
  'Compass',
]
const streets = [
  'Harbor Street',
  'Mill Lane',
  'Market Row',
  'Rope Walk',
  'Ferry Road',
  'Canal Street',
  'Union Avenue',
]
const positions = ['owner', 'bartender', 'server', 'door', 'manager']
const types = ['responsible-service', 'fake-id', 'sexual-assault-intervention', 'de-escalation']
const templates = ['age-and-id', 'responsible-service', 'calling-police', 'getting-home']

const id = (kind: string, number: string) => `printf('${kind}_%016d', ${number})`
const few = (count: number) =>
  `(${Array.from({ length: count }, (_, i) => `SELECT ${i} AS k`).join(' UNION ALL ')})`
const program = '(SELECT standard_set_id FROM program)'

const statements = [
  `INSERT INTO districts (id, slug, name, created_at)
   SELECT ${id('dis', 'n')}, printf('district-%d', n), printf('District %d', n), :started
   FROM numbers WHERE n < 20`,
  `INSERT INTO venues (id, slug, name, address, neighborhood, district_id, longitude, latitude,
     source, profile, created_at, made_up)
   SELECT ${id('ven', 'n')}, printf('venue-%d', n),
     ${words(first, '(n * 7)')} || ' ' || ${words(second, '(n * 3)')} || printf(' %05d', (n * 7919) % :venues),
     printf('%d ', n % 4000 + 1) || ${words(streets, 'n')}, NULL, ${id('dis', '(n % 20)')},
     -77.1 + (n % 400) * 0.0004, 38.8 + (n / 400) * 0.0008, 'typed',
     '{"securityStaff":false}', :started, 1
   FROM numbers`,
  `INSERT INTO people (id, email, name, locale, created_at, email_confirmed_at)
   SELECT ${id('per', 'n')}, printf('owner-%d@example.com', n), printf('Owner %d', n), 'en', :started, :started
   FROM numbers WHERE ${renewing}`,
  `INSERT INTO people (id, email, name, locale, created_at, email_confirmed_at)
   VALUES ('per_liaison000000000', 'liaison@example.com', 'Robin Vale', 'en', :started, :started),
     ('per_coordinator00000', 'coordinator@example.com', 'Kim Reyes', 'en', :started, :started)`,
  `INSERT INTO memberships (id, person_id, role, venue_id, created_at, confirmed_at)
   SELECT ${id('mem', 'n')}, ${id('per', 'n')}, 'owner', ${id('ven', 'n')}, :started, :started
   FROM numbers WHERE ${renewing}`,
  `INSERT INTO memberships (id, person_id, role, district_id, created_at, confirmed_at)
   SELECT printf('mem_liaison%09d', n), 'per_liaison000000000', 'liaison', ${id('dis', 'n')}, :started, :started
   FROM numbers WHERE n < 20`,
  `INSERT INTO memberships (id, person_id, role, created_at, confirmed_at)
   VALUES ('mem_coordinator00000', 'per_coordinator00000', 'coordinator', :started, :started)`,
  `INSERT INTO reviewer_agreements (person_id, accepted_at)
   VALUES ('per_liaison000000000', :at), ('per_coordinator00000', :at)`,
  `INSERT INTO sessions (id, token_hash, person_id, factors, created_at, last_seen_at, expires_at)
   SELECT ${id('ses', 'n')}, session_hash('owner', n), ${id('per', 'n')}, '["email_code"]', :at, :at, :at + 2592000000
   FROM numbers WHERE ${renewing}`,
  `INSERT INTO sessions (id, token_hash, person_id, factors, created_at, last_seen_at, expires_at)
   VALUES ('ses_coordinator00000', session_hash('coordinator', 0), 'per_coordinator00000', '["password","totp"]', :at, :at, :at + 2592000000)`,
  `INSERT INTO staff (id, venue_id, name, position, alias_number, started_on, on_leave, created_at, updated_at)
   SELECT ${id('stf', '(n * 5 + k)')}, ${id('ven', 'n')}, printf('Person %d of %d', k + 1, n),
     ${words(positions, 'k')}, 1, :hired, 0, :started, :started
   FROM numbers, ${few(5)}`,
  `INSERT INTO training_records (id, staff_id, venue_id, type, completed_on, printed_expiry, state, created_at)
   SELECT ${id('rec', '(n * 20 + k)')}, ${id('stf', '(n * 5 + k / 4)')}, ${id('ven', 'n')},
     ${words(types, 'k')}, date(:trained, printf('-%d days', n % 90)), NULL, 'claimed', :started
   FROM numbers, ${few(20)}`,
  `INSERT INTO applications (id, venue_id, kind, state, revision, state_since, standard_set_id, liaison_id, started_by, started_at)
   SELECT ${id('app', 'n')}, ${id('ven', 'n')}, 'initial', 'accredited', 4, :issued, ${program},
     'per_liaison000000000', 'per_liaison000000000', :started
   FROM numbers`,
  `INSERT INTO rounds (id, application_id, number, reference, shared_by, shared_at, hear_by, words)
   SELECT ${id('rou', 'n')}, ${id('app', 'n')}, 1, printf('LL-%07d', n), 'per_liaison000000000', :issued, :issuedOn, ''
   FROM numbers`,
  `INSERT INTO round_evidence (id, round_id, standard, kind, title, words, facts, happened_on)
   SELECT ${id('rev', '(n * 2 + k)')}, ${id('rou', 'n')}, CASE k WHEN 0 THEN 'MGT-1' ELSE 'MGT-2' END,
     CASE k WHEN 0 THEN 'count' ELSE 'conversation' END, 'As shared', '',
     CASE k WHEN 0 THEN '{"count":5,"total":5}' ELSE '{"name":"Robin Vale"}' END, :trained
   FROM numbers, ${few(2)}`,
  `INSERT INTO certificates (id, number, year, sequence, check_code, venue_id, application_id,
     standard_set_id, facts, issued_by, issued_at, issued_on, expires_on)
   SELECT ${id('cer', 'n')}, printf('LL-2026-%06d', n), 2026, n, printf('%014d', n), ${id('ven', 'n')},
     ${id('app', 'n')}, ${program},
     json_object('number', printf('LL-2026-%06d', n), 'venueName', printf('Venue %d', n),
       'address', '1 Harbor Street', 'withDistinction', json('false'),
       'standardSetVersion', 1, 'issuedOn', :issuedOn, 'expiresOn', :expiresOn,
       'programName', 'Lamplight', 'place', 'Washington, DC', 'issuer', 'The program',
       'signatories', json('[{"name":"Renee Holloway","title":"Captain"}]'),
       'checkCode', printf('%014d', n), 'checkUrl', 'http://127.0.0.1/check/1'),
     'per_liaison000000000', :issued, :issuedOn, :expiresOn
   FROM numbers`,
  `INSERT INTO applications (id, venue_id, kind, state, revision, state_since, standard_set_id, started_by, started_at)
   SELECT ${id('app', '(:venues + n)')}, ${id('ven', 'n')}, 'renewal', 'drafting', 1, :issued, ${program},
     ${id('per', 'n')}, :issued
   FROM numbers WHERE ${renewing}`,
  `INSERT INTO policies (id, venue_id, kind, template, title, reviewed_by_counsel, created_by, created_at, edited_by, edited_at)
   SELECT ${id('pol', '(n * 4 + k)')}, ${id('ven', 'n')}, 'written', ${words(templates, 'k')}, printf('Policy %d', k + 1), 0,
     ${id('per', 'n')}, :started, ${id('per', 'n')}, :started
   FROM numbers, ${few(4)} WHERE ${renewing}`,
  `INSERT INTO policy_sections (id, policy_id, anchor, position, heading, body, revision, edited_by, edited_at)
   SELECT ${id('sec', '(n * 12 + k)')}, ${id('pol', '(n * 4 + k / 3)')}, printf('part-%d', k % 3), k % 3, printf('Part %d', k % 3 + 1),
     'One person by the door stays until everybody is on their way. Whoever holds the glass decides, and the manager stands behind it.', 1,
     ${id('per', 'n')}, :started
   FROM numbers, ${few(12)} WHERE ${renewing}`,
  `INSERT INTO evidence (id, application_id, standard, kind, policy_id, words, facts, added_by, added_at)
   SELECT ${id('evi', '(n * 8 + k)')}, ${id('app', '(:venues + n)')},
     ${words(['SRV-1', 'SRV-2', 'OPS-1', 'HOME-1', 'SRV-3', 'OPS-3', 'OPS-4', 'CARE-2'], 'k')}, 'policy',
     ${id('pol', '(n * 4 + k % 4)')}, '', '{}', ${id('per', 'n')}, :started
   FROM numbers, ${few(8)} WHERE ${renewing}`,
  `INSERT INTO venue_standings (venue_id, "group", standing, trained, in_scope, counted_on, changes_on)
   SELECT ${id('ven', 'n')}, 'accredited', 'accredited', 5, 5, :issuedOn, :expiresOn FROM numbers`,
  `INSERT INTO dues (venue_id, subject, kind, due_on, remind_on)
   SELECT ${id('ven', 'n')}, 'certificate', 'certificate', :expiresOn, date(:expiresOn, '-90 days') FROM numbers`,
  `INSERT INTO events (id, kind, at, person_id, venue_id, application_id, facts)
   SELECT ${id('evt', 'n')}, 'certificate.issued', :issued, 'per_liaison000000000', ${id('ven', 'n')}, ${id('app', 'n')}, '{}'
   FROM numbers`,
]
