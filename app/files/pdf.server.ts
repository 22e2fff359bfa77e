import { join } from 'node:path'
import { Worker } from 'node:worker_threads'

export type PdfProblem = 'cut_off' | 'locked' | 'active'

/** Found from the working directory: a bundled module does not know its own path. */
const judge = join(process.cwd(), 'app/files/pdf-judge.mjs')
const patience = 10_000
const mostAtOnce = 2

let running = 0
const waiting: (() => void)[] = []

/**
 * Reads a PDF's structure: null when it is whole and only to be read. Each is judged in a thread of
 * its own, two at once; one that takes more than ten seconds, or too much memory, is not whole.
 */
export async function pdfProblem(bytes: Uint8Array): Promise<PdfProblem | null> {
  if (running >= mostAtOnce) await new Promise<void>((resolve) => waiting.push(resolve))
  else running += 1
  try {
    return await judged(bytes)
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
}

function judged(bytes: Uint8Array): Promise<PdfProblem | null> {
  const worker = new Worker(judge, {
    workerData: bytes,
    resourceLimits: { maxOldGenerationSizeMb: 384 },
    stderr: true,
  })
  return new Promise<PdfProblem | null>((resolve) => {
    const tooLong = setTimeout(() => resolve('cut_off'), patience)
    worker.once('message', resolve)
    worker.once('error', () => resolve('cut_off'))
    worker.once('exit', () => {
      clearTimeout(tooLong)
      resolve('cut_off')
    })
  }).finally(() => worker.terminate())
}
