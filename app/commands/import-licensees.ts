import { existsSync, readFileSync, statSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { closeDatabase, databaseFile, makeDataDir, openAt } from '~/db.server'
import { districtNames } from '~/domain/districts/queries.server'
import { layDownProgram } from '~/domain/standards/lay-down-program.server'
import { importLicenseFile } from '~/domain/venues/import-licenses.server'
import { listChanges } from '~/domain/venues/license-changes.server'
import { firstReport, previewReport } from '~/domain/venues/license-report.server'
import type { Extent } from '~/domain/venues/license-rules'
import { mayBePart } from '~/domain/venues/license-rules'
import { proposeForList } from '~/domain/venues/propose-for-list'
import { type LicenseList, readLicenseList } from '~/domain/venues/read-license-list'
import { env } from '~/env.server'
import { keepFile } from '~/files/store.server'
import {
  importWords,
  mergeReasons,
  standsOn,
  vanishedWords,
  venueFieldNames,
} from '~/words/en/licenses'
import { migrate } from '~db/migrate.server'
import type { Database } from '~db/open.server'
import type { LicenseImportReport } from '~db/schema/venues'
import { Refused, runCommand } from './run-command'

const usage = `Usage: npm run import:licensees -- FILE [--dry-run] [--json] [--whole | --part]
  --dry-run   say what the list would bring, and write nothing
  --json      print the report as JSON
  --whole     it is the whole list, although it lacks more than a third of the known licenses
  --part      it is a part of the list, so nothing that it lacks is marked as missing`

async function run(argv: string[]): Promise<void> {
  const flag = { type: 'boolean', default: false } as const
  const options = { 'dry-run': flag, json: flag, whole: flag, part: flag }
  const { values, positionals } = parseArgs({ args: argv, options, allowPositionals: true })
  const [file] = positionals
  if (!file || positionals.length > 1) throw new Refused('Name one file with a license list.')
  if (values.whole && values.part) throw new Refused('Say either --whole or --part.')
  if (!existsSync(file)) throw new Refused(`There is no file ${file}.`)
  if (!statSync(file).isFile()) throw new Refused(`${file} is not a file.`)
  const bytes = readFileSync(file)
  const list = readLicenseList(bytes)
  const extent = values.whole ? 'whole' : values.part ? 'part' : null

  const dataDir = resolve(env.dataDir)
  const database = databaseFile(dataDir)
  const dry = values['dry-run']
  if (dry && !existsSync(database)) {
    print(firstReport(list), list, values)
    return
  }
  makeDataDir(dataDir)
  migrate(database)
  const db = openAt(dataDir)
  try {
    const report = dry
      ? await previewReport(db, list, await listChanges(db, list))
      : await importInto(db, basename(file), list, extent)
    print(report, list, values)
  } finally {
    await closeDatabase()
  }
}

/** Known neighborhoods keep their district; the rest goes where the browser's preview would propose. */
async function importInto(db: Database, name: string, list: LicenseList, extent: Extent | null) {
  if (extent === null && mayBePart(await previewReport(db, list, await listChanges(db, list)))) {
    throw new Refused(
      'This list lacks more than a third of the known licenses, so it may be a part of the list. Nothing was written. Say --whole or --part.',
    )
  }
  await layDownProgram(db, new Date(), env.timeZone)
  const { key, digest } = await keepFile(list.copy())
  const chosen = proposeForList(list, await districtNames(db))
  const kept = { name, key, digest }
  return (await importLicenseFile(db, kept, list, chosen, new Date(), extent)).report
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
  console.log(`${report.rows} rows, ${report.venues} venues.`)
  if (list.leftOut) console.log(list.leftOut)
  for (const { row, sameAs, license } of list.repeatedRows) {
    console.log(`Row ${row} repeats row ${sameAs} (license ${license}) and counts once.`)
  }
  for (const row of list.repeatedHeaders) console.log(`Row ${row} repeats the column names.`)
  for (const { row, column, why } of report.problems) console.log(`Row ${row} ${column}: ${why}`)
  printVenues(report)
  console.log(importWords(report, dry))
}

function printVenues({
  changedVenues = [],
  vanishedVenues = [],
  proposals = [],
  vanished = 0,
}: LicenseImportReport): void {
  for (const { name, license, fields, kept } of changedVenues) {
    console.log(`${name} (license ${license}):`)
    for (const { field, before, after } of fields) {
      console.log(`  ${venueFieldNames[field]}: ${before ?? 'none'} → ${after ?? 'none'}`)
    }
    for (const { field, ours } of kept) {
      console.log(`  ${venueFieldNames[field]} stays as somebody edited it: ${ours ?? 'none'}`)
    }
  }
  if (vanished > 0) console.log(vanishedWords(vanished))
  for (const { name, license, ...stands } of vanishedVenues) {
    console.log(`${name} (license ${license}) is not on this list. ${standsOn(stands)}`)
  }
  for (const { name, license, known, why } of proposals) {
    console.log(
      `${name} (license ${license}) looks like ${known.name}. ${mergeReasons[why]}. Merge them on the pages of the program if they are one.`,
    )
  }
}

await runCommand(usage, run)
