import { existsSync, readFileSync, statSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { closeDatabase, databaseFile, makeDataDir, openAt } from '~/db.server'
import { districtNames } from '~/domain/districts/queries.server'
import { layDownProgram } from '~/domain/standards/lay-down-program.server'
import { importLicenseFile } from '~/domain/venues/import-licenses.server'
import { licenseChanges, licenseReport } from '~/domain/venues/license-changes.server'
import { proposeForList } from '~/domain/venues/propose-for-list'
import { type LicenseList, readLicenseList } from '~/domain/venues/read-license-list'
import { env } from '~/env.server'
import { keepFile } from '~/files/store.server'
import { migrate } from '~db/migrate.server'
import type { Database } from '~db/open.server'
import type { LicenseImportReport } from '~db/schema/venues'
import { Refused, runCommand } from './run-command'

const usage = `Usage: npm run import:licensees -- FILE [--dry-run] [--json]
  --dry-run   say what the list would bring, and write nothing
  --json      print the report as JSON`

async function run(argv: string[]): Promise<void> {
  const flag = { type: 'boolean', default: false } as const
  const options = { 'dry-run': flag, json: flag }
  const { values, positionals } = parseArgs({ args: argv, options, allowPositionals: true })
  const [file] = positionals
  if (!file || positionals.length > 1) throw new Refused('Name one file with a license list.')
  if (!existsSync(file)) throw new Refused(`There is no file ${file}.`)
  if (!statSync(file).isFile()) throw new Refused(`${file} is not a file.`)
  const bytes = readFileSync(file)
  const list = readLicenseList(bytes)

  const dataDir = resolve(env.dataDir)
  const database = databaseFile(dataDir)
  const dry = values['dry-run']
  if (dry && !existsSync(database)) {
    const all = { added: list.listings, changed: [], unchanged: 0 }
    print(licenseReport(list, all), list, values)
    return
  }
  makeDataDir(dataDir)
  migrate(database)
  const db = openAt(dataDir)
  try {
    const report = dry
      ? licenseReport(list, await licenseChanges(db, list))
      : await importInto(db, basename(file), bytes, list)
    print(report, list, values)
  } finally {
    await closeDatabase()
  }
}

/** Known neighborhoods keep their district; the rest goes where the browser's preview would propose. */
async function importInto(db: Database, name: string, bytes: Uint8Array, list: LicenseList) {
  await layDownProgram(db, new Date(), env.timeZone)
  const { key, digest } = await keepFile(bytes)
  const chosen = proposeForList(list, await districtNames(db))
  return (await importLicenseFile(db, { name, key, digest }, list, chosen, new Date())).report
}

function print(
  report: LicenseImportReport,
  list: LicenseList,
  { json, 'dry-run': dry }: { json: boolean; 'dry-run': boolean },
): void {
  if (json) {
    console.log(JSON.stringify({ dryRun: dry, ...report }, null, 2))
    return
  }
  const { rows, venues, added, changed, unchanged, problems } = report
  console.log(`${rows} rows, ${venues} venues.`)
  for (const { row, sameAs, license } of list.repeatedRows) {
    console.log(`Row ${row} repeats row ${sameAs} (license ${license}) and counts once.`)
  }
  for (const row of list.repeatedHeaders) console.log(`Row ${row} repeats the column names.`)
  for (const { row, column, why } of problems) console.log(`Row ${row} ${column}: ${why}`)
  const done = dry ? 'would be' : 'were'
  console.log(
    added + changed === 0
      ? `Nothing ${dry ? 'would change' : 'changed'}: all ${unchanged} venues are on file already.`
      : `${added} ${done} added, ${changed} ${done} changed, ${unchanged} are on file already.`,
  )
}

await runCommand(usage, run)
