import { existsSync, readFileSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { closeDatabase, databaseFile, openAt } from '~/db.server'
import { changesOfSet } from '~/domain/applications/standards-changes'
import { Conflict } from '~/domain/errors'
import { currentStandardSet } from '~/domain/standards/program.server'
import {
  keepingTheirs,
  nextVersion,
  publishStandards,
} from '~/domain/standards/publish-standards.server'
import { readSet } from '~/domain/standards/read-set'
import type { StandardSet } from '~/domain/standards/standard-set'
import { env } from '~/env.server'
import { publishedLine, staysLine } from '~/words/en/standards-changes'
import { migrate } from '~db/migrate.server'
import type { Database } from '~db/open.server'
import { Refused, runCommand } from './run-command'

const usage = `Usage: npm run standards:publish -- [--dry-run] FILE.json
  Checks a set of standards, says what is new, changed and gone, and puts it in force for applications
  that start from now on. The file is like db/program-pack/standards.json; templates, trainingTypes and
  lexicon stand in it where they change too.
  --dry-run   only checks it and says what would change; nothing is written`

async function publish(argv: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: argv,
    options: { 'dry-run': { type: 'boolean', default: false } },
    allowPositionals: true,
  })
  const [file] = positionals
  if (!file || positionals.length > 1) throw new Refused('Name one file with the standards.')
  if (!existsSync(file) || !statSync(file).isFile()) throw new Refused(`There is no file ${file}.`)
  const dataDir = resolve(env.dataDir)
  if (!existsSync(databaseFile(dataDir))) {
    throw new Refused(`There is no database in ${dataDir} yet. "npm start" makes one.`)
  }
  migrate(databaseFile(dataDir))
  const db = openAt(dataDir)
  try {
    const inForce = await currentStandardSet(db)
    const { set, problems } = readSet(readFileSync(file, 'utf8'), inForce)
    if (!set) {
      for (const problem of problems) console.error(problem)
      process.exitCode = 1
      return
    }
    for (const line of changesOfSet(inForce, set)) console.log(line)
    console.log(await carryOut(db, set, values['dry-run']))
  } catch (error) {
    if (!(error instanceof Conflict)) throw error
    throw new Refused(error.message)
  } finally {
    await closeDatabase()
  }
}

async function carryOut(db: Database, set: StandardSet, isDry: boolean): Promise<string> {
  const now = new Date()
  const keeping = staysLine(await keepingTheirs(db, now))
  const version = isDry ? await nextVersion(db) : await publishStandards(db, set, now)
  return `${publishedLine(version, isDry)} ${keeping}`
}

await runCommand(usage, publish)
