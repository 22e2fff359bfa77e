import { resolve } from 'node:path'
import { migrate } from '~db/migrate.server'
import { bringDemo } from '../bring-demo.server'
import { closeDatabase, databaseFile, makeDataDir, openAt } from '../db.server'
import { demoPeople } from '../domain/accounts/queries.server'
import { keepSecret } from '../domain/accounts/secrets.server'
import { Conflict } from '../domain/errors'
import { layDownProgram } from '../domain/standards/lay-down-program.server'
import { env } from '../env.server'
import { paths } from '../paths'
import { secretsFor } from '../secrets.server'

/** Puts the demo into a new database, outside of a running server. */
async function run(): Promise<void> {
  const dataDir = resolve(env.dataDir)
  makeDataDir(dataDir)
  keepSecret(secretsFor(dataDir, { session: env.sessionSecret }).session)
  migrate(databaseFile(dataDir))
  const db = openAt(dataDir)
  try {
    const now = new Date()
    await layDownProgram(db, now, env.timeZone)
    await bringDemo(db, now, { dataDir, publicUrl: env.publicUrl })
    const { length } = await demoPeople(db)
    console.log(`The demo is in ${dataDir}: ${length} made-up people around Harbor Street.`)
    console.log(`Run npm start, and choose one of them at ${env.publicUrl}${paths.demo()}`)
  } finally {
    await closeDatabase()
  }
}

try {
  await run()
} catch (error) {
  if (!(error instanceof Conflict)) throw error
  console.error(error.message)
  process.exitCode = 1
}
