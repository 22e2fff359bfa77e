import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { layDownProgram } from '~/domain/standards/lay-down-program.server'
import { importLicenseFile } from '~/domain/venues/import-licenses.server'
import { readLicenseList } from '~/domain/venues/read-license-list'
import { paths } from '~/paths'
import { migrate } from '~db/migrate.server'
import { openDatabase } from '~db/open.server'
import { freePort } from '~tests/support/server'
import { type Bench, cookieOf, idOf } from '../bench-context'
import { type Finding, median, rounded } from '../measure'
import { asStarted, residentOf } from '../sites'

/** Figures with a bound of their own instead of a floor: they are of this machine. */
export async function bounds(bench: Bench): Promise<Finding[]> {
  return [await cityList(bench.now), ...(await start()), await weight(bench)]
}

async function cityList(now: Date): Promise<Finding> {
  const folder = mkdtempSync(join(tmpdir(), 'lamplight-bench-city-'))
  const file = join(folder, 'lamplight.sqlite')
  migrate(file)
  const db = openDatabase(file)
  await layDownProgram(db, now, 'America/New_York')
  const bytes = new Uint8Array(readFileSync('db/real-data/dc-licensees-2016.csv'))
  const kept = { name: 'list.csv', key: 'none', digest: 'none' }
  const begun = performance.now()
  for (const _ of ['first', 'again']) {
    await importLicenseFile(db, kept, readLicenseList(bytes), new Map(), now)
  }
  const seconds = (performance.now() - begun) / 1000
  await db.close()
  rmSync(folder, { recursive: true, force: true })
  return bound('a city’s license list, twice', seconds, 3, 's', '1,259 rows, read and written')
}

/** The second start of the demo, from the command to the first answer that it is ready. */
async function start(): Promise<Finding[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'lamplight-bench-start-'))
  try {
    await startOnce(dataDir)
    const runs = [await startOnce(dataDir), await startOnce(dataDir), await startOnce(dataDir)]
    const seconds = median(runs.map(({ ms }) => ms)) / 1000
    const memory = median(runs.map(({ resident }) => resident))
    return [
      bound('the demo is ready', seconds, 2, 's', 'a second start, median of three'),
      bound('resident memory, idle', memory, 200, 'MB', 'five seconds after that start'),
    ]
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}

async function startOnce(dataDir: string): Promise<{ ms: number; resident: number }> {
  const port = String(await freePort())
  const begun = performance.now()
  const child: ChildProcess = spawn(process.execPath, [...asStarted, 'scripts/serve.mjs'], {
    stdio: 'ignore',
    env: {
      NODE_ENV: 'production',
      PATH: process.env.PATH,
      PORT: port,
      HOST: '127.0.0.1',
      DATA_DIR: dataDir,
      DEMO: 'on',
    },
  })
  const exited = once(child, 'exit')
  while (!(await fetch(`http://127.0.0.1:${port}/health/ready`).catch(() => null))?.ok) {
    if (child.exitCode !== null) throw new Error('The demo did not start.')
    await pause(20)
  }
  const ms = performance.now() - begun
  await pause(5_000)
  const resident = residentOf(child.pid ?? 0)
  child.kill('SIGTERM')
  await exited
  return { ms, resident }
}

/** The script of a venue's home page against the part of it that every Remix page has. */
async function weight(bench: Bench): Promise<Finding> {
  const { ours } = await bench.sites()
  const headers = { cookie: await cookieOf('owner') }
  const html = await (await fetch(ours.url + paths.venue(idOf('ven', 0)), { headers })).text()
  const scripts = new Set(html.match(/\/assets\/[\w.$-]+\.js/g))
  const sizes = await Promise.all(
    [...scripts].map(async (path) => {
      const bytes = Buffer.from(await (await fetch(ours.url + path)).arrayBuffer())
      return { path, bytes: gzipSync(bytes, { level: 9 }).length }
    }),
  )
  const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0) / 1024
  return {
    ...bound('script of a venue’s home page', total, emptyPage * 1.25, 'KB', ''),
    goal: `at most 1.25 × an empty Remix page (${emptyPage} KB)`,
    detail: `${sizes.length} files, gzipped`,
  }
}

/** Measured once with a new Remix 2.17 project of one empty route, gzipped. */
const emptyPage = 86

function bound(what: string, figure: number, most: number, unit: string, detail: string): Finding {
  return {
    row: 'bounds',
    what,
    goal: `at most ${most} ${unit}`,
    reached: figure <= most,
    figure: `${rounded(figure)} ${unit}`,
    detail,
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
