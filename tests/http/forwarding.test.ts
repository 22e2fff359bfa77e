import { expect, test } from 'vitest'
import { smallSite } from './small-site'

const forged = {
  host: 'elsewhere.example',
  'x-forwarded-for': '203.0.113.9, 198.51.100.7',
  'x-forwarded-host': 'elsewhere.example',
  'x-forwarded-proto': 'https',
  forwarded: 'for=203.0.113.9',
}

test('without a trusted proxy no page sees a forwarding header, nor an address but our own', async () => {
  const site = smallSite({ env: { PUBLIC_URL: 'https://lamplight.example.gov' } })
  await site.ask('/quiet', { headers: forged })
  expect(site.seen.url).toBe('https://lamplight.example.gov/quiet')
  expect(site.seen.headers?.get('host')).toBe('lamplight.example.gov')
  expect([...(site.seen.headers?.keys() ?? [])].filter((name) => /forward/.test(name))).toEqual([])
  expect(site.seen.address).toBe('')
})

test('behind a trusted proxy the address is the last that the proxy wrote', async () => {
  const site = smallSite({ env: { TRUST_PROXY: 'on' } })
  await site.ask('/quiet', { headers: forged })
  expect(site.seen.address).toBe('198.51.100.7')
  expect([...(site.seen.headers?.keys() ?? [])].filter((name) => /forward/.test(name))).toEqual([])
})
