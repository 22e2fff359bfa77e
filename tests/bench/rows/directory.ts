import Sqlite from 'better-sqlite3'
import { paths } from '~/paths'
import type { Bench } from '../bench-context'
import { load } from '../load'
import { atLeast, atMost, compared, type Finding, interleaved } from '../measure'
import { learn } from '../sites'

const floorName = 'the floor (same queries, same components)'

/** The public directory: 50 venues of all of them, from the database, at depth, searched, kept and unchanged. */
export async function directory(bench: Bench): Promise<Finding[]> {
  const { ours, floor, rounds, seconds } = await bench.sites()
  const page = Math.max(2, Math.round(bench.data.venues * 0.018))
  const first = paths.directory()
  const deep = paths.directory({ after: markBefore(bench.data.file, page) })
  const searched = paths.directory({ words: 'lantern' })
  for (const path of [first, deep, searched]) await learn(floor, 'learn', { path })

  const rate = (path: string) => async () =>
    (await load(ours.url + path, { seconds, anew: true })).perSecond
  const floorRate = (path: string) => async () =>
    (await load(floor.floor + path, { seconds })).perSecond
  /** Milliseconds a page, so that "longer" is a larger figure. */
  const time = (path: string) => async () => 1000 / (await rate(path)())

  const { headers } = await fetch(ours.url + first)
  const etag = headers.get('etag') ?? ''
  const kept = async () => (await load(ours.url + first, { seconds })).perSecond
  const unchanged = (url: string, tag: string) => async () => {
    const conditional = { 'if-none-match': tag }
    return (await load(url, { seconds, headers: conditional, expected: 304 })).perSecond
  }
  const row = 'directory'
  const unit = 'pages a second'
  return [
    atLeast(
      { row, what: '50 venues, uncached', unit, goal: 0.25, floor: floorName },
      compared(await interleaved(rounds, rate(first), floorRate(first))),
    ),
    atLeast(
      { row, what: `page ${page}, uncached`, unit, goal: 0.25, floor: floorName },
      compared(await interleaved(rounds, rate(deep), floorRate(deep))),
    ),
    atMost(
      { row, what: `page ${page} against page 1`, unit: 'ms', goal: 1.2, floor: 'page 1' },
      compared(await interleaved(rounds, time(deep), time(first))),
    ),
    atMost(
      { row, what: 'search', unit: 'ms', goal: 1.5, floor: 'the plain page' },
      compared(await interleaved(rounds, time(searched), time(first))),
    ),
    atLeast(
      { row, what: 'kept', unit, goal: 5, floor: 'uncached' },
      compared(await interleaved(rounds, kept, rate(first))),
    ),
    atLeast(
      { row, what: 'unchanged (304)', unit, goal: 0.3, floor: 'a raw Node 304' },
      compared(
        await interleaved(
          rounds,
          unchanged(ours.url + first, etag),
          unchanged(`${floor.floor}/_not-modified`, '"one"'),
        ),
      ),
    ),
  ]
}

/** The mark after which a page begins: the certificate of the venue before it. */
function markBefore(file: string, page: number): string {
  const db = new Sqlite(file, { readonly: true })
  const row = db
    .prepare(
      `SELECT certificates.id FROM venues JOIN certificates ON certificates.venue_id = venues.id
       ORDER BY venues.name, venues.id LIMIT 1 OFFSET ?`,
    )
    .pluck()
    .get((page - 1) * 50 - 1)
  db.close()
  return String(row)
}
