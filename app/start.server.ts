import { accessSync, constants } from 'node:fs'
import { MigrationFailed, migrate, pendingMigrations } from '~db/migrate.server'
import { bringDemo } from './bring-demo.server'
import { CannotStart } from './cannot-start'
import { closeDatabase, databaseFile, makeDataDir, openAt } from './db.server'
import { holdsNobody } from './domain/accounts/queries.server'
import { keepSecret } from './domain/accounts/secrets.server'
import { layDownProgram } from './domain/standards/lay-down-program.server'
import { programOf } from './domain/standards/program.server'
import { failUnfinishedImports } from './domain/training/fail-roster-import.server'
import { env } from './env.server'
import { sweepArrivals } from './files/arrivals.server'
import { sweepStorage } from './files/storage.server'
import { greeting } from './greeting.server'
import type { Readiness } from './http/health.server'
import { type Before, listen } from './http/listen.server'
import { lamplightServer, type ServerParts } from './http/server.server'
import { staticFiles } from './http/static-files.server'
import { startJobs } from './jobs/run.server'
import { log } from './log.server'
import { secretsFor } from './secrets.server'

/** Two signals of one Ctrl-C, from the terminal and from npm, come closer together than two of a person. */
const onePress = 500

/**
 * Opens the database, listens, works until it is asked to stop, and ends the process. What a person
 * can put right themselves ends it with one sentence.
 */
export async function start(build: ServerParts['build'], before?: Before): Promise<void> {
  try {
    await run(build, before)
  } catch (error) {
    if (!(error instanceof CannotStart || error instanceof MigrationFailed)) throw error
    console.error(error.message)
    await closeDatabase()
    process.exit(1)
  }
}

async function run(build: ServerParts['build'], before?: Before) {
  openDataDir(env.dataDir)
  sweepArrivals(env.dataDir)
  sweepStorage(env.dataDir)
  keepSecret(secretsFor(env.dataDir, { session: env.sessionSecret }).session)
  migrate(databaseFile(env.dataDir))
  const db = openAt(env.dataDir)
  await layDownProgram(db, new Date(), env.timeZone)
  await failUnfinishedImports(db)
  if (env.demo && (await holdsNobody(db))) {
    console.log('Filling the new database with the demo. This takes a few seconds.')
    await bringDemo(db, new Date(), env)
  }

  let stopping = false
  const readiness: Readiness = async () => {
    if (stopping) return 'Lamplight is stopping.'
    await programOf(db)
    const pending = await pendingMigrations(db)
    return pending > 0 ? 'The database waits for a migration.' : null
  }
  const files = before ? () => null : staticFiles('build/client')
  const server = lamplightServer({ env, log, build, files, readiness, version: () => db.version() })
  const listening = await listen(server.fetch, env, before)
  const jobs = startJobs({ db, env, log })

  console.log(await greeting(db, env))

  onStopSignal(async () => {
    stopping = true
    await listening.stop()
    await jobs.stop()
    await closeDatabase()
  })
}

function openDataDir(dataDir: string): void {
  try {
    makeDataDir(dataDir)
    accessSync(dataDir, constants.W_OK)
  } catch {
    throw new CannotStart(`DATA_DIR ${dataDir} must be a folder that Lamplight may write to.`)
  }
}

/** The first signal stops in good order; another exits at once. */
function onStopSignal(stop: () => Promise<void>): void {
  let asked: number | null = null
  const signaled = () => {
    if (asked !== null) {
      if (performance.now() - asked > onePress) process.exit(130)
      return
    }
    asked = performance.now()
    stop().then(
      () => process.exit(0),
      (error) => {
        log.error({ event: 'error', error: error instanceof Error ? error.name : typeof error })
        process.exit(1)
      },
    )
  }
  process.on('SIGINT', signaled)
  process.on('SIGTERM', signaled)
}
