import { existsSync, readFileSync, statSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { closeDatabase, databaseFile, openAt } from '~/db.server'
import { digestOf } from '~/domain/events.server'
import { recountSignatures } from '~/domain/readings/recounted.server'
import { plainWords } from '~/domain/table-words'
import {
  dryRunRosterFile,
  importRosterFile,
  venueBySlug,
} from '~/domain/training/import-roster-file.server'
import { type RosterAnswersGiven, readRosterFile } from '~/domain/training/preview-roster.server'
import type { RosterReading } from '~/domain/training/read-roster'
import type { RosterColumn } from '~/domain/training/roster-columns'
import { rosterFields } from '~/domain/training/roster-fields'
import { wordOfUse } from '~/domain/training/roster-mapping'
import { choiceWithoutNames } from '~/domain/training/roster-notes'
import { env } from '~/env.server'
import { cleanFileName } from '~/files/names'
import { countsWords } from '~/words/en/training'
import { migrate } from '~db/migrate.server'
import type { RosterImportReport } from '~db/schema/training'
import { Refused, runCommand } from './run-command'

const usage = `Usage: npm run import:roster -- --venue SLUG [options] FILE
  --dry-run          say what the list would change, and write nothing
  --json             print the report as JSON
  --dates ORDER      month_first or day_first, where the file leaves it open
  --training CODE    the training that the whole list is about, such as fake-id
  --sheet NAME       the sheet of a workbook that holds the list
  --map "COLUMN=USE" what a column holds, for each that was read wrongly: fullName, firstName, lastName,
                     position, startedOn, status, leftOn, staffNumber, training, completedOn,
                     printedExpiry, certificateNumber, done:CODE or ends:CODE of a training, or none`

async function run(argv: string[]): Promise<void> {
  const flag = { type: 'boolean', default: false } as const
  const text = { type: 'string' } as const
  const options = {
    venue: text,
    dates: text,
    training: text,
    sheet: text,
    map: { type: 'string', multiple: true } as const,
    'dry-run': flag,
    json: flag,
  }
  const { values, positionals } = parseArgs({ args: argv, options, allowPositionals: true })
  const [file] = positionals
  if (!values.venue) throw new Refused('Name the venue with --venue and its slug.')
  if (!file || positionals.length > 1) throw new Refused('Name one file with a staff list.')
  if (!existsSync(file)) throw new Refused(`There is no file ${file}.`)
  if (!statSync(file).isFile()) throw new Refused(`${file} is not a file.`)
  const answers = answersFrom(values)

  const dataDir = resolve(env.dataDir)
  if (!existsSync(databaseFile(dataDir))) {
    throw new Refused(`There is no database in ${dataDir} yet. Run "npm start" once.`)
  }
  migrate(databaseFile(dataDir))
  const db = openAt(dataDir)
  try {
    const venue = await venueBySlug(db, values.venue)
    if (!venue) throw new Refused(`There is no venue with the slug ${values.venue}.`)
    const bytes = readFileSync(file)
    const now = new Date()
    const found = await readRosterFile(db, bytes, now, answers, venue.id)
    const uses = usesFrom(values.map ?? [], found)
    const reading = uses
      ? await readRosterFile(db, bytes, now, { ...answers, uses }, venue.id)
      : found
    if (reading.notes.includes(choiceWithoutNames)) {
      throw new Refused('With this --map no column holds names.')
    }
    const dry = values['dry-run']
    const [question] = reading.questions
    if (question && !dry) throw new Refused(`${question.sentence} ${answerWith[question.id]}`)

    const name = cleanFileName(basename(file), /\.(csv|tsv|txt|xlsx)$/i.exec(file)?.[1] ?? 'csv')
    const report = dry
      ? await dryRunRosterFile(db, venue.id, reading, now)
      : await importRosterFile(db, venue.id, { name, digest: digestOf(bytes) }, reading, now)
    if (!dry) await recountSignatures({ db, now }, venue.id)
    if (values.json) console.log(jsonOf({ venue: venue.name, dryRun: dry }, reading, report))
    else print(venue.name, dry, reading, report)
  } finally {
    await closeDatabase()
  }
}

const answerWith = {
  sheet: 'Say so with --sheet and its name.',
  dateOrder: 'Say so with --dates month_first or --dates day_first.',
  trainingType: 'Say so with --training and its code.',
}

function answersFrom(values: {
  dates?: string
  training?: string
  sheet?: string
}): RosterAnswersGiven {
  const { dates, training, sheet } = values
  if (dates && dates !== 'month_first' && dates !== 'day_first') {
    throw new Refused('--dates must be month_first or day_first.')
  }
  return {
    ...(dates && { dateOrder: dates as 'month_first' | 'day_first' }),
    ...(training && { trainingType: training }),
    ...(sheet && { sheet }),
  }
}

/** "Fulano=fullName" for the columns of this file; null where nothing is mapped. */
function usesFrom(maps: string[], { mapping }: RosterReading): string[] | null {
  if (maps.length === 0) return null
  const uses = mapping.map((column) => wordOfUse(column) ?? '')
  for (const map of maps) {
    const [header = '', word = ''] = map.split(/=(?=[^=]*$)/)
    const columns = mapping.filter((one) => plainWords(one.header) === plainWords(header))
    if (columns.length === 0) throw new Refused(`There is no column “${header}” in this file.`)
    if (!/^(none|done:.+|ends:.+)$/.test(word) && !Object.hasOwn(rosterFields, word)) {
      throw new Refused(`“${word}” is nothing that a column can hold.`)
    }
    for (const { column } of columns) uses[column] = word
  }
  return uses
}

/** What a program reads: what came of the file, how it was read, and what it would ask. */
function jsonOf(
  what: { venue: string; dryRun: boolean },
  reading: RosterReading,
  { people, records, problems, notes }: RosterImportReport,
): string {
  return JSON.stringify(
    {
      ...what,
      encoding: reading.encoding,
      people,
      records,
      mapping: reading.mapping.map(mappingOf),
      questions: reading.questions,
      refusals: problems.map(({ why, ...place }) => ({ ...place, reason: why })),
      notes,
    },
    null,
    2,
  )
}

function mappingOf({ header, use, from }: RosterColumn) {
  const part = use.kind === 'course' ? { training: use.type.code, part: use.part } : {}
  return { header, ...part, field: use.kind === 'field' ? use.field : use.kind, from }
}

function print(
  venue: string,
  dry: boolean,
  { questions }: RosterReading,
  { people, records, problems, notes }: RosterImportReport,
): void {
  for (const note of notes) console.log(note)
  for (const { row, column, cell, why, mend } of problems) {
    console.log([`Row ${row}`, column, cell && `“${cell}”`].filter(Boolean).join(', '))
    console.log(`  ${why} ${mend}`)
  }
  for (const { id, sentence } of questions) console.log(`${sentence} ${answerWith[id]}`)
  console.log(`${venue}${dry ? ' (dry run, nothing was written)' : ''}`)
  console.log(`  People: ${countsWords(people)}`)
  console.log(`  Trainings: ${countsWords(records)}`)
  if (people.new + people.changed + records.new + records.changed === 0) {
    console.log('  Everything in this file is on the list already; nothing changed.')
  }
}

await runCommand(usage, run)
