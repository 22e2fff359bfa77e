import { once } from 'node:events'
import { connect } from 'node:net'
import { expect, test } from 'vitest'
import { listen } from '~/http/listen.server'
import { freePort } from '~tests/support/server'
import { smallSite } from './small-site'

async function listening(until?: Promise<void>) {
  const port = await freePort()
  const env = { host: '127.0.0.1', port, publicUrl: `http://127.0.0.1:${port}` }
  const site = smallSite({ env: { PORT: String(port) }, until })
  const begun: (() => void)[] = []
  const fetch = (request: Request, bindings: object) => {
    for (const tell of begun) tell()
    return site.fetch(request, bindings)
  }
  const nextRequest = () => new Promise<void>((resolve) => begun.push(resolve))
  return { ...env, site, nextRequest, listener: await listen(fetch, env) }
}

/** Sends bytes as they are and reads until the server hangs up. */
async function raw(port: number, text: string): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  socket.end(text)
  let answer = ''
  for await (const chunk of socket) answer += chunk
  return answer
}

test('a stop finishes the request under way, and takes no other', async () => {
  let finish = () => {}
  const until = new Promise<void>((resolve) => {
    finish = resolve
  })
  const { publicUrl, nextRequest, listener } = await listening(until)
  const arrived = nextRequest()
  const slow = fetch(`${publicUrl}/slow`)
  await arrived

  const stopped = listener.stop()
  await expect(fetch(`${publicUrl}/quiet`)).rejects.toThrow()
  finish()
  const response = await slow
  expect([response.status, await response.text()]).toEqual([200, 'at last'])
  await stopped
})

test('a stop does not wait for a connection that is only kept open', async () => {
  const { publicUrl, listener } = await listening()
  await (await fetch(`${publicUrl}/quiet`)).text()
  await expect(listener.stop()).resolves.toBeUndefined()
})

test('a port that is taken gets one sentence that names PORT', async () => {
  const { port, listener, site, publicUrl } = await listening()
  const again = listen((request) => site.fetch(request), { host: '127.0.0.1', port, publicUrl })
  await expect(again).rejects.toThrow(new RegExp(`^PORT ${port} is already in use; [^\\n]+\\.$`))
  await listener.stop()
})

test('a host of another machine gets one sentence that names HOST', async () => {
  const { site } = await listening().then(async (other) => {
    await other.listener.stop()
    return other
  })
  const env = { host: '192.0.2.1', port: await freePort(), publicUrl: 'http://192.0.2.1:3000' }
  const foreign = listen((request) => site.fetch(request), env)
  await expect(foreign).rejects.toThrow(/^HOST 192\.0\.2\.1 is not an address of this machine\.$/)
})

test('the address of the request is that of the socket', async () => {
  const { publicUrl, site, listener } = await listening()
  await (await fetch(`${publicUrl}/quiet`, { headers: { 'x-forwarded-for': '10.1.1.1' } })).text()
  expect(site.seen.address).toBe('127.0.0.1')
  expect(site.seen.headers?.get('x-forwarded-for')).toBeNull()
  await listener.stop()
})

test('a browser that sends 30 MB too much still reads the answer', async () => {
  const { publicUrl, listener, site } = await listening()
  const response = await fetch(`${publicUrl}/upload`, {
    method: 'POST',
    headers: { origin: publicUrl, accept: 'text/html' },
    body: new Uint8Array(56 * 1024 * 1024),
  })
  expect(response.status).toBe(413)
  expect(await response.text()).toContain('larger than 26 MB')
  expect(site.writes).toEqual([])
  await listener.stop()
})

test('the answer to a body that is too long waits until a slow sender has sent it', async () => {
  const { port, publicUrl, listener } = await listening()
  const length = 27 * 1024 * 1024
  const socket = connect(port, '127.0.0.1')
  let answer = ''
  socket.on('data', (chunk) => {
    answer += chunk
  })
  socket.write(
    `POST /upload HTTP/1.1\r\nHost: 127.0.0.1\r\nOrigin: ${publicUrl}\r\nContent-Length: ${length}\r\nConnection: close\r\n\r\n`,
  )
  socket.write(Buffer.alloc(length / 2))
  for (let others = 0; others < 20; others += 1) await (await fetch(`${publicUrl}/quiet`)).text()
  expect(answer).toBe('')
  socket.write(Buffer.alloc(length / 2))
  await once(socket, 'close')
  expect(answer).toMatch(/^HTTP\/1\.1 413 /)
  await listener.stop()
})

test.each([
  ['an impossible host', 'GET / HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n'],
  [
    'a method that fetch forbids',
    'TRACE / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n',
  ],
])('%s is refused with every header', async (_, text) => {
  const { port, listener } = await listening()
  const answer = await raw(port, text)
  expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /)
  expect(answer.toLowerCase()).toContain("content-security-policy: default-src 'none'")
  await listener.stop()
})
