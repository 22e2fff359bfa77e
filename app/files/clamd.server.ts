import { connect } from 'node:net'
import type { Clamd } from '~/env.server'

export type Scanned = { clean: true } | { clean: false; found: string } | null

const patience = 30_000
const mostInChunk = 1024 * 1024

/**
 * Asks clamd about bytes (INSTREAM of its protocol: chunks behind their length, an empty one at the end).
 * Null where it did not answer, or could not judge.
 */
export function scan(bytes: Uint8Array, { host, port }: Clamd): Promise<Scanned> {
  return new Promise((resolve) => {
    const socket = connect({ host, port })
    let heard = ''
    socket.setTimeout(patience, () => socket.destroy())
    socket.on('data', (part) => {
      heard += part.toString('latin1')
    })
    socket.on('error', () => resolve(null))
    socket.on('close', () => resolve(meaningOf(heard)))
    socket.write('zINSTREAM\0')
    for (let at = 0; at < bytes.byteLength; at += mostInChunk) {
      const chunk = bytes.subarray(at, at + mostInChunk)
      socket.write(lengthOf(chunk))
      socket.write(chunk)
    }
    socket.write(lengthOf(new Uint8Array()))
  })
}

function lengthOf(chunk: Uint8Array): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(chunk.byteLength)
  return length
}

function meaningOf(answer: string): Scanned {
  const said = answer.replaceAll('\0', '').trim()
  if (said === 'stream: OK') return { clean: true }
  const found = /^stream: (.+) FOUND$/.exec(said)?.[1]
  return found ? { clean: false, found } : null
}
