import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { DatabaseBusy } from '~db/transact.server'
import type { Context } from '../context'
import { Conflict, Invalid, NotFound, NotPermitted } from '../errors'
import { Unreadable } from '../table-bytes'
import { isZip } from '../workbook'
import type { RosterProgress, TellProgress } from './roster-progress.server'
import { doRosterWork, type RosterResult, type RosterWork } from './roster-work.server'

export type ThreadTask = { file: string; by: Omit<Context, 'db'>; work: RosterWork }
export type ThreadAnswer =
  | { ok: true; result: RosterResult[RosterWork['kind']] }
  | { ok: false; name: string; message: string; fields: Readonly<Record<string, string>> }

/** About two thousand rows: so many are read before anybody notices. A workbook may unpack to far more. */
const shortList = 200_000
const patience = 120_000
const mostAtOnce = 1

/** Made by `npm run build`. Found from the working directory: a bundled module does not know its own path. */
const built = 'build/threads/roster-thread.js'

/** Whether a list takes so long that nobody should wait for it. */
export function isLongList(bytes: Uint8Array): boolean {
  return bytes.byteLength > shortList || isZip(bytes)
}

/** Does a piece of work with a staff list: a long one in a thread of its own, so that nobody waits for it. */
export async function rosterWork<Kind extends RosterWork['kind']>(
  ctx: Context,
  work: Extract<RosterWork, { kind: Kind }>,
  tell?: TellProgress,
): Promise<RosterResult[Kind]> {
  const isLong = isLongList(work.bytes)
  // From source, in development and tests, there is no such file, and nobody else waits.
  const done =
    isLong && import.meta.env?.PROD
      ? await inAThread(ctx, work, tell)
      : await doRosterWork(ctx, work, tell)
  return done as RosterResult[Kind]
}

let running = 0
const waiting: (() => void)[] = []

async function inAThread({ db, ...by }: Context, work: RosterWork, tell?: TellProgress) {
  if (running >= mostAtOnce) {
    tell?.({ step: 'waiting', done: 0, of: 0 })
    await new Promise<void>((resolve) => waiting.push(resolve))
    tell?.({ step: 'reading', done: 0, of: 0 })
  } else running += 1
  try {
    const answer = await answered({ file: db.file, by, work }, tell)
    if (answer.ok) return answer.result
    throw errorOf(answer)
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
}

function answered(task: ThreadTask, tell?: TellProgress): Promise<ThreadAnswer> {
  const thread = new Worker(join(process.cwd(), built), {
    workerData: task,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: 512 },
  })
  return new Promise<ThreadAnswer>((resolve, reject) => {
    const tooLong = setTimeout(() => reject(new Unreadable(tooHard)), patience)
    thread.on('message', (message: ThreadAnswer | { progress: RosterProgress }) => {
      if ('progress' in message) tell?.(message.progress)
      else resolve(message)
    })
    thread.once('error', (error: Error & { code?: string }) =>
      reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new Unreadable(tooHard) : error),
    )
    thread.once('exit', () => {
      clearTimeout(tooLong)
      reject(new Error('The thread of a staff list ended without an answer.'))
    })
  }).finally(() => thread.terminate())
}

const tooHard = 'This file takes too long to read; please split it into smaller ones.'

function errorOf({ name, message, fields }: Extract<ThreadAnswer, { ok: false }>): Error {
  if (name === 'Unreadable') return new Unreadable(fields.file ?? message)
  if (name === 'Invalid') return new Invalid(fields)
  if (name === 'NotFound') return new NotFound(message)
  if (name === 'NotPermitted') return new NotPermitted(message)
  return name === 'DatabaseBusy' ? new DatabaseBusy() : new Conflict(message)
}
