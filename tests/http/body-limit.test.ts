import { expect, test } from 'vitest'
import { fromOurPage, smallSite } from './small-site'

const megabyte = 1024 * 1024
const form = { 'content-type': 'application/x-www-form-urlencoded' }

/** A form of about so many bytes, sent in pieces, so that no length is declared. */
function chunked(bytes: number, piece = 64 * 1024): { body: BodyInit; sent: () => number } {
  let sent = 0
  const body = new ReadableStream({
    pull(controller) {
      if (sent >= bytes) return controller.close()
      const text = sent === 0 ? `a=${'x'.repeat(piece - 2)}` : 'x'.repeat(piece)
      sent += piece
      controller.enqueue(new TextEncoder().encode(text))
    },
  })
  return { body, sent: () => sent }
}

function post(headers: Record<string, string>, body: BodyInit) {
  const init = { method: 'POST', headers: { ...fromOurPage, ...headers }, body, duplex: 'half' }
  return init as RequestInit
}

test('a form that declares more than a megabyte is refused unread', async () => {
  const site = smallSite()
  const headers = { ...form, accept: 'text/html', 'content-length': String(megabyte + 1) }
  const response = await site.ask('/signed-in', post(headers, 'a=1'))
  expect(response.status).toBe(413)
  expect(await response.text()).toContain('larger than 1 MB')
  expect(site.writes).toEqual([])
})

test('a form without a declared length is counted, and refused at the same limit', async () => {
  const site = smallSite()
  const { body, sent } = chunked(40 * megabyte)
  const response = await site.ask('/signed-in', post(form, body))
  expect(response.status).toBe(413)
  expect(site.writes).toEqual([])
  expect(sent()).toBeLessThan(3 * megabyte)
})

test('up to a megabyte both ways pass', async () => {
  const site = smallSite()
  const declared = post({ ...form, 'content-length': '3' }, 'a=1')
  expect((await site.ask('/signed-in', declared)).status).toBe(200)
  const { body } = chunked(megabyte)
  expect((await site.ask('/signed-in', post(form, body))).status).toBe(200)
  expect(site.writes).toEqual(['a', 'a'])
})

test('a page that takes files takes 26 MB, and names that limit', async () => {
  const site = smallSite()
  const { body } = chunked(25 * megabyte, megabyte)
  expect((await site.ask('/upload', post(form, body))).status).toBe(200)
  const headers = { 'content-length': String(26 * megabyte + 1) }
  const response = await site.ask('/upload', post(headers, 'a=1'))
  expect(response.status).toBe(413)
  expect(await response.text()).toContain('larger than 26 MB')
})

test.each(['-1', '1e9', 'many', '9'.repeat(400)])('a length of %j is refused', async (length) => {
  const site = smallSite()
  const request = post({ ...form, 'content-length': length }, 'a=1')
  const response = await site.ask('/signed-in', request)
  expect(response.status).toBe(413)
  expect(site.writes).toEqual([])
})

test("a refused upload through Remix's own door is no result of the action", async () => {
  const site = smallSite()
  const headers = { 'content-length': String(27 * megabyte) }
  const response = await site.ask('/upload?_data=routes%2Fupload', post(headers, 'a=1'))
  expect(response.status).toBe(413)
  expect(response.headers.get('x-remix-catch')).toBe('yes')
})

test('a report has a limit of its own', async () => {
  const site = smallSite()
  const { body } = chunked(megabyte)
  const response = await site.ask('/csp-report', post({ origin: 'null' }, body))
  expect(response.status).toBe(204)
})
