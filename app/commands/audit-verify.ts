import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { databaseFile } from '~/db.server'
import { type Finding, findingSentences, type Point } from '~/domain/record/chain'
import { type Verdict, verifyRecord } from '~/domain/record/verify-record.server'
import { env } from '~/env.server'
import { countOf, formatNumber } from '~/words/en/format'
import { pendingMigrations } from '~db/migrate.server'
import { openToRead } from '~db/open.server'
import { Refused, runCommand } from './run-command'

const usage = `Usage: npm run audit:verify [-- --json] [-- --expect LENGTH:HASH] [-- --file FILE]
  Reads the whole record and says whether it is as it was written. Ends with exit code 1 where it is not.
  --json      print what was found as JSON
  --expect    a point that an earlier run printed: says whether the record still contains it
  --file      another database than the one in DATA_DIR, for example a backup; nothing is written to it`

async function verify(argv: string[]): Promise<void> {
  const text = { type: 'string' } as const
  const { values } = parseArgs({
    args: argv,
    options: { json: { type: 'boolean', default: false }, expect: text, file: text },
  })
  const expected = values.expect === undefined ? undefined : pointOf(values.expect)
  const file = resolve(values.file ?? databaseFile(env.dataDir))
  if (!existsSync(file)) throw new Refused(`There is no database at ${file}.`)
  const db = openToRead(file)
  try {
    if ((await pendingMigrations(db)) > 0) {
      throw new Refused(`${file} is of an older version. Run "npm run db:migrate" first.`)
    }
    const verdict = await verifyRecord(db, expected)
    if (values.json) console.log(JSON.stringify(verdict, null, 2))
    else for (const line of linesOf(verdict, expected)) console.log(line)
    if (verdict.findings.length > 0) process.exitCode = 1
  } finally {
    await db.close()
  }
}

function pointOf(typed: string): Point {
  const [, length, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(typed.trim()) ?? []
  if (!length || !hash)
    throw new Refused('--expect must be LENGTH:HASH, as this command prints it.')
  return { length: Number(length), hash }
}

function linesOf(verdict: Verdict, expected: Point | undefined): string[] {
  const { length, hash, findings, checked, erased } = verdict
  const read = `Read ${countOf(checked, 'event', 'events')}; the details of ${formatNumber(erased)} were erased under a retention rule.`
  if (findings.length > 0) {
    return [
      ...findings.map(sentence),
      read,
      `The record is broken: ${countOf(findings.length, 'thing', 'things')} found. Keep this database as it is, and compare it with a backup.`,
    ]
  }
  return [
    read,
    'The record is unbroken.',
    ...(expected ? [`It contains the point ${expected.length}:${expected.hash}.`] : []),
    `Note this point down elsewhere: ${length}:${hash}`,
  ]
}

function sentence({ what, sequence, id }: Finding): string {
  const place = sequence === null ? id : `Event ${sequence} (${id})`
  return `${place} ${findingSentences[what]}.`
}

await runCommand(usage, verify)
