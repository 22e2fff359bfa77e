import type { Database, Reader, Tx } from '~db/open.server'
import type { Actor, Origin } from '../context'
import { TooMany } from '../errors'
import { recordEvent } from '../events.server'
import { countersOf } from './limit-store.server'
import {
  type Allowance,
  type Counted,
  type Limit,
  type LimitName,
  limits,
  whenWords,
} from './limits'
import { networkOf, wideNetworkOf } from './network-address'
import { markOf } from './secrets.server'

/** Who is counted besides the network address, which comes with the request. */
export type Who = Partial<
  Record<Exclude<Counted, 'address' | 'emailThere' | 'emailAround'>, string>
>
/** A visit or a context: who is signed in stands in the event. */
type Asker = { now: Date; origin: Origin; actor?: Actor | null }
/** Plain JSON, so that it can be a deed's kept result. */
export type Limited = { limited: LimitName; seconds: number }

/**
 * Counts one use of what a limit guards, for everybody it counts, or throws TooMany with a sentence
 * that says when to try again; then nothing is counted. It is a transaction of its own, and stands
 * before the deed, never inside it. Using up an allowance is an event, once in its time.
 */
export async function spend(
  asker: Asker & { db: Database },
  rule: LimitName,
  who: Who = {},
): Promise<void> {
  const limited = await asker.db.transaction((tx) => spendIn(tx, asker, rule, who))
  if (limited) throw tooMany(limited)
}

/** As `spend`, inside a deed: what it answers must be the deed's result, so that the count is kept. */
export async function spendIn(
  tx: Tx,
  asker: Asker,
  rule: LimitName,
  who: Who = {},
): Promise<Limited | null> {
  const { now } = asker
  const counted = countersFor(rule, asker.origin, who)
  for (const { key, allowance } of counted) {
    const found = await countersOf(allowance).get(key, { tx, now })
    if (!found || found.consumedPoints < allowance.points) continue
    // One point more than there are says that the event stands already.
    if (found.consumedPoints === allowance.points) {
      await countersOf(allowance).penalty(key, 1, { tx, now })
      await noteLimited(tx, asker, rule)
    }
    return { limited: rule, seconds: secondsOf(found.msBeforeNext) }
  }
  for (const { key, allowance } of counted) {
    await countersOf(allowance).consume(key, 1, { tx, now })
  }
  return null
}

/** Throws TooMany where an allowance is used up, and counts nothing: for what is read again and again. */
export async function refuseWhenSpent(
  { db, now, origin }: Asker & { db: Reader },
  rule: LimitName,
  who: Who = {},
): Promise<void> {
  for (const { key, allowance } of countersFor(rule, origin, who)) {
    const found = await countersOf(allowance).get(key, { tx: db, now })
    if (found && found.consumedPoints >= allowance.points) {
      throw tooMany({ limited: rule, seconds: secondsOf(found.msBeforeNext) })
    }
  }
}

/** Gives a use back that turned out to be none of many tries. What was refused meanwhile stays refused. */
export async function giveBack(tx: Tx, asker: Asker, rule: LimitName, who: Who = {}) {
  const { now, origin } = asker
  for (const { key, allowance } of countersFor(rule, origin, who)) {
    const found = await countersOf(allowance).get(key, { tx, now })
    if (!found || found.consumedPoints > allowance.points) continue
    await countersOf(allowance).reward(key, 1, { tx, now })
  }
}

/** How often it was counted of late, for one who is counted. */
export async function spentOf(
  db: Reader,
  now: Date,
  rule: LimitName,
  counted: Counted,
  id: string,
): Promise<number> {
  const counters = countersOf(allowanceOf(rule, counted))
  return (await counters.get(keyOf(rule, counted, id), { tx: db, now }))?.consumedPoints ?? 0
}

export function tooMany({ limited, seconds }: Limited): TooMany {
  return new TooMany(limits[limited].sentence(whenWords(seconds)), seconds)
}

export async function noteLimited(tx: Tx, asker: Asker, rule: LimitName): Promise<void> {
  const { now, origin, actor = null } = asker
  await recordEvent(tx, { kind: 'person.limited', actor, at: now, origin, facts: { limit: rule } })
}

function countersFor(rule: LimitName, origin: Origin, who: Who) {
  const address = networkOf(origin.address)
  const emailThere = who.email && address ? `${who.email} ${address}` : null
  const emailAround = who.email ? `${who.email} ${wideNetworkOf(origin.address)}` : null
  const ids: Partial<Record<Counted, string | null>> = { ...who, address, emailThere, emailAround }
  const per = Object.entries((limits[rule] as Limit).per) as [Counted, Allowance][]
  return per.flatMap(([counted, allowance]) => {
    const id = ids[counted]
    return id ? { key: keyOf(rule, counted, id), allowance } : []
  })
}

export function allowanceOf(rule: LimitName, counted: Counted): Allowance {
  const allowance = (limits[rule] as Limit).per[counted]
  if (!allowance) throw new Error(`The limit ${rule} does not count by ${counted}.`)
  return allowance
}

/** No address and no name stands in the table. */
export function keyOf(rule: LimitName, counted: Counted, id: string): string {
  return markOf(`limit:${rule}:${counted}:${id}`)
}

export function secondsOf(ms: number): number {
  return Math.max(Math.ceil(ms / 1000), 1)
}
