import type { Context } from '../context'
import { hasThreads, inThread, type ThreadTask, TookTooLong } from '../in-thread.server'
import { Unreadable } from '../table-bytes'
import { isZip } from '../workbook'
import type { RosterProgress, TellProgress } from './roster-progress.server'
import { doRosterWork, type RosterResult, type RosterWork } from './roster-work.server'

export type RosterTask = ThreadTask & { by: Omit<Context, 'db'>; work: RosterWork }

/** About two thousand rows: so many are read before anybody notices. A workbook may unpack to far more. */
const shortList = 200_000
const mostAtOnce = 1

/** Whether a list takes so long that nobody should wait for it. */
export function isLongList(bytes: Uint8Array): boolean {
  return bytes.byteLength > shortList || isZip(bytes)
}

/**
 * Does a piece of work with a staff list: a long one in a thread of its own, so that nobody waits for it.
 * Its bytes go there and are gone here.
 */
export async function rosterWork<Kind extends RosterWork['kind']>(
  ctx: Context,
  work: Extract<RosterWork, { kind: Kind }>,
  tell?: TellProgress,
): Promise<RosterResult[Kind]> {
  if (hasThreads && isLongList(work.bytes)) return inATurn(ctx, work, tell)
  return (await doRosterWork(ctx, work, tell)) as RosterResult[Kind]
}

const tooHard = 'This file takes too long to read; please split it into smaller ones.'

let running = 0
const waiting: (() => void)[] = []

async function inATurn<Result>({ db, ...by }: Context, work: RosterWork, tell?: TellProgress) {
  if (running >= mostAtOnce) {
    tell?.({ step: 'waiting', done: 0, of: 0 })
    await new Promise<void>((resolve) => waiting.push(resolve))
    tell?.({ step: 'reading', done: 0, of: 0 })
  } else running += 1
  try {
    const task: RosterTask = { file: db.file, by, work }
    const handedOver = [work.bytes.buffer as ArrayBuffer]
    return await inThread<Result, RosterProgress>('roster-thread', task, { tell, handedOver })
  } catch (error) {
    throw error instanceof TookTooLong ? new Unreadable(tooHard) : error
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
}
