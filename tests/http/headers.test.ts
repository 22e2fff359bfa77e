import { describe, expect, test } from 'vitest'
import { fromOurPage, smallSite } from './small-site'

const answers: [string, number, string, RequestInit?][] = [
  ['a quiet page', 200, '/quiet'],
  ['a signed-in page', 200, '/signed-in'],
  ['an absent page', 404, '/nowhere'],
  ['a broken page', 500, '/broken'],
  ['data', 200, '/signed-in?_data=routes%2Fsigned-in'],
  ['a resource', 200, '/resource'],
  ['a download', 200, '/download'],
  ['an absent file', 404, '/absent-file'],
  ['an address of single fetch', 404, '/signed-in.data?_routes=routes%2Fsigned-in'],
  ['a redirect of a route', 302, '/leave'],
  ['a redirect of a slash', 308, '/quiet/'],
  ['a file', 200, '/file.txt'],
  ['health', 200, '/health/live'],
  ['a refused write', 403, '/signed-in', { method: 'POST' }],
  [
    'a body too long',
    413,
    '/signed-in',
    { method: 'POST', body: 'a', headers: { ...fromOurPage, 'content-length': '9999999' } },
  ],
  ['a report', 204, '/csp-report', { method: 'POST' }],
  ['options', 204, '/quiet', { method: 'OPTIONS' }],
]

function site(env = {}) {
  return smallSite({
    env,
    files: (path) => (path === '/file.txt' ? new Response('hello') : null),
  })
}

describe.each(answers)('%s (%i)', (_, status, path, init) => {
  test('carries every security header', async () => {
    const { headers, status: given } = await site().ask(path, init)
    expect(given).toBe(status)
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; /)
    expect(headers.get('content-security-policy')).toMatch(/frame-ancestors 'none'/)
    expect(headers.get('content-security-policy')).toMatch(/base-uri 'none'/)
    expect(headers.get('content-security-policy')).not.toMatch(/unsafe-|\*|https?:/)
    expect(headers.get('referrer-policy')).toBe('same-origin')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('x-frame-options')).toBe('DENY')
    expect(headers.get('permissions-policy')).toMatch(/geolocation=\(\)/)
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
    expect(headers.get('strict-transport-security')).toBeNull()
    expect(headers.get('cache-control')).not.toBeNull()
    expect(headers.get('x-request-id')).toMatch(/^[\w-]{12}$/)
    expect(headers.get('x-powered-by')).toBeNull()
  })
  test('asks for https where the site has it', async () => {
    const { headers } = await site({ PUBLIC_URL: 'https://lamplight.example.gov' }).ask(path, init)
    expect(headers.get('strict-transport-security')).toMatch(/^max-age=63072000/)
  })
})

test('an absent file answers a browser with a page, a script with a sentence, Remix with its own', async () => {
  const page = await site().ask('/absent-file', { headers: { accept: 'text/html' } })
  expect(await page.text()).toContain('<h1>We could not find that page</h1>')
  const script = await site().ask('/absent-file')
  expect(script.headers.get('content-type')).toBe('text/plain; charset=utf-8')
  const data = await site().ask('/absent-file?_data=routes%2Fabsent-file')
  expect(data.headers.get('x-remix-catch')).toBe('yes')
  expect(await data.text()).toBe('')
})

const nonceOf = (response: Response) =>
  /'nonce-([^']+)'/.exec(response.headers.get('content-security-policy') ?? '')?.[1]

test('a signed-in page runs only the scripts that carry the nonce of this response', async () => {
  const shop = site()
  const first = await shop.ask('/signed-in')
  const second = await shop.ask('/signed-in')
  expect(nonceOf(first)).toMatch(/^[\w-]{22}$/)
  expect(nonceOf(second)).not.toBe(nonceOf(first))
  const html = await first.text()
  const scripts = html.match(/<script[^>]*>/g) ?? []
  expect(scripts).toHaveLength(2)
  for (const script of scripts) expect(script).toContain(`nonce="${nonceOf(first)}"`)
})

test('a quiet page has no script, may run none, and is the same for everyone', async () => {
  const shop = site()
  const one = await shop.ask('/quiet')
  const other = await shop.ask('/quiet', { headers: { cookie: 'session=1' } })
  expect(one.headers.get('content-security-policy')).toContain("script-src 'none'")
  expect(one.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate')
  const html = await one.text()
  expect(html).not.toContain('<script')
  expect(await other.text()).toBe(html)
  expect(shop.seen.quiet).toBe(true)
  const etag = one.headers.get('etag') ?? ''
  const again = await shop.ask('/quiet', { headers: { 'if-none-match': etag } })
  expect([again.status, await again.text()]).toEqual([304, ''])
})

test('nothing else is kept, unless its route says so', async () => {
  const shop = site()
  const control = async (path: string) => (await shop.ask(path)).headers.get('cache-control')
  expect(await control('/signed-in')).toBe('no-store')
  expect(await control('/resource')).toBe('no-store')
  expect(await control('/nowhere')).toBe('no-store')
  expect(await control('/download')).toBe('private, max-age=60')
})

test('only a page that says so may show a frame', async () => {
  const shop = site()
  const policy = async (path: string) =>
    (await shop.ask(path)).headers.get('content-security-policy')
  expect(await policy('/frames')).toContain("frame-src 'self'")
  expect(await policy('/signed-in')).toContain("frame-src 'none'")
})

test('a route keeps the policy it set, and may then stand in our own frame', async () => {
  const { headers } = await site().ask('/message/abc')
  expect(headers.get('content-security-policy')).toBe(
    "default-src 'none'; sandbox; frame-ancestors 'self'",
  )
  expect(headers.get('x-frame-options')).toBe('SAMEORIGIN')
})

test('written pages are compressed for those who accept it', async () => {
  const shop = site()
  const packed = await shop.ask('/signed-in', { headers: { 'accept-encoding': 'br, gzip' } })
  expect(packed.headers.get('content-encoding')).toBe('gzip')
  expect(packed.headers.get('vary')).toBe('Accept-Encoding')
  expect(Number(packed.headers.get('content-length'))).toBeLessThan(1500)
  const unzipped = packed.body?.pipeThrough(new DecompressionStream('gzip'))
  expect(await new Response(unzipped).text()).toContain('word word word')
  const plain = await shop.ask('/signed-in', { headers: { 'accept-encoding': 'gzip;q=0' } })
  expect(plain.headers.get('content-encoding')).toBeNull()
  const file = await shop.ask('/download', { headers: { 'accept-encoding': 'gzip' } })
  expect(file.headers.get('content-encoding')).toBeNull()
})

test.each([
  ['/quiet/', '/quiet'],
  ['/quiet///?a=1/', '/quiet?a=1/'],
  ['//elsewhere.example/', '/elsewhere.example'],
  ['//elsewhere.example', '/elsewhere.example'],
  ['/\\elsewhere.example/', '/elsewhere.example'],
])('%s leads to %s', async (from, to) => {
  const shop = site()
  const request = new Request('http://127.0.0.1:3000/')
  Object.defineProperty(request, 'url', { value: new URL(`http://127.0.0.1:3000${from}`).href })
  const response = await shop.fetch(request)
  expect([response.status, response.headers.get('location')]).toEqual([308, to])
})
