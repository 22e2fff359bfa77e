import { paths } from '~/paths'
import { type Bench, cookieOf, idOf } from '../bench-context'
import { deskData, onDesk } from '../data-desk'
import { load, once } from '../load'
import { atLeast, compared, type Finding, interleaved, median, rounded } from '../measure'
import { type FloorSite, floor, learn, ours, type Site } from '../sites'

/** A liaison's desk of 20,000 applications, and the studio of one of them. */
export async function desk({ now, rounds, seconds }: Bench): Promise<Finding[]> {
  const data = await deskData(now)
  const sites = { ours: await ours(data.file), floor: await floor(data.file) }
  const cookie = await cookieOf('liaison')
  const found: Finding[] = []
  const pages = [
    ['the desk', paths.desk()],
    ['the studio', paths.response(idOf('app', 1))],
  ] as const
  try {
    for (const [what, path] of pages) {
      found.push(...(await measured(sites, { what, path, cookie, rounds, seconds })))
    }
  } finally {
    await sites.ours.stop()
    await sites.floor.stop()
    data.forget()
  }
  return found
}

type Asked = { what: string; path: string; cookie: string; rounds: number; seconds: number }

async function measured(
  sites: { ours: Site; floor: FloorSite },
  { what, path, cookie, rounds, seconds }: Asked,
): Promise<Finding[]> {
  const { queries = 0 } = await learn(sites.floor, 'learn', { path, cookie })
  const headers = { cookie }
  // One after the other: where the machine is busy, four at once may not come back in a round.
  const asked = { seconds, connections: 1 }
  const rate = async () => (await load(sites.ours.url + path, { ...asked, headers })).perSecond
  const floorRate = async () => (await load(sites.floor.floor + path, asked)).perSecond
  const stated = {
    row: 'desk',
    what: `${what}, with ${onDesk.toLocaleString('en-US')} applications`,
    unit: 'pages a second',
    goal: 0.2,
    floor: 'the floor (same queries, same components)',
  }
  const compare = atLeast(stated, compared(await interleaved(rounds, rate, floorRate)))
  const alone: number[] = []
  for (let turn = 0; turn < 21; turn += 1) {
    alone.push((await once(sites.ours.url + path, { headers })).ms)
  }
  const time = {
    row: 'desk',
    what: `${what}, asked alone`,
    goal: null,
    reached: null,
    figure: `${rounded(median(alone))} ms`,
    detail: `the median of 21; ${queries} queries, session and frame included`,
  }
  return [compare, time]
}
