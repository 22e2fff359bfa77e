import { join } from 'node:path'
import { Worker } from 'node:worker_threads'

/** Found from the working directory: a bundled module does not know its own path. */
const folder = join(process.cwd(), 'app/files')
const patience = 15_000

/**
 * Asks a script that works in a thread of its own: a file made to be slow, or to fill the memory, ends
 * with its thread and holds up nobody. Null when there was no answer within fifteen seconds. What is
 * handed over goes along without being copied, and is gone here.
 */
export function askApart<Answer>(
  script: string,
  question: unknown,
  handedOver: ArrayBuffer[] = [],
): Promise<Answer | null> {
  const worker = new Worker(join(folder, script), {
    workerData: question,
    transferList: handedOver,
    resourceLimits: { maxOldGenerationSizeMb: 384 },
    stderr: true,
  })
  return new Promise<Answer | null>((resolve) => {
    const tooLong = setTimeout(() => resolve(null), patience)
    worker.once('message', resolve)
    worker.once('error', () => resolve(null))
    worker.once('exit', () => {
      clearTimeout(tooLong)
      resolve(null)
    })
  }).finally(() => worker.terminate())
}
