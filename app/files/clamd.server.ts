import { connect } from 'node:net'
import { pipeline } from 'node:stream/promises'
import type { Clamd } from '~/env.server'

export type Scanned = { clean: true } | { clean: false; found: string } | null

const patience = 30_000

/**
 * Asks clamd about a file (INSTREAM of its protocol: pieces behind their length, an empty one at the
 * end). Null where it did not answer, or could not judge.
 */
export function scan(content: Blob, { host, port }: Clamd): Promise<Scanned> {
  return new Promise((resolve) => {
    const socket = connect({ host, port })
    let heard = ''
    socket.setTimeout(patience, () => socket.destroy())
    socket.on('data', (part) => {
      heard += part.toString('latin1')
    })
    socket.on('error', () => resolve(null))
    socket.on('close', () => resolve(meaningOf(heard)))
    // It may answer and go before it heard everything; what it said is what counts.
    pipeline(instream(content), socket, { end: false }).catch(() => undefined)
  })
}

async function* instream(content: Blob): AsyncGenerator<string | Uint8Array> {
  yield 'zINSTREAM\0'
  for await (const piece of content.stream()) {
    yield lengthOf(piece)
    yield piece
  }
  yield lengthOf(new Uint8Array())
}

function lengthOf(piece: Uint8Array): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(piece.byteLength)
  return length
}

function meaningOf(answer: string): Scanned {
  const said = answer.replaceAll('\0', '').trim()
  if (said === 'stream: OK') return { clean: true }
  const found = /^stream: (.+) FOUND$/.exec(said)?.[1]
  return found ? { clean: false, found } : null
}
