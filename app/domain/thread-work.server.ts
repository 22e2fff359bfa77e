import { constants, setPriority } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import { type Database, openDatabase } from '~db/open.server'
import { Conflict, Invalid } from './errors'
import type { ThreadAnswer, ThreadTask } from './in-thread.server'

/**
 * Does what a thread was asked, and answers: called once by each script that `inThread` starts. A thread
 * is a graph of its own and shares nothing with the server but the database file. What a person can put
 * right crosses over by name; anything else is a bug, and the thread ends with it.
 */
export async function answerAsThread<Task extends ThreadTask, Progress, Result>(
  work: (db: Database, task: Task, tell: (progress: Progress) => void) => Promise<Result>,
): Promise<void> {
  standBack()
  const task = workerData as Task
  const db = openDatabase(task.file)
  const tell = (progress: Progress) => parentPort?.postMessage({ progress })
  let answer: ThreadAnswer<Result>
  try {
    answer = { ok: true, result: await work(db, task, tell) }
  } catch (error) {
    answer = failureOf(error)
  }
  await db.close()
  parentPort?.postMessage(answer)
}

/**
 * The thread that answers pages goes first. On Linux alone a priority belongs to one thread; where a
 * machine forbids to set it, the work is done all the same.
 */
function standBack(): void {
  if (process.platform !== 'linux') return
  try {
    setPriority(constants.priority.PRIORITY_LOW)
  } catch {
    return
  }
}

function failureOf(error: unknown): Extract<ThreadAnswer<never>, { ok: false }> {
  if (error instanceof Invalid) {
    return { ok: false, name: error.name, message: error.message, fields: error.fields }
  }
  const known = ['NotFound', 'NotPermitted', 'DatabaseBusy']
  if (error instanceof Conflict || (error instanceof Error && known.includes(error.name))) {
    return { ok: false, name: error.name, message: error.message, fields: {} }
  }
  throw error
}
