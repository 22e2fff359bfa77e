import { spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import Sqlite from 'better-sqlite3'
import { paths } from '~/paths'
import { type Bench, cookieOf, formHeaders, idOf } from '../bench-context'
import { once } from '../load'
import { atLeast, compared, type Finding, interleaved, median } from '../measure'
import { learn, type Site } from '../sites'

/** A write that a venue makes: it shares its application. Each share is of another venue. */
export async function share(bench: Bench): Promise<Finding[]> {
  const { ours, floor, rounds } = await bench.sites()
  const each = Math.min(60, Math.floor((bench.data.venues / 5 - 30) / (rounds + 1)))
  let next = 1
  const body = (seen = '') =>
    `words=Hello&seen=${encodeURIComponent(seen)}&_submission=${randomBytes(12).toString('hex')}`

  /** So many venues that have not shared yet, each with its page open: that keeps a session awake. */
  const opened = async (shares: number) => {
    const requests = await Promise.all(
      Array.from({ length: shares }, () => next++ * 5).map(async (venue) => ({
        url: ours.url + paths.share(idOf('ven', venue)),
        headers: await formHeaders(ours.url, await cookieOf('owner', venue)),
      })),
    )
    const seen: Shared[] = []
    for (const { url, headers } of requests) {
      const { text } = await once(url, { headers: { cookie: headers.cookie ?? '' } })
      // What the page showed goes along, as a person's click sends it.
      const shown = /name="seen" value="([^"]*)"/.exec(text)?.[1]
      seen.push({ url, headers, body: body(shown) })
    }
    return seen
  }
  const rate = async () => perSecond(await opened(each))

  const path = paths.share(idOf('ven', 0))
  const headers = await formHeaders(floor.url, await cookieOf('owner'))
  const { status, statements } = await learn(floor, 'learn-write', { path, headers, body: body() })
  if (status !== 302) throw new Error(`The share of the floor answered ${status}.`)
  const floorRate = () =>
    perSecond(
      Array.from({ length: each }, () => ({ url: floor.url + path, headers, body: body() })),
    )

  const found = compared(await interleaved(rounds, rate, floorRate))
  const syncs = await syncsOf(ours, async () => {
    const requests = await opened(1)
    return () => perSecond(requests)
  })
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
      reached: syncs === null ? null : syncs === 1,
      figure: syncs === null ? 'not counted' : String(syncs),
      detail:
        syncs === null
          ? 'strace is not here or may not look; each share is one COMMIT at synchronous=FULL'
          : 'the median of 9 shares, counted by strace from the asking to the answer',
    },
  ]
}

type Shared = { url: string; headers: Record<string, string>; body: string }

async function perSecond(requests: Shared[]): Promise<number> {
  const begun = performance.now()
  for (const { url, headers, body } of requests) {
    const { status } = await once(url, { method: 'POST', headers, body })
    if (status !== 302) throw new Error(`A share answered ${status}.`)
  }
  return requests.length / ((performance.now() - begun) / 1000)
}

/**
 * How often the process makes the database's log durable between the asking of a share and its
 * answer: the median of many single shares, so that a job of the clock in one of them tells nothing.
 * Null where it cannot be seen.
 */
async function syncsOf(
  site: Site,
  openOne: () => Promise<() => Promise<unknown>>,
): Promise<number | null> {
  if (spawnSync('strace', ['-V']).status !== 0) return null
  const tracer = spawn('strace', [
    ...['-f', '-y', '-e', 'trace=fsync,fdatasync'],
    ...['-p', String(site.process.pid)],
  ])
  let text = ''
  tracer.stderr.on('data', (chunk) => {
    text += chunk
  })
  await delay(500)
  if (!text.includes('attached')) return null
  const counts: number[] = []
  for (let i = 0; i < 9; i += 1) {
    await mailIsOut(site)
    const shareOne = await openOne()
    await delay(50)
    const before = text.length
    await shareOne()
    // What the tracer saw reaches this process a little later.
    await delay(20)
    counts.push(text.slice(before).match(/sync\(\d+<[^>]*sqlite-wal>\)/g)?.length ?? 0)
  }
  tracer.kill('SIGINT')
  return median(counts)
}

/** Mail of the share before is claimed and settled by commits of its own. */
async function mailIsOut({ dataDir }: Site): Promise<void> {
  const db = new Sqlite(join(dataDir, 'lamplight.sqlite'), { readonly: true })
  const waiting = db
    .prepare("SELECT count(*) FROM outbox WHERE state IN ('queued', 'sending')")
    .pluck()
  while (Number(waiting.get()) > 0) await delay(100)
  db.close()
}
