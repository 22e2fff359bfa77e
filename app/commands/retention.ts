import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { closeDatabase, databaseFile, openAt } from '~/db.server'
import { allDueWeeks } from '~/domain/privacy/due-weeks.server'
import { keepRetention } from '~/domain/privacy/keep-retention.server'
import { lastDayOf, weeksText } from '~/domain/privacy/notice'
import { wholeRetentionList } from '~/domain/privacy/retention-list.server'
import { programOf } from '~/domain/standards/program.server'
import { env } from '~/env.server'
import { forgetFile } from '~/files/store.server'
import { countOf } from '~/words/en/format'
import { listedLine } from '~/words/en/retention'
import { migrate, pendingMigrations } from '~db/migrate.server'
import { openToRead, type Reader } from '~db/open.server'
import { Refused, runCommand } from './run-command'

const usage = `Usage: npm run retention -- [--dry-run] [--json]
  Lists what the retention schedule says is due, removes what has stood on the list for its days and
  is not kept longer, and prints the list. The server does the same each hour.
  --dry-run   only says what it would list and remove; nothing is written
  --json      print it as JSON`

type Line = {
  id: string | null
  rule: string
  about: string
  count: number
  removeAfter: Date
  keptBecause: string | null
}
type Outcome = { listed: number; removed: number; list: Line[] }

async function retention(argv: string[]): Promise<void> {
  const flag = { type: 'boolean', default: false } as const
  const { values } = parseArgs({ args: argv, options: { 'dry-run': flag, json: flag } })
  const dataDir = resolve(env.dataDir)
  if (!existsSync(databaseFile(dataDir))) {
    throw new Refused(`There is no database in ${dataDir} yet. "npm start" makes one.`)
  }
  const isDry = values['dry-run']
  const now = new Date()
  const done = isDry ? await foreseen(dataDir, now) : await carriedOut(dataDir, now)
  if (values.json) console.log(JSON.stringify({ dryRun: isDry, ...done.outcome }, null, 2))
  else for (const line of linesOf(done, isDry)) console.log(line)
}

type Done = { outcome: Outcome; timeZone: string }

async function carriedOut(dataDir: string, now: Date): Promise<Done> {
  migrate(databaseFile(dataDir))
  const db = openAt(dataDir)
  try {
    const counts = await keepRetention(db, now, forgetFile)
    const { timeZone } = await programOf(db)
    return { outcome: { ...counts, list: await listOn(db) }, timeZone }
  } finally {
    await closeDatabase()
  }
}

/** What a run would do now, by a connection that only reads. */
async function foreseen(dataDir: string, now: Date): Promise<Done> {
  const file = databaseFile(dataDir)
  const db = openToRead(file)
  try {
    if ((await pendingMigrations(db)) > 0) {
      throw new Refused(`${file} is of an older version. Run "npm run db:migrate" first.`)
    }
    const list = await listOn(db)
    const due = await allDueWeeks(db, now)
    const would = due.map(({ weeks, ...line }) => ({
      id: null,
      about: weeksText(weeks),
      keptBecause: null,
      ...line,
    }))
    const removed = list.filter(({ removeAfter }) => removeAfter <= now).length
    const { timeZone } = await programOf(db)
    return { outcome: { listed: due.length, removed, list: [...list, ...would] }, timeZone }
  } finally {
    await db.close()
  }
}

async function listOn(db: Reader): Promise<Line[]> {
  const listed = await wholeRetentionList(db)
  return listed.map(({ id, rule, subjectId, count, removeAfter, keptAt, keptBecause }) => ({
    ...{ id, rule, about: subjectId, count, removeAfter },
    keptBecause: keptAt && keptBecause,
  }))
}

function linesOf({ outcome: { listed, removed, list }, timeZone }: Done, isDry: boolean): string[] {
  const said = isDry
    ? `Nothing was written. A run now would list ${countOf(listed, 'line', 'lines')} and remove what ${countOf(removed, 'line stands', 'lines stand')} for.`
    : `Listed ${countOf(listed, 'line', 'lines')}, and removed what ${countOf(removed, 'line', 'lines')} stood for.`
  if (list.length === 0) return [said, 'Nothing is on the list.']
  return [
    said,
    ...list.map((line) => listedLine({ ...line, lastDay: lastDayOf(line.removeAfter, timeZone) })),
  ]
}

await runCommand(usage, retention)
