import { expect, test } from 'vitest'
import { readEnv } from '~/env.server'
import { demoAllowed } from '~/http/demo-gate.server'
import { address, smallSite } from './small-site'

type Row = [string, boolean, Record<string, string>, Record<string, string>]

const rows: Row[] = [
  ['this machine', true, {}, {}],
  ['localhost', true, {}, { host: 'localhost:3000' }],
  ['another loopback number', true, {}, { host: '127.0.0.2:3000' }],
  ['IPv6', true, { HOST: '::1' }, { host: '[::1]:3000' }],
  ['a host without a port', true, {}, { host: 'LOCALHOST' }],
  ['listening everywhere', false, { HOST: '0.0.0.0' }, {}],
  ['a public address', false, { PUBLIC_URL: 'https://lamplight.example.gov' }, {}],
  ['a trusted proxy', false, { TRUST_PROXY: 'on' }, {}],
  ['a name that leads here', false, {}, { host: 'rebound.example:3000' }],
  ['a name that begins like ours', false, {}, { host: 'localhost.example' }],
  ['a number that begins like ours', false, {}, { host: '127.0.0.1.example' }],
  ['a host with a user in front', false, {}, { host: 'elsewhere@localhost' }],
  ['no host', false, {}, { host: '' }],
  ['X-Forwarded-For', false, {}, { 'x-forwarded-for': '127.0.0.1' }],
  ['X-Forwarded-Host', false, {}, { 'X-Forwarded-Host': 'localhost' }],
  ['X-Forwarded-Proto', false, {}, { 'x-forwarded-proto': 'http' }],
  ['Forwarded', false, {}, { forwarded: 'for=127.0.0.1' }],
  ['Via', false, {}, { via: '1.1 proxy' }],
  ['X-Real-IP', false, {}, { 'x-real-ip': '127.0.0.1' }],
  ['a proxy by its own header', false, {}, { 'cf-connecting-ip': '127.0.0.1' }],
]

test.each(rows)('%s: %s', (_, allowed, source, headers) => {
  const { env, sentence } = readEnv(source)
  if (!env) throw new Error(sentence)
  expect(demoAllowed(env, new Headers({ host: '127.0.0.1:3000', ...headers }))).toBe(allowed)
})

test('a page learns it from what the request was before any header was taken off', async () => {
  const site = smallSite()
  await site.ask('/quiet')
  expect(site.seen.demoAllowed).toBe(true)
  await site.ask('/quiet', { headers: { 'x-forwarded-for': '10.0.0.1' } })
  expect(site.seen.demoAllowed).toBe(false)
  expect(site.seen.url).toBe(`${address}/quiet`)
})
