import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { migrate } from '~db/migrate.server'
import type { Database } from '~db/open.server'
import { stories } from '~db/seed'
import { bringDemo } from '../bring-demo.server'
import { closeDatabase, databaseFile, makeDataDir, openAt } from '../db.server'
import { demoPeople } from '../domain/accounts/demo-people.server'
import { keepSecret } from '../domain/accounts/secrets.server'
import { Conflict } from '../domain/errors'
import { layDownProgram } from '../domain/standards/lay-down-program.server'
import { demoVenues, isDemo } from '../domain/standings/demo-venues.server'
import { env } from '../env.server'
import { paths } from '../paths'
import { secretsFor } from '../secrets.server'
import { demoStory } from './demo-story'
import { Refused, runCommand } from './run-command'

const usage = `Usage: npm run db:seed [-- --story]
  Puts the demo into a new database, outside of a running server.
  --story     print who is who in the demo that is there already`

async function run(argv: string[]): Promise<void> {
  const { values } = parseArgs({
    args: argv,
    options: { story: { type: 'boolean', default: false } },
  })
  const dataDir = resolve(env.dataDir)
  return values.story ? tell(dataDir) : seed(dataDir)
}

async function seed(dataDir: string): Promise<void> {
  makeDataDir(dataDir)
  keepSecret(secretsFor(dataDir, { session: env.sessionSecret }).session)
  migrate(databaseFile(dataDir))
  await withDatabase(dataDir, async (db) => {
    const now = new Date()
    await layDownProgram(db, now, env.timeZone)
    await bringDemo(db, now, { dataDir, publicUrl: env.publicUrl, s3: env.s3 })
    const { length } = await demoPeople(db)
    const venues = await demoVenues(db, now)
    console.log(`The demo is in ${dataDir}: ${length} made-up people and ${venues.length} venues.`)
    console.log(`Run npm start, and choose one of them at ${env.publicUrl}${paths.demo()}`)
    console.log('Who is who: npm run db:seed -- --story')
  })
}

async function tell(dataDir: string): Promise<void> {
  if (!existsSync(databaseFile(dataDir))) {
    throw new Refused(`There is no database in ${dataDir} yet. "npm start" makes one.`)
  }
  migrate(databaseFile(dataDir))
  await withDatabase(dataDir, async (db) => {
    if (!(await isDemo(db))) {
      throw new Refused(`The database in ${dataDir} holds no demo, so there is no story to tell.`)
    }
    const gists = new Map(stories.map(({ slug, gist }) => [slug, gist]))
    console.log(demoStory(await demoVenues(db, new Date()), await demoPeople(db), gists))
  })
}

async function withDatabase(dataDir: string, work: (db: Database) => Promise<void>) {
  try {
    await work(openAt(dataDir))
  } finally {
    await closeDatabase()
  }
}

await runCommand(usage, async (argv) => {
  try {
    await run(argv)
  } catch (error) {
    if (!(error instanceof Conflict)) throw error
    console.error(error.message)
    process.exitCode = 1
  }
})
