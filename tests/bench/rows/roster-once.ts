import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { parse } from 'csv-parse/sync'
import { layDownProgram } from '~/domain/standards/lay-down-program.server'
import { importRosterFile } from '~/domain/training/import-roster-file.server'
import { readRosterFile } from '~/domain/training/preview-roster.server'
import { migrate } from '~db/migrate.server'
import { openDatabase } from '~db/open.server'
import { peakMemory } from '../sites'

/** One import on a new database, timed from the bytes to the end of the transaction. */
const [side = 'ours', path = ''] = process.argv.slice(2)
const folder = mkdtempSync(join(tmpdir(), 'lamplight-bench-roster-'))
const file = join(folder, 'lamplight.sqlite')
migrate(file)
const setUp = openDatabase(file)
await layDownProgram(setUp, new Date(), 'America/New_York')
await setUp.close()
const venueId = 'ven_0000000000000000'
const connection = new Sqlite(file)
connection
  .prepare(
    `INSERT INTO venues (id, slug, name, address, source, profile, created_at, made_up)
     VALUES (?, 'venue', 'Venue', '1 Harbor Street', 'typed', '{"securityStaff":null}', 0, 1)`,
  )
  .run(venueId)
connection.close()

const bytes = new Uint8Array(readFileSync(path))
const begun = performance.now()
await (side === 'ours' ? ours() : floor())
const ms = performance.now() - begun
console.log(JSON.stringify({ ms, peak: peakMemory() }))
rmSync(folder, { recursive: true, force: true })

async function ours(): Promise<void> {
  const db = openDatabase(file)
  const now = new Date()
  const reading = await readRosterFile(db, bytes, now, {}, venueId)
  const kept = { name: 'list.csv', digest: 'none' }
  const { records, problems } = await importRosterFile(db, venueId, kept, reading, now)
  if (records.new !== 100_000 || problems.length > 0) {
    throw new Error(`Only ${records.new} came in, with ${problems.length} problems.`)
  }
  await db.close()
}

/** Parse, and insert the same rows into the same two tables, with their indexes and triggers. */
async function floor(): Promise<void> {
  const rows = parse(Buffer.from(bytes), { columns: true }) as Record<string, string>[]
  const db = new Sqlite(file)
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  const person = db.prepare(
    `INSERT INTO staff (id, venue_id, name, position, alias_number, started_on, on_leave, created_at, updated_at)
     VALUES (?, ?, ?, ?, ?, ?, 0, 0, 0)`,
  )
  const record = db.prepare(
    `INSERT INTO training_records (id, staff_id, venue_id, type, completed_on, printed_expiry, certificate_number, state, created_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, 'claimed', 0)`,
  )
  const known = new Set<string>()
  db.transaction(() => {
    rows.forEach((row, i) => {
      const number = row['Employee ID'] ?? ''
      const staffId = `stf_${number.padStart(16, '0')}`
      if (!known.has(number)) {
        const name = `${row['First Name']} ${row['Last Name']}`
        person.run(staffId, venueId, name, row.Role?.toLowerCase(), i, row['Hire Date'])
        known.add(number)
      }
      const id = `rec_${String(i).padStart(16, '0')}`
      const { Course, Expires } = row
      const completed = row['Completed On']
      record.run(id, staffId, venueId, Course, completed, Expires, row['Certificate No.'])
    })
  })()
  db.close()
}
