import { spawnSync } from 'node:child_process'
import { get } from 'node:http'

/** Runs one side on a new database in a process of its own, which answers its milliseconds and its largest memory. */
export function inAProcess(
  script: string,
  side: 'ours' | 'floor',
  list: string,
): { ms: number; peak: number } {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--import', 'tsx', `tests/bench/rows/${script}`, side, list],
    { encoding: 'utf8', maxBuffer: 1e8, env: { ...process.env, NODE_ENV: 'production' } },
  )
  if (status !== 0) throw new Error(`The import of ${side} ended with ${status}: ${stderr}`)
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '')
}

/** Asks for a page every 20 ms, from before `work` until after it. A wait counts from when it was due. */
export async function waits(url: string, work: () => Promise<void>): Promise<number[]> {
  const found: number[] = []
  const under: Promise<void>[] = []
  const timer = setInterval(() => {
    const due = performance.now()
    under.push(
      askedAlone(url).then(() => {
        found.push(performance.now() - due)
      }),
    )
  }, 20)
  await work()
  clearInterval(timer)
  await Promise.all(under)
  return found
}

/** On a connection of its own: one that waits idle may be closed while the other side is busy. */
function askedAlone(url: string): Promise<void> {
  return new Promise((resolve, reject) => {
    get(url, { agent: false }, (response) => response.resume().on('end', resolve)).on(
      'error',
      reject,
    )
  })
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
