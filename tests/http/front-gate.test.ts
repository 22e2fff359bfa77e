import { describe, expect, test } from 'vitest'
import { readEnv } from '~/env.server'
import { ownOrigins, refusal } from '~/http/front-gate.server'
import { address, fromOurPage, smallSite } from './small-site'

const form = 'application/x-www-form-urlencoded'

const foreign: [string, Record<string, string>][] = [
  ['a foreign origin', { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' }],
  ['a foreign origin without Sec-Fetch-Site', { origin: 'https://elsewhere.example' }],
  ['origin null', { origin: 'null' }],
  [
    'origin null that claims to be same-origin',
    { origin: 'null', 'sec-fetch-site': 'same-origin' },
  ],
  ['no origin', {}],
  ['no origin that claims to be same-origin', { 'sec-fetch-site': 'same-origin' }],
  ['our origin from another site', { origin: address, 'sec-fetch-site': 'cross-site' }],
  ['our origin from a neighbor', { origin: address, 'sec-fetch-site': 'same-site' }],
  ['our host on another port', { origin: 'http://127.0.0.1:3001' }],
  ['our host over https', { origin: 'https://127.0.0.1:3000' }],
  ['our address as the start of another', { origin: `${address}.elsewhere.example` }],
  [
    'a forged forwarded host',
    { origin: 'https://elsewhere.example', 'x-forwarded-host': 'elsewhere.example' },
  ],
  [
    'a forged host',
    { origin: 'https://elsewhere.example', host: 'elsewhere.example', forwarded: 'host=elsewhere' },
  ],
]

const doors: [string, string][] = [
  ['document', '/signed-in'],
  ['.data', '/signed-in.data'],
  ['?_data=', '/signed-in?_data=routes%2Fsigned-in'],
  ['resource route', '/resource'],
]

describe('each way in refuses a write that no page of ours sent', () => {
  for (const [door, path] of doors) {
    test.each(foreign)(`${door}: %s`, async (_, headers) => {
      const site = smallSite()
      const response = await site.ask(path, {
        method: 'POST',
        body: 'a=1',
        headers: { 'content-type': form, ...headers },
      })
      expect(response.status).toBe(403)
      expect(await response.text()).toContain('This did not come from a page of this site')
      expect(site.writes).toEqual([])
    })
  }

  test.each(doors.filter(([door]) => door !== '.data'))(
    '%s: our own page writes',
    async (_, path) => {
      const site = smallSite()
      const headers = { 'content-type': form, ...fromOurPage }
      const response = await site.ask(path, { method: 'POST', body: 'a=1', headers })
      expect(response.status).toBe(200)
      expect(site.writes).toEqual(['a'])
    },
  )
})

test.each(['POST', 'PUT', 'PATCH', 'DELETE', 'PROPFIND'])('%s is a write', async (method) => {
  const site = smallSite()
  expect((await site.ask('/resource', { method })).status).toBe(403)
})

test.each(['GET', 'HEAD'])('%s is no write', async (method) => {
  const site = smallSite()
  const headers = { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' }
  expect((await site.ask('/quiet', { method, headers })).status).toBe(200)
})

test('a browser gets a page, a script the bare sentence, Remix a caught response', async () => {
  const site = smallSite()
  const post = (path: string, accept: string) =>
    site.ask(path, { method: 'POST', headers: { accept } })
  const page = await post('/signed-in', 'text/html,*/*')
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
  expect(await page.text()).toMatch(/^<!DOCTYPE html>[\s\S]*<h1>Nothing was changed<\/h1>/)
  const script = await post('/resource', '*/*')
  expect(await script.text()).toMatch(/^This did not come from a page of this site, .*\.$/)
  const data = await post('/signed-in?_data=routes%2Fsigned-in', '*/*')
  expect(data.headers.get('x-remix-catch')).toBe('yes')
})

test('a policy report comes from origin null and is taken', async () => {
  const site = smallSite()
  const report = {
    'csp-report': {
      'effective-directive': 'script-src-elem',
      'blocked-uri': 'https://elsewhere.example/a.js?email=maria@example.com',
      'document-uri': `${address}/check/SECRET`,
    },
  }
  const headers = { origin: 'null', 'content-type': 'application/csp-report' }
  const body = JSON.stringify(report)
  const response = await site.ask('/csp-report', { method: 'POST', headers, body })
  expect(response.status).toBe(204)
  const line = site.lines().find(({ event }) => event === 'csp.violation')
  expect(line).toMatchObject({ directive: 'script-src-elem', blocked: 'https://elsewhere.example' })
  expect(JSON.stringify(site.lines())).not.toMatch(/maria|SECRET/)
})

describe('whose pages count as ours', () => {
  const origins = (source: Record<string, string>) => {
    const { env } = readEnv(source)
    return env ? [...ownOrigins(env)] : []
  }
  test('at home, both names of this machine', () => {
    expect(origins({ PORT: '8080' })).toEqual(['http://127.0.0.1:8080', 'http://localhost:8080'])
  })
  test('with a public address, that one alone', () => {
    const PUBLIC_URL = 'https://lamplight.example.gov'
    expect(origins({ PUBLIC_URL })).toEqual([PUBLIC_URL])
    expect(origins({ HOST: '0.0.0.0' })).toEqual(['http://localhost:3000'])
  })
  test('an old browser without Sec-Fetch-Site is judged by its origin', () => {
    const own = new Set([address])
    const request = { method: 'POST', path: '/', headers: new Headers({ origin: address }) }
    expect(refusal(request, own)).toBeNull()
  })
})
