import { MigrationFailed, migrate } from '~db/migrate.server'
import type { Database } from '~db/open.server'
import { closeDatabase, databaseFile, makeDataDir, openAt } from './db.server'
import { layDownProgram } from './domain/standards/lay-down-program.server'
import { programOf } from './domain/standards/program.server'
import { type Env, env } from './env.server'
import type { Readiness } from './http/health.server'
import { type Before, ListenError, listen } from './http/listen.server'
import { type Log, log } from './http/log.server'
import { lamplightServer, type ServerParts } from './http/server.server'
import { staticFiles } from './http/static-files.server'

/** What the program brings to the server, so that the server need not know it. */
export interface Bringing {
  /** Fills a database that holds nobody yet with the demo, and leaves any other as it is. Asked where DEMO is on. */
  seedDemo?(db: Database, now: Date): Promise<void>
  /** What the clock starts, until it is stopped; `stop` resolves when the work under way is done. */
  startJobs?(parts: { db: Database; env: Env; log: Log }): { stop(): Promise<void> }
  /** What the person at the keyboard reads below the address. */
  greeting?(db: Database, env: Env): Promise<string[]>
}

/** Two signals of one Ctrl-C, from the terminal and from npm, come closer together than two of a person. */
const onePress = 500

/**
 * Opens the database, listens, works until it is asked to stop, and ends the process. What a person
 * can put right themselves ends it with one sentence.
 */
export async function startWith(
  bringing: Bringing,
  build: ServerParts['build'],
  before?: Before,
): Promise<void> {
  try {
    await run(bringing, build, before)
  } catch (error) {
    if (!(error instanceof ListenError || error instanceof MigrationFailed)) throw error
    console.error(error.message)
    await closeDatabase()
    process.exit(1)
  }
}

async function run(bringing: Bringing, build: ServerParts['build'], before?: Before) {
  makeDataDir(env.dataDir)
  migrate(databaseFile(env.dataDir))
  const db = openAt(env.dataDir)
  await layDownProgram(db, new Date(), env.timeZone)
  if (env.demo) await bringing.seedDemo?.(db, new Date())

  let stopping = false
  const readiness: Readiness = async () => {
    if (stopping) return 'Lamplight is stopping.'
    await programOf(db)
    return null
  }
  const files = before ? () => null : staticFiles('build/client')
  const server = lamplightServer({ env, log, build, files, readiness })
  const listening = await listen(server.fetch, env, before)
  const jobs = bringing.startJobs?.({ db, env, log })

  const greeting = await bringing.greeting?.(db, env)
  console.log([`Lamplight is ready at ${env.publicUrl}`, ...(greeting ?? [])].join('\n'))

  onStopSignal(async () => {
    stopping = true
    await listening.stop()
    await jobs?.stop()
    await closeDatabase()
  })
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
