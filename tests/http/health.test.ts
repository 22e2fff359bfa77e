import { expect, test } from 'vitest'
import { smallSite } from './small-site'

test('live answers as long as the process does', async () => {
  const site = smallSite({ readiness: async () => 'A migration waits.' })
  const response = await site.ask('/health/live')
  expect([response.status, await response.json()]).toEqual([200, { status: 'live' }])
})

test.each([
  ['everything is there', async () => null, 200, { status: 'ready' }],
  [
    'a migration waits',
    async () => 'A migration waits.',
    503,
    { status: 'not ready', reason: 'A migration waits.' },
  ],
  [
    'the database fails',
    () => Promise.reject(new Error('disk I/O error at /srv/lamplight')),
    503,
    { status: 'not ready', reason: 'The database does not answer.' },
  ],
])('ready when %s', async (_, readiness, status, body) => {
  const response = await smallSite({ readiness }).ask('/health/ready')
  expect([response.status, await response.json()]).toEqual([status, body])
})
