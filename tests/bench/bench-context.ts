import { sessionCookie } from '~/http/session.server'
import type { BenchData } from './data'
import { type SignedIn, tokenOf } from './data-sessions'
import { type FloorSite, floor, ours, type Site } from './sites'

export type Bench = {
  data: BenchData
  now: Date
  rounds: number
  seconds: number
  /** Both sides, started at the first asking and kept for all rows. */
  sites(): Promise<{ ours: Site; floor: FloorSite; rounds: number; seconds: number }>
  stop(): Promise<void>
}

export function benchOf(
  data: BenchData,
  now: Date,
  { rounds, seconds }: { rounds: number; seconds: number },
): Bench {
  let starting: Promise<{ ours: Site; floor: FloorSite }> | null = null
  const start = async () => ({ ours: await ours(data.file), floor: await floor(data.file) })
  return {
    data,
    now,
    rounds,
    seconds,
    async sites() {
      starting ??= start()
      return { ...(await starting), rounds, seconds }
    },
    async stop() {
      const sites = await starting
      await sites?.ours.stop()
      await sites?.floor.stop()
    },
  }
}

/** The ids of the data are their numbers. */
export function idOf(kind: string, number: number): string {
  return `${kind}_${String(number).padStart(16, '0')}`
}

/** The header of somebody who is signed in. */
export async function cookieOf(who: SignedIn, number = 0): Promise<string> {
  const cookie = await sessionCookie(tokenOf(who, number))
  return cookie.split(';')[0] ?? ''
}

/** What a browser says with a form of this site. */
export async function formHeaders(url: string, cookie: string): Promise<Record<string, string>> {
  return {
    cookie,
    origin: url,
    'sec-fetch-site': 'same-origin',
    'content-type': 'application/x-www-form-urlencoded',
  }
}
