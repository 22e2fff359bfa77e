import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { parse } from 'csv-parse/sync'
import { layDownProgram } from '~/domain/standards/lay-down-program.server'
import { importLicenseFile } from '~/domain/venues/import-licenses.server'
import { readLicenseList } from '~/domain/venues/read-license-list'
import { migrate } from '~db/migrate.server'
import { openDatabase } from '~db/open.server'
import { peakMemory } from '../sites'

/** One import on a new database, timed from the bytes to the end of the transaction. */
const [side = 'ours', path = ''] = process.argv.slice(2)
const folder = mkdtempSync(join(tmpdir(), 'lamplight-bench-import-'))
const file = join(folder, 'lamplight.sqlite')
migrate(file)
const setUp = openDatabase(file)
await layDownProgram(setUp, new Date(), 'America/New_York')
await setUp.close()

const bytes = new Uint8Array(readFileSync(path))
const begun = performance.now()
await (side === 'ours' ? ours() : floor())
const ms = performance.now() - begun
console.log(JSON.stringify({ ms, peak: peakMemory() }))
rmSync(folder, { recursive: true, force: true })

async function ours(): Promise<void> {
  const db = openDatabase(file)
  const list = readLicenseList(bytes)
  const kept = { name: 'list.csv', key: 'none', digest: 'none' }
  const { report } = await importLicenseFile(db, kept, list, new Map(), new Date())
  if (report.added !== list.listings.length) throw new Error(`Only ${report.added} were added.`)
  await db.close()
}

/** Parse, and insert the same rows into the same two tables, with their indexes and the search index. */
async function floor(): Promise<void> {
  const rows = parse(Buffer.from(bytes), { columns: true }) as Record<string, string>[]
  const db = new Sqlite(file)
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  const importId = 'imp_0000000000000000'
  db.prepare(
    `INSERT INTO license_imports (id, file_name, file_key, file_digest, state, report, created_at)
     VALUES (?, 'list.csv', 'none', 'none', 'done', '{}', 0)`,
  ).run(importId)
  const venue = db.prepare(
    `INSERT INTO venues (id, slug, name, address, neighborhood, longitude, latitude, source, profile, created_at, made_up)
     VALUES (?, ?, ?, ?, ?, ?, ?, 'license_list', '{"securityStaff":null}', 0, 0)`,
  )
  const listing = db.prepare(
    `INSERT INTO license_listings (license, venue_id, name, address, neighborhood, first_year, digest, import_id, listed_on)
     VALUES (?, ?, ?, ?, ?, ?, 'none', ?, '2026-11-22')`,
  )
  db.transaction(() => {
    rows.forEach((row, i) => {
      const id = `ven_${String(i).padStart(16, '0')}`
      const name = row['Trade Name']
      const { License, Address, Neighborhood, Longitude, Latitude } = row
      venue.run(id, `venue-${i}`, name, Address, Neighborhood, Number(Longitude), Number(Latitude))
      listing.run(License, id, name, Address, Neighborhood, Number(row['First Year']), importId)
    })
  })()
  db.close()
}
