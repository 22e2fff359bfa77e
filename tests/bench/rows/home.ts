import { paths } from '~/paths'
import { type Bench, cookieOf, idOf } from '../bench-context'
import { load } from '../load'
import { atLeast, compared, type Finding, interleaved } from '../measure'
import { learn } from '../sites'

const mostQueries = 12

/** The home page of a venue with an open renewal, for its signed-in owner. */
export async function home(bench: Bench): Promise<Finding[]> {
  const { ours, floor, rounds, seconds } = await bench.sites()
  const path = paths.venue(idOf('ven', 0))
  const cookie = await cookieOf('owner')
  const { queries = 0 } = await learn(floor, 'learn', { path, cookie })
  const headers = { cookie }
  const rate = async () => (await load(ours.url + path, { seconds, headers })).perSecond
  const floorRate = async () => (await load(floor.floor + path, { seconds })).perSecond
  const stated = {
    row: 'home',
    what: 'a signed-in home page',
    unit: 'pages a second',
    goal: 0.2,
    floor: 'the floor (same queries, same components)',
  }
  return [
    atLeast(stated, compared(await interleaved(rounds, rate, floorRate))),
    {
      row: 'home',
      what: 'queries of that page',
      goal: `at most ${mostQueries}`,
      reached: Number(queries) <= mostQueries,
      figure: `${queries}`,
      detail: 'session, frame and page together, as the database saw them',
    },
  ]
}
