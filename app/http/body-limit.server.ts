const megabyte = 1024 * 1024

export const bodyLimits = { form: megabyte, upload: 26 * megabyte, report: 16 * 1024 } as const

/** How much of a body that is refused is still read, so that the browser reads the answer to it. */
const patience = { bytes: 128 * megabyte, ms: 60_000 }

/** What the reader of a body meets past its limit. The server answers it; it is no bug. */
export class BodyTooLong extends Error {}

export interface LimitedBody {
  body: ReadableStream<Uint8Array> | null
  /** True once more than the limit arrived; the reader of the body then got an error. */
  exceeded(): boolean
}

/** The body, never longer than the limit; null when the request already says that it is longer. */
export function limitedBody(request: Request, limit: number): LimitedBody | null {
  const declared = request.headers.get('content-length')
  if (declared !== null && !(/^\d+$/.test(declared) && Number(declared) <= limit)) return null
  if (!request.body) return { body: null, exceeded: () => false }
  // A declared length is enforced by Node's parser.
  if (declared !== null) return { body: request.body, exceeded: () => false }

  let bytes = 0
  const counting = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      bytes += chunk.byteLength
      if (bytes > limit) controller.error(new BodyTooLong('The body is longer than its limit.'))
      else controller.enqueue(chunk)
    },
  })
  return { body: request.body.pipeThrough(counting), exceeded: () => bytes > limit }
}

/** Reads what is left of a refused body and forgets it: a browser shows no answer while it still sends. */
export async function discard(request: Request): Promise<void> {
  if (!request.body || request.body.locked) return
  const reader = request.body.getReader()
  const timer = setTimeout(() => reader.cancel().catch(() => undefined), patience.ms)
  try {
    for (let bytes = 0; bytes <= patience.bytes; ) {
      const { done, value } = await reader.read()
      if (done) return
      bytes += value.byteLength
    }
  } catch {
    // The sender went away: there is nobody left to answer.
  } finally {
    clearTimeout(timer)
    reader.cancel().catch(() => undefined)
  }
}

export function tooLargeSentence(limit: number): string {
  const most = limit >= megabyte ? `${limit / megabyte} MB` : `${limit / 1024} KB`
  return `What you sent is larger than ${most}, the most this page can take. Nothing was saved. Please go back and send something smaller.`
}
