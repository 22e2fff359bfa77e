import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { pageCache } from '~/http/page-cache.server'
import { program } from '~db/schema'
import { aDatabase } from '~tests/support/database'
import { aProgram } from '~tests/support/factories'
import { wholeSite } from '~tests/support/whole-site'

const plain = new Headers()
const headers = {
  'Cache-Control': 'public, max-age=0',
  ETag: 'W/"one"',
  'Content-Type': 'text/html',
}

function asked(version: () => number, clock?: () => number) {
  const keep = pageCache(version, clock)
  let made = 0
  const make = async () => {
    made += 1
    return new Response(`page ${made}`, { headers })
  }
  return { ask: (request = plain, key = 'a') => keep(key, request, make), made: () => made, keep }
}

test('a page is made once, and again after a commit', async () => {
  let version = 1
  const { ask, made } = asked(() => version)
  expect(await (await ask()).text()).toBe('page 1')
  expect(await (await ask()).text()).toBe('page 1')
  expect(await (await ask(plain, 'b')).text()).toBe('page 2')
  version = 2
  expect(await (await ask()).text()).toBe('page 3')
  expect(made()).toBe(3)
})

test('a commit while a page is made counts against that page', async () => {
  let version = 1
  const keep = pageCache(() => version)
  const make = async () => {
    version += 1
    return new Response(`made before ${version}`, { headers })
  }
  await keep('a', plain, make)
  expect(await (await keep('a', plain, make)).text()).toBe('made before 3')
})

test('a page is kept for ten seconds at most, for the hour may change it', async () => {
  let now = 0
  const { ask } = asked(
    () => 1,
    () => now,
  )
  await ask()
  now = 9_999
  expect(await (await ask()).text()).toBe('page 1')
  now = 10_000
  expect(await (await ask()).text()).toBe('page 2')
})

test('who has the page already gets no body, and it is still the kept page', async () => {
  const { ask, made } = asked(() => 1)
  await ask()
  const again = await ask(new Headers({ 'If-None-Match': 'W/"one"' }))
  expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([
    304,
    '',
    'W/"one"',
  ])
  expect(again.headers.get('content-type')).toBeNull()
  expect(made()).toBe(1)
})

test.each([
  ['a page that sets a cookie', { ...headers, 'Set-Cookie': 'a=b' }, 200],
  ['a private page', { ...headers, 'Cache-Control': 'no-store' }, 200],
  ['an error', headers, 404],
])('%s is never kept', async (_, given, status) => {
  const keep = pageCache(() => 1)
  let made = 0
  for (const _ of [1, 2]) {
    await keep('a', plain, async () => {
      made += 1
      return new Response('page', { status, headers: given })
    })
  }
  expect(made).toBe(2)
})

test('the pages together stay within 32 MB: the oldest is made anew', async () => {
  const keep = pageCache(() => 1)
  const big = 'x'.repeat(500_000)
  let made = 0
  const make = async () => {
    made += 1
    return new Response(big, { headers })
  }
  for (let i = 0; i < 70; i += 1) await keep(`page ${i}`, plain, make)
  await keep('page 69', plain, make)
  expect(made).toBe(70)
  await keep('page 0', plain, make)
  expect(made).toBe(71)
})

test('small pages count with all that is kept of them, and one under an endless address is not kept', async () => {
  const { ask, made, keep } = asked(() => 1)
  const small = async () => new Response('small', { headers })
  await ask()
  for (let i = 0; i < 9_000; i += 1) await keep(`page ${i}`, plain, small)
  await ask()
  expect(made()).toBe(2)

  const endless = `/check?${'x'.repeat(600)}`
  expect(await (await ask(plain, endless)).text()).toBe('page 3')
  expect(await (await ask(plain, endless)).text()).toBe('page 4')
  const again = await ask(new Headers({ 'If-None-Match': 'W/"one"' }), endless)
  expect(again.status).toBe(304)
})

test('the database has another version after each commit, and the site shows what was committed', async () => {
  const db = aDatabase()
  await aProgram(db)
  const site = wholeSite(db, {}, { version: () => db.version() })
  const first = await (await site.ask('/venues')).text()
  expect(await (await site.ask('/venues')).text()).toBe(first)

  const before = db.version()
  expect(db.version()).toBe(before)
  await db.transaction((tx) =>
    tx.update(program).set({
      settings: sql`json_set(${program.settings}, '$.emergencyNumber', '112')`,
    }),
  )
  expect(db.version()).not.toBe(before)
  const second = await (await site.ask('/venues')).text()
  expect(first).not.toContain('112')
  expect(second).toContain('<strong>112</strong>')
})
