import { parentPort, workerData } from 'node:worker_threads'
import { openDatabase } from '~db/open.server'
import { Conflict, Invalid } from '../errors'
import type { RosterProgress } from './roster-progress.server'
import type { ThreadAnswer, ThreadTask } from './roster-thread.server'
import { doRosterWork } from './roster-work.server'

/**
 * The thread in which one long staff list is read, shown or written. It is a graph of its own and
 * shares nothing with the server but the database file, to which it has connections of its own.
 */
const { file, by, work } = workerData as ThreadTask
const db = openDatabase(file)
const tell = (progress: RosterProgress) => parentPort?.postMessage({ progress })
let answer: ThreadAnswer
try {
  answer = { ok: true, result: await doRosterWork({ db, ...by }, work, tell) }
} catch (error) {
  answer = answerOf(error)
}
await db.close()
parentPort?.postMessage(answer)

/** What a person can put right crosses over by name; anything else is a bug, and the thread ends with it. */
function answerOf(error: unknown): ThreadAnswer {
  if (error instanceof Invalid) {
    return { ok: false, name: error.name, message: error.message, fields: error.fields }
  }
  const known = ['NotFound', 'NotPermitted', 'DatabaseBusy']
  if (error instanceof Conflict || (error instanceof Error && known.includes(error.name))) {
    return { ok: false, name: error.name, message: error.message, fields: {} }
  }
  throw error
}
