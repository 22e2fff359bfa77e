import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { acceptedEncodings, matches } from './static-files.server'

const compressible = /^(text\/|application\/(json|manifest\+json|xml)|image\/svg)/
const gzipped = promisify(gzip)

/** Below this, compressing costs more than it saves. */
const worthwhile = 1024

/** Compresses a written page or data for those who accept it, and answers 304 where the reader has it already. */
export async function compressed(asked: Headers, response: Response): Promise<Response> {
  const { headers } = response
  const etag = headers.get('etag')
  if (response.status === 200 && etag && matches(asked.get('if-none-match'), etag)) {
    await response.body?.cancel()
    return new Response(null, { status: 304, headers: withoutBody(headers) })
  }
  if (!response.body || !isText(headers)) return response

  headers.append('Vary', 'Accept-Encoding')
  const bytes = new Uint8Array(await response.arrayBuffer())
  const accepts = acceptedEncodings(asked.get('accept-encoding')).has('gzip')
  const shrink = accepts && bytes.byteLength >= worthwhile
  const body = shrink ? new Uint8Array(await gzipped(bytes, { level: 5 })) : bytes
  if (shrink) headers.set('Content-Encoding', 'gzip')
  headers.set('Content-Length', String(body.byteLength))
  return new Response(body, { status: response.status, headers })
}

function isText(headers: Headers): boolean {
  return (
    compressible.test(headers.get('content-type') ?? '') &&
    !headers.has('content-encoding') &&
    !headers.has('content-disposition')
  )
}

function withoutBody(headers: Headers): Headers {
  const kept = new Headers(headers)
  kept.delete('content-type')
  kept.delete('content-length')
  return kept
}
