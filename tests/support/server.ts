import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface RunningLamplight {
  url: string
  dataDir: string
  /** All it has printed so far: the greeting, the log, and what went wrong. */
  output(): string
  /**
   * Ends it as Ctrl-C would, and removes its data unless they are kept. An exit code other than 0 is
   * an error, and so is a violation of the policy that a browser reported meanwhile.
   */
  stop(options?: { keep: boolean }): Promise<void>
  /** Ends it at once, as a power cut or `kill -9` would, and keeps its data. */
  kill(): Promise<void>
}

interface Options {
  /** Whether there is the demo in it: seeded by this start, or a copy of what the journeys seeded once. */
  demo: boolean
  /** A test plants something that the policy of the pages stops. */
  planted?: true
  /** The data of a server that ran before. */
  dataDir?: string
  /** Further variables of the environment. */
  env?: Record<string, string>
}

const root = join(import.meta.dirname, '../..')

/** Starts the production build as a process of its own, with data of its own, on a port of its own. */
export async function startLamplight({
  demo,
  planted,
  env,
  ...kept
}: Options): Promise<RunningLamplight> {
  if (!existsSync(join(root, 'build/server/index.js'))) {
    throw new Error('There is no build to start. Run "npm run build" first.')
  }
  const dataDir = kept.dataDir ?? mkdtempSync(join(tmpdir(), 'lamplight-'))
  const seeded = demo && !kept.dataDir && process.env.SEEDED_DEMO
  if (seeded) cpSync(seeded, dataDir, { recursive: true })
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const child = spawn(process.execPath, [join(root, 'scripts/serve.mjs')], {
    cwd: root,
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      PORT: String(port),
      DATA_DIR: dataDir,
      DEMO: demo ? 'on' : 'off',
      ...env,
    },
  })
  let output = ''
  child.stdout.on('data', (chunk) => {
    output += chunk
  })
  child.stderr.on('data', (chunk) => {
    output += chunk
  })
  const exited = once(child, 'exit')

  try {
    await ready(url, child)
  } catch (error) {
    child.kill('SIGKILL')
    rmSync(dataDir, { recursive: true, force: true })
    throw new Error(`${error instanceof Error ? error.message : error}\n${output}`)
  }
  return {
    url,
    dataDir,
    output: () => output,
    async kill() {
      child.kill('SIGKILL')
      await exited
    },
    async stop({ keep } = { keep: false }) {
      child.kill('SIGTERM')
      const [code] = await exited
      if (!keep) rmSync(dataDir, { recursive: true, force: true })
      if (code !== 0) throw new Error(`Lamplight ended with ${code}.\n${output}`)
      if (!planted && output.includes('csp.violation')) {
        throw new Error(`A browser reported a violation of the policy.\n${output}`)
      }
    },
  }
}

async function ready(url: string, child: ChildProcess): Promise<void> {
  const deadline = Date.now() + 60_000
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error('Lamplight ended before it was ready.')
    const response = await fetch(`${url}/health/ready`).catch(() => null)
    if (response?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('Lamplight was not ready within a minute.')
}

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  await once(probe, 'close')
  return port
}
