import { expect, test } from 'vitest'
import { createLog, errorFacts } from '~/log.server'
import { fromOurPage, smallSite } from './small-site'

test('each request is one line: what it was and how it went, not whose', async () => {
  const site = smallSite()
  const response = await site.ask('/message/SECRET-CODE?email=maria@example.com', {
    headers: { cookie: 'session=SECRET', 'x-forwarded-for': '203.0.113.9' },
  })
  await response.text()
  const [line, ...more] = site.lines()
  expect(more).toEqual([])
  expect(line).toEqual({
    level: 30,
    time: expect.any(Number),
    event: 'request',
    id: response.headers.get('x-request-id'),
    method: 'GET',
    route: '/message/:code',
    status: 200,
    ms: expect.any(Number),
    bytes: 12,
  })
})

test('a refused request and an absent page have their line too', async () => {
  const site = smallSite()
  await site.ask('/signed-in', { method: 'POST' })
  await site.ask('/no/such/SECRET')
  expect(site.lines().map(({ route, status }) => [route, status])).toEqual([
    ['refused', 403],
    ['/*', 404],
  ])
})

test('a body of unknown length is counted as it goes', async () => {
  const site = smallSite()
  const response = await site.ask('/download')
  expect(site.lines()).toEqual([])
  await response.text()
  expect(site.lines()).toMatchObject([{ route: '/download', bytes: 4 }])
})

test('an id that a client sends is not taken over', async () => {
  const site = smallSite()
  const headers = { ...fromOurPage, 'x-request-id': 'forged' }
  expect((await site.ask('/quiet', { headers })).headers.get('x-request-id')).not.toBe('forged')
})

test('of an error only its kind, code and place are logged; at home the message too', () => {
  const cause = Object.assign(new Error('UNIQUE: maria@example.com'), { code: 'SQLITE_CONSTRAINT' })
  const error = new TypeError('Failed for maria@example.com', { cause })
  const facts = errorFacts(error, 'info')
  expect(facts).toMatchObject({ error: 'TypeError', cause: { code: 'SQLITE_CONSTRAINT' } })
  expect(JSON.stringify(facts)).not.toContain('maria')
  expect(JSON.stringify(facts)).toContain('log.test.ts')
  expect(errorFacts(error, 'debug').message).toContain('maria')
})

test('a line is JSON with the name of its level', () => {
  const lines: string[] = []
  createLog('info', { write: (line) => void lines.push(line) }).warn({ event: 'a' })
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 'warn', event: 'a' })
})
