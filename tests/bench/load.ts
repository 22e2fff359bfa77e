import { Agent, request } from 'node:http'
import autocannon from 'autocannon'

export type Load = { perSecond: number; p99: number }

type Asking = {
  seconds: number
  connections?: number
  headers?: Record<string, string>
  expected?: number
  /** Asks for another address each time, so that nothing kept can answer. */
  anew?: boolean
}

/** Keeps a few connections busy with one page for some seconds. Any answer but the expected one is an error. */
export async function load(url: string, asking: Asking): Promise<Load> {
  const { seconds, connections = 4, headers = {}, expected = 200, anew = false } = asking
  const { pathname, search, origin } = new URL(url)
  const path = `${pathname}${search}`
  let turn = 0
  const setupRequest = (sent: autocannon.Request) => {
    turn += 1
    const fresh = `${path}${search ? '&' : '?'}turn=${process.pid}.${turn}.${Date.now()}`
    return { ...sent, path: anew ? fresh : path }
  }
  const requests = [{ path, headers, setupRequest }]
  const found = await autocannon({ url: origin, connections, duration: seconds, requests })
  const codes = Object.keys(found.statusCodeStats ?? {})
  if (found.errors > 0 || codes.join() !== String(expected)) {
    throw new Error(`${path} answered ${codes.join() || 'nothing'}, with ${found.errors} errors.`)
  }
  return { perSecond: found.requests.total / found.duration, p99: found.latency.p99 }
}

const agent = new Agent({ keepAlive: true, maxSockets: 1 })

/** One request on a connection that is kept, and the time from asking to its last byte. */
export function once(
  url: string,
  {
    method = 'GET',
    headers = {},
    body = '',
  }: { method?: string; headers?: Record<string, string>; body?: string | Uint8Array } = {},
): Promise<{
  status: number
  ms: number
  headers: Record<string, string | string[] | undefined>
  text: string
}> {
  return new Promise((resolve, reject) => {
    const begun = performance.now()
    const length = { 'content-length': String(Buffer.byteLength(body)) }
    const sent = request(
      url,
      { method, agent, headers: method === 'GET' ? headers : { ...headers, ...length } },
      (response) => {
        let text = ''
        response.setEncoding('utf8')
        response.on('data', (chunk) => {
          text += chunk
        })
        response.on('end', () => {
          const { statusCode = 0 } = response
          resolve({
            status: statusCode,
            ms: performance.now() - begun,
            headers: response.headers,
            text,
          })
        })
      },
    )
    sent.on('error', reject)
    if (method !== 'GET') sent.write(body)
    sent.end()
  })
}
