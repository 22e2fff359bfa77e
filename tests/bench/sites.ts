import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { constants, copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { freePort } from '~tests/support/server'

export type Site = {
  url: string
  dataDir: string
  /** Resident memory now, in megabytes. */
  memory(): number
  process: ChildProcess
  stop(): Promise<void>
}

export type FloorSite = Site & {
  /** Where the floor itself listens; `url` is the product inside its process. */
  floor: string
}

/** What `npm start` gives to Node. */
export const asStarted = ['--v8-pool-size=0']

/** The production build on a copy of the data, as a process of its own. Mail goes to files. */
export async function ours(data: string): Promise<Site> {
  const dataDir = copyOf(data)
  return started('scripts/serve.mjs', dataDir, await freePort(), {})
}

export async function floor(data: string): Promise<FloorSite> {
  const dataDir = copyOf(data)
  const floorPort = await freePort()
  const site = await started('tests/bench/floor.mjs', dataDir, await freePort(), {
    FLOOR_PORT: String(floorPort),
  })
  return { ...site, floor: `http://127.0.0.1:${floorPort}` }
}

/** What the floor learns of a page or a write. */
export async function learn(
  site: FloorSite,
  kind: 'learn' | 'learn-write',
  asked: object,
): Promise<Record<string, number | string>> {
  const given = await fetch(`${site.floor}/_${kind}`, {
    method: 'POST',
    body: JSON.stringify(asked),
  })
  const text = await given.text()
  if (!given.ok) throw new Error(`The floor could not learn: ${text}`)
  return JSON.parse(text)
}

/** Sessions of the data have just been used, whenever it was made. */
function copyOf(data: string): string {
  const dataDir = mkdtempSync(join(tmpdir(), 'lamplight-bench-'))
  mkdirSync(dataDir, { recursive: true })
  const file = join(dataDir, 'lamplight.sqlite')
  copyFileSync(data, file, constants.COPYFILE_FICLONE)
  const db = new Sqlite(file)
  const now = Date.now()
  db.prepare('UPDATE sessions SET created_at = ?, last_seen_at = ?, expires_at = ? WHERE true').run(
    now,
    now,
    now + 30 * 86_400_000,
  )
  db.pragma('wal_checkpoint(TRUNCATE)')
  db.close()
  return dataDir
}

async function started(
  script: string,
  dataDir: string,
  port: number,
  more: Record<string, string>,
): Promise<Site> {
  const child = spawn(process.execPath, [...asStarted, script], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      PORT: String(port),
      DATA_DIR: dataDir,
      DEMO: 'off',
      LOG_LEVEL: 'warn',
      ...more,
    },
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk) => {
      output += chunk
    })
  }
  const exited = once(child, 'exit')
  const url = `http://127.0.0.1:${port}`
  const deadline = Date.now() + 60_000
  for (;;) {
    if (child.exitCode !== null) throw new Error(`${script} ended before it was ready.\n${output}`)
    const there = await fetch(`${url}/health/ready`).catch(() => null)
    const waits = more.FLOOR_PORT && !output.includes('The floor listens.')
    if (there?.ok && !waits) break
    if (Date.now() > deadline) throw new Error(`${script} was not ready in a minute.\n${output}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return {
    url,
    dataDir,
    process: child,
    memory: () => residentOf(child.pid ?? 0),
    async stop() {
      child.kill('SIGTERM')
      const timer = setTimeout(() => child.kill('SIGKILL'), 10_000)
      await exited
      clearTimeout(timer)
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

export function residentOf(pid: number): number {
  return statusOf(String(pid), 'VmRSS')
}

/** The most memory that this process has held. `resourceUsage` would answer that of its parent where that was more. */
export function peakMemory(): number {
  return statusOf('self', 'VmHWM')
}

/** In megabytes, from /proc, so on Linux alone; elsewhere not a number, and the row says so. */
function statusOf(process: string, name: string): number {
  try {
    const status = readFileSync(`/proc/${process}/status`, 'utf8')
    return Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) / 1024
  } catch {
    return Number.NaN
  }
}
