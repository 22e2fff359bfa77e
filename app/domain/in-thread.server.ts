import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { DatabaseBusy } from '~db/transact.server'
import { Conflict, Invalid, NotFound, NotPermitted } from './errors'
import { Unreadable } from './table-bytes'

/** What every thread is handed: the database file, to which it opens connections of its own. */
export type ThreadTask = { file: string }

export type ThreadAnswer<Result> =
  | { ok: true; result: Result }
  | { ok: false; name: string; message: string; fields: Readonly<Record<string, string>> }

type ThreadSays<Result, Progress> = ThreadAnswer<Result> | { progress: Progress }

type Asking<Progress> = {
  tell?: ((progress: Progress) => void) | undefined
  /** What goes along without being copied, and is gone here. */
  handedOver?: ArrayBuffer[]
}

/** Made by `npm run build`. Found from the working directory: a bundled module does not know its own path. */
const folder = 'build/threads'
const patience = 120_000

/** A thread that needed more memory or time than any may have. It left nothing behind. */
export class TookTooLong extends Error {
  override name = 'TookTooLong'
}

/** Whether there are threads to ask: from source, in development and tests, there are none, and nobody else waits. */
export const hasThreads = Boolean(import.meta.env?.PROD)

/**
 * Asks a built script to work in a thread of its own, with 512 MB and two minutes at most. What a person
 * can put right is thrown as it was thrown there; `TookTooLong` where memory or time ran out.
 */
export async function inThread<Result, Progress = never>(
  script: string,
  task: ThreadTask,
  asking: Asking<Progress> = {},
): Promise<Result> {
  const answer = await answered<Result, Progress>(script, task, asking)
  if (answer.ok) return answer.result
  throw errorOf(answer)
}

function answered<Result, Progress>(
  script: string,
  task: ThreadTask,
  { tell, handedOver = [] }: Asking<Progress>,
): Promise<ThreadAnswer<Result>> {
  const thread = new Worker(join(process.cwd(), folder, `${script}.js`), {
    workerData: task,
    transferList: handedOver,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 96 },
  })
  return new Promise<ThreadAnswer<Result>>((resolve, reject) => {
    const tooLong = setTimeout(() => reject(new TookTooLong(script)), patience)
    thread.on('message', (message: ThreadSays<Result, Progress>) => {
      if ('progress' in message) tell?.(message.progress)
      else resolve(message)
    })
    thread.once('error', (error: Error & { code?: string }) =>
      reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new TookTooLong(script) : error),
    )
    thread.once('exit', () => {
      clearTimeout(tooLong)
      reject(new Error(`The thread ${script} ended without an answer.`))
    })
  }).finally(() => thread.terminate())
}

function errorOf({ name, message, fields }: Extract<ThreadAnswer<unknown>, { ok: false }>): Error {
  if (name === 'Unreadable') return new Unreadable(fields.file ?? message)
  if (name === 'Invalid') return new Invalid(fields)
  if (name === 'NotFound') return new NotFound(message)
  if (name === 'NotPermitted') return new NotPermitted(message)
  return name === 'DatabaseBusy' ? new DatabaseBusy() : new Conflict(message)
}
