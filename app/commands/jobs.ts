import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { closeDatabase, databaseFile, openAt } from '~/db.server'
import { keepSecret } from '~/domain/accounts/secrets.server'
import { env } from '~/env.server'
import { allJobs, type Done } from '~/jobs/all-jobs.server'
import { errorFacts, log } from '~/log.server'
import { secretsFor } from '~/secrets.server'
import { countOf } from '~/words/en/format'
import { migrate } from '~db/migrate.server'
import { Refused, runCommand } from './run-command'

const usage = `Usage: npm run jobs [-- --json]
  Does once what the clock does inside the server: counts again what changed, tells of what falls
  due, sends the mail that waits. It is safe beside a running server.
  --json      print what was done as JSON`

type Outcome = { job: string; done: Done } | { job: string; failed: string }

async function run(argv: string[]): Promise<void> {
  const { values } = parseArgs({
    args: argv,
    options: { json: { type: 'boolean', default: false } },
  })
  const dataDir = resolve(env.dataDir)
  if (!existsSync(databaseFile(dataDir))) {
    throw new Refused(`There is no database in ${dataDir} yet. "npm start" makes one.`)
  }
  keepSecret(secretsFor(dataDir, { session: env.sessionSecret }).session)
  migrate(databaseFile(dataDir))
  const db = openAt(dataDir)
  const outcomes: Outcome[] = []
  try {
    const quiet = { info: () => undefined, warn: log.warn.bind(log) }
    for (const job of allJobs({ db, env, log: quiet, clock: () => new Date() })) {
      outcomes.push(await outcomeOf(job.name, () => job.run(() => false)))
    }
  } finally {
    await closeDatabase()
  }
  print(outcomes, values.json)
  if (outcomes.some((outcome) => 'failed' in outcome)) process.exitCode = 1
}

/** One job's failure stops none of the others, and ends the command with exit code 1. */
async function outcomeOf(job: string, work: () => Promise<Done>): Promise<Outcome> {
  try {
    return { job, done: await work() }
  } catch (error) {
    log.error({ event: 'job.failed', job, ...errorFacts(error, log.level) })
    return { job, failed: error instanceof Error ? error.message : 'unknown' }
  }
}

function print(outcomes: Outcome[], json: boolean): void {
  if (json) {
    console.log(JSON.stringify(outcomes, null, 2))
    return
  }
  for (const outcome of outcomes) {
    if ('failed' in outcome) console.log(`${outcome.job} did not end well: ${outcome.failed}`)
    else for (const line of sentences(outcome.job, outcome.done)) console.log(line)
  }
}

function sentences(job: string, done: Done): string[] {
  const count = (name: string) => done[name] ?? 0
  switch (job) {
    case 'refresh-standings':
      return [
        `Counted ${countOf(count('counted'), 'venue', 'venues')} again; ${count('lapsed')} have something to refresh, ${count('refreshed')} are current again.`,
      ]
    case 'tell-zones':
      return [`Told ${countOf(count('told'), 'venue', 'venues')} of a loading zone.`]
    case 'send-due-reminders':
      return [`Queued ${countOf(count('mails'), 'mail', 'mails')} about what falls due.`]
    case 'remind-of-nights':
      return [`Queued ${countOf(count('mails'), 'mail', 'mails')} about tonight’s loading zones.`]
    case 'deliver-outbox':
      return [`Sent ${countOf(count('sent'), 'mail', 'mails')}.`]
    case 'check-record':
      return count('problems') === 0
        ? ['The record is unbroken as far as it is new.']
        : [
            `The record is not as it was written: ${countOf(count('problems'), 'thing', 'things')} found. Run "npm run audit:verify".`,
          ]
    case 'keep-retention':
      return [
        `Put ${countOf(count('listed'), 'line', 'lines')} on the list of what will be removed, and removed what ${countOf(count('removed'), 'line', 'lines')} stood for.`,
      ]
    case 'forget-roster-files':
      return [`Removed ${countOf(count('files'), 'uploaded staff list', 'uploaded staff lists')}.`]
    case 'sweep-files':
      return [
        `Found ${countOf(count('listed'), 'loose file', 'loose files')} that the next sweep removes, and removed ${count('removed')}.`,
      ]
    default:
      return []
  }
}

await runCommand(usage, run)
