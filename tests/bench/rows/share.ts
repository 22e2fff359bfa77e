import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { paths } from '~/paths'
import { type Bench, cookieOf, formHeaders, idOf } from '../bench-context'
import { once } from '../load'
import { atLeast, compared, type Finding, interleaved } from '../measure'
import { learn, type Site } from '../sites'

/** A write that a venue makes: it shares its application. Each share is of another venue. */
export async function share(bench: Bench): Promise<Finding[]> {
  const { ours, floor, rounds } = await bench.sites()
  const each = Math.min(60, Math.floor(bench.data.venues / 5 / (rounds + 4)))
  let next = 1
  const body = () => `words=Hello&_submission=${randomBytes(12).toString('hex')}`

  /** Shares so many venues one after the other, and answers how many a second. */
  const rate = async () => {
    const venues = Array.from({ length: each }, () => next++ * 5)
    const requests = await Promise.all(
      venues.map(async (venue) => ({
        url: ours.url + paths.share(idOf('ven', venue)),
        headers: await formHeaders(ours.url, await cookieOf('owner', venue)),
      })),
    )
    return perSecond(requests, body)
  }

  const path = paths.share(idOf('ven', 0))
  const headers = await formHeaders(floor.url, await cookieOf('owner'))
  const { status, statements } = await learn(floor, 'learn-write', { path, headers, body: body() })
  if (status !== 302) throw new Error(`The share of the floor answered ${status}.`)
  const floorRate = () =>
    perSecond(
      Array.from({ length: each }, () => ({ url: floor.url + path, headers })),
      body,
    )

  const found = compared(await interleaved(rounds, rate, floorRate))
  const syncs = await syncsOf(ours, rate, each)
  return [
    atLeast(
      {
        row: 'share',
        what: 'a share, acknowledged',
        unit: 'shares a second',
        goal: 0.3,
        floor: `the same action, its ${statements} statements answered from memory`,
      },
      found,
    ),
    {
      row: 'share',
      what: 'fsyncs for each acknowledgement',
      goal: 'one',
      reached: syncs === null ? null : Math.abs(syncs - 1) < 0.1,
      figure: syncs === null ? 'not counted' : syncs.toFixed(2),
      detail:
        syncs === null
          ? 'strace is not here or may not look; each share is one COMMIT at synchronous=FULL'
          : 'counted by strace, without the mail that follows',
    },
  ]
}

async function perSecond(
  requests: { url: string; headers: Record<string, string> }[],
  body: () => string,
): Promise<number> {
  const begun = performance.now()
  for (const { url, headers } of requests) {
    const { status } = await once(url, { method: 'POST', headers, body: body() })
    if (status !== 302) throw new Error(`A share answered ${status}.`)
  }
  return requests.length / ((performance.now() - begun) / 1000)
}

/**
 * Counts how often the process makes the log of the database durable while it shares, or null where
 * that cannot be seen. The mail job commits too: what it adds is seen in a pause and taken off.
 */
async function syncsOf(site: Site, work: () => Promise<number>, shares: number) {
  const pid = String(site.process.pid)
  if (spawnSync('strace', ['-V']).status !== 0) return null
  await quiet(site)
  const { spawn } = await import('node:child_process')
  const tracer = spawn('strace', ['-f', '-y', '-e', 'trace=fsync,fdatasync', '-p', pid])
  let text = ''
  tracer.stderr.on('data', (chunk) => {
    text += chunk
  })
  await new Promise((resolve) => setTimeout(resolve, 500))
  if (!text.includes('attached')) return null
  const begun = text.length
  await work()
  const during = text.slice(begun)
  tracer.kill('SIGINT')
  const syncs = during.match(/(fsync|fdatasync)\(\d+<[^>]*sqlite-wal>/g)?.length ?? 0
  const sent = Number(during.match(/(fsync|fdatasync)\(\d+<[^>]*mail[^>]*>/g)?.length ?? 0)
  return Math.max(0, syncs - 2 * Math.floor(sent / 2)) / shares
}

/** Waits until the mail of earlier shares is out. */
async function quiet(site: Site): Promise<void> {
  const { default: Sqlite } = await import('better-sqlite3')
  const db = new Sqlite(`${site.dataDir}/lamplight.sqlite`, { readonly: true })
  const waiting = db.prepare("SELECT count(*) FROM outbox WHERE state <> 'sent'").pluck()
  for (let i = 0; i < 120 && Number(waiting.get()) > 0; i += 1) {
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
  db.close()
}
