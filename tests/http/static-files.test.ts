import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { staticFiles } from '~/http/static-files.server'
import { type SmallSite, smallSite } from './small-site'

const script = 'export const lamp = "lit"\n'.repeat(100)
let directory: string
let site: SmallSite

beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'lamplight-files-'))
  mkdirSync(join(directory, 'client/assets'), { recursive: true })
  const write = (path: string, bytes: string | Buffer) =>
    writeFileSync(join(directory, path), bytes)
  write('secret.txt', 'secret')
  write('client/assets/app-1a2b.js', script)
  write('client/assets/app-1a2b.js.br', brotliCompressSync(script))
  write('client/assets/app-1a2b.js.gz', gzipSync(script))
  write('client/favicon.ico', Buffer.from([0, 0, 1, 0]))
  write('client/.hidden', 'hidden')
  site = smallSite({ files: staticFiles(join(directory, 'client')) })
})
afterAll(() => rmSync(directory, { recursive: true }))

const get = (path: string, headers: Record<string, string> = {}) => site.ask(path, { headers })

test('a built file is kept for a year and sent as small as the reader can take it', async () => {
  const response = await get('/assets/app-1a2b.js', { 'accept-encoding': 'gzip, deflate, br' })
  expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  expect(response.headers.get('content-encoding')).toBe('br')
  expect(response.headers.get('vary')).toBe('Accept-Encoding')
  expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
  const bytes = Buffer.from(await response.arrayBuffer())
  expect(Number(response.headers.get('content-length'))).toBe(bytes.length)
  expect(brotliDecompressSync(bytes).toString()).toBe(script)
})

test.each([
  ['gzip', 'gzip'],
  ['br;q=0, gzip', 'gzip'],
  ['BR', 'br'],
  ['identity', null],
  ['', null],
  ['br;q=0.0,gzip;q=0', null],
])('Accept-Encoding %j gets %j', async (accepted, encoding) => {
  const response = await get('/assets/app-1a2b.js', { 'accept-encoding': accepted })
  expect(response.headers.get('content-encoding')).toBe(encoding)
})

test('what the reader already has is not sent again', async () => {
  const etag = (await get('/assets/app-1a2b.js')).headers.get('etag') ?? ''
  const again = await get('/assets/app-1a2b.js', { 'if-none-match': `"other", ${etag}` })
  expect(again.status).toBe(304)
  expect(await again.text()).toBe('')
  expect(again.headers.get('etag')).toBe(etag)
  expect((await get('/assets/app-1a2b.js', { 'if-none-match': '"other"' })).status).toBe(200)
})

test('other public files are kept for an hour', async () => {
  const response = await get('/favicon.ico')
  expect(response.headers.get('cache-control')).toBe('public, max-age=3600')
  expect(response.headers.get('content-type')).toBe('image/x-icon')
})

test('HEAD tells the length without the bytes', async () => {
  const response = await site.ask('/assets/app-1a2b.js', { method: 'HEAD' })
  expect(response.headers.get('content-length')).toBe(String(script.length))
  expect(await response.text()).toBe('')
})

test.each([
  '/assets/../../secret.txt',
  '/..%2fsecret.txt',
  '/%2e%2e/secret.txt',
  '/assets/gone-9z9z.js',
  '/assets/app-1a2b.js.br',
  '/.hidden',
  '/assets',
])('%s is not there', async (path) => {
  expect((await get(path)).status).toBe(404)
})

test('a module of an earlier build is missing in plain words, and is not kept', async () => {
  const response = await get('/assets/gone-9z9z.js')
  expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8')
  expect(response.headers.get('cache-control')).toBe('no-store')
})
